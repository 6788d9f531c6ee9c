//! Coming and going. It passes: who does not hear of it sees it on the next page.

use uuid::Uuid;

use super::db;
use crate::{accounts::CurrentUser, error::AppError, live::ServerFrame, server::state::AppState};

/// Somebody opened a socket.
pub async fn came(state: &AppState, user: &CurrentUser) {
    log(db::came(&state.db, &[user.id]).await);
    log(tell(state, user.id, true).await);
}

/// Somebody's socket is gone; they are not while another one is open here.
pub async fn went(state: &AppState, user: &CurrentUser) {
    if !state.db.bus().knows(user.id) {
        log(db::went(&state.db, user.id).await);
        log(tell(state, user.id, false).await);
    }
}

/// Notes who is connected to this node, now and then, and who is connected to none any more: a node that was killed
/// told nobody.
pub async fn note_seen(state: &AppState) -> Result<(), AppError> {
    let here = state.db.bus().people();
    let back = db::thought_gone(&state.db, &here).await?;
    db::came(&state.db, &here).await?;
    for user in back {
        tell(state, user, true).await?;
    }
    for user in db::expire(&state.db).await? {
        tell(state, user, false).await?;
    }
    Ok(())
}

/// Changes what somebody shows: for those who can no longer see that they are here they go, and for those who now can
/// they come.
pub async fn change_shown(
    state: &AppState,
    user: Uuid,
    change: impl Future<Output = Result<(), AppError>>,
) -> Result<(), AppError> {
    let before = db::who_sees_presence(&state.db, user).await?;
    change.await?;
    let after = db::who_sees_presence(&state.db, user).await?;
    if after.is_empty() {
        log(state.db.pass(&before, &ServerFrame::Presence { user, online: false }).await);
    } else if before.is_empty() && db::is_here(&state.db, user).await? {
        log(state.db.pass(&after, &ServerFrame::Presence { user, online: true }).await);
    }
    Ok(())
}

async fn tell(state: &AppState, user: Uuid, online: bool) -> Result<(), AppError> {
    let others = db::who_sees_presence(&state.db, user).await?;
    state.db.pass(&others, &ServerFrame::Presence { user, online }).await
}

fn log(told: Result<(), AppError>) {
    if let Err(error) = told {
        tracing::debug!(%error, "presence was not told");
    }
}
