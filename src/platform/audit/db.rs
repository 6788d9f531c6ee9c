//! The table of acts.

use sqlx::query;
use uuid::Uuid;

use super::Act;
use crate::{
    db::{Db, Tx, line::aside, now},
    error::AppError,
    execute,
};

/// Adds an act to the audit log, in the transaction of what it does.
pub async fn record(tx: &mut Tx, act: Act) -> Result<(), AppError> {
    act.log();
    let (event, outcome): (&str, &str) = (act.event.into(), act.outcome.into());
    let (was, became) = act.change.unzip();
    execute!(
        tx,
        query(
            "INSERT INTO audit_log (id, event, outcome, actor_id, thing, thing_id, was, became, address, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        )
        .bind(Uuid::now_v7())
        .bind(event)
        .bind(outcome)
        .bind(act.actor)
        .bind(act.thing.map_or("", |(thing, _)| thing))
        .bind(act.thing.map(|(_, id)| id))
        .bind(was)
        .bind(became)
        .bind(act.address.map_or_else(|| "console".to_string(), |address| address.to_string()))
        .bind(now())
    )?;
    Ok(())
}

/// Adds an act that writes nothing else, such as a failed login. Where it cannot be written the page is answered all
/// the same; the line of the log is there in any case.
pub async fn record_aside(db: &Db, act: Act) {
    let write = async {
        let mut tx = db.begin().await?;
        record(&mut tx, act).await?;
        Ok(tx.commit().await?)
    };
    aside("an entry of the audit log", write).await;
}
