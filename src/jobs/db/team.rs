//! Who works on a posting.

use std::collections::BTreeSet;

use sqlx::{QueryBuilder, query_as};
use uuid::Uuid;

use super::editor::Member;
use crate::{
    accounts,
    db::{Db, now, push_list},
    error::AppError,
    execute,
    jobs::{PostingChanged, TeamChoice},
    live, read, write_in,
};

/// The members of a company, and which of them work on a posting.
pub async fn team_choices(db: &Db, company: Uuid, posting: Uuid) -> Result<Vec<TeamChoice>, AppError> {
    let choices = read!(db, |c| {
        query_as(
            "SELECT u.id, u.name, m.role, t.user_id IS NOT NULL AS chosen
             FROM company_members m JOIN users u ON u.id = m.user_id
             LEFT JOIN posting_team t ON t.posting_id = $2 AND t.user_id = u.id
             WHERE m.company_id = $1 ORDER BY m.created_at, u.id LIMIT 1000",
        )
        .bind(company)
        .bind(posting)
        .fetch_all(c)
    });
    Ok(choices?)
}

/// Chooses who works on a posting, of the members of its company. Who else was named is left out.
pub async fn save_team(db: &Db, member: Member, posting: Uuid, people: &[Uuid]) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let before = accounts::members_at(&mut tx, member.company, posting).await?;
    execute!(&mut tx, sqlx::query("DELETE FROM posting_team WHERE posting_id = $1").bind(posting))?;
    if !people.is_empty() {
        write_in!(&mut tx, |c| async {
            let mut sql = QueryBuilder::new(
                "INSERT INTO posting_team (posting_id, user_id, created_at) SELECT p.id, m.user_id, ",
            );
            sql.push_bind(now())
                .push(" FROM postings p JOIN company_members m ON m.company_id = p.company_id WHERE p.id = ");
            sql.push_bind(posting).push(" AND m.user_id IN ");
            push_list(&mut sql, people.iter().copied());
            sql.push(" ON CONFLICT DO NOTHING");
            sql.build().persistent(false).execute(c).await.map(|_| ())
        })?;
    }
    // Those who are taken off hear of it as well.
    let people = accounts::members_at(&mut tx, member.company, posting).await?.into_iter().chain(before);
    live::publish(&mut tx, people.collect::<BTreeSet<_>>(), &PostingChanged { id: posting });
    Ok(tx.commit().await?)
}
