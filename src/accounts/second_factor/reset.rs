use uuid::Uuid;

use super::{
    db,
    mails::{FactorChange, send_change},
};
use crate::{
    accounts::{end_sessions, links::Reader},
    db::Db,
    error::AppError,
    platform::{
        audit::{Act, SecurityEvent, record},
        site::Site,
    },
};

/// Removes the second factors of somebody who has lost them, also of staff, who have to set one up before they see the
/// staff's pages again. Ends their sessions and tells them. Whether there were any.
pub async fn reset(db: &Db, site: &Site, person: Reader<'_>) -> Result<bool, AppError> {
    let user: Uuid = person.id;
    let mut tx = db::begin_change(db, user).await?;
    if !db::remove_all(&mut tx, user).await? {
        return Ok(false);
    }
    end_sessions(&mut tx, user).await?;
    record(&mut tx, Act::command(SecurityEvent::CommandUserResetFactor, user)).await?;
    send_change(&mut tx, site, person, FactorChange::Reset).await?;
    tx.commit().await?;
    Ok(true)
}
