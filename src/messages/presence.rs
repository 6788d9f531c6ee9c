//! Coming and going. It passes: who does not hear of it sees it on the next page.

use std::{
    collections::{BTreeSet, HashSet},
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{sync::Notify, time::sleep};
use uuid::Uuid;

use super::db;
use crate::{db::Db, error::AppError, live::ServerFrame, platform::Platform};

/// After so long it is tried again to note what could not be.
const AGAIN: Duration = Duration::from_secs(1);

/// Notes who comes and goes, of a crowd many in one transaction. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Presence(Arc<Changes>);

#[derive(Debug, Default)]
struct Changes {
    people: Mutex<BTreeSet<Uuid>>,
    wake: Notify,
}

impl Presence {
    /// Starts to note.
    pub fn open(db: Db) -> Self {
        let presence = Self::default();
        tokio::spawn(presence.clone().keep(db));
        presence
    }

    /// Somebody opened a socket, or one of theirs is gone.
    pub fn changed(&self, user: Uuid) {
        self.0.people.lock().unwrap().insert(user);
        self.0.wake.notify_one();
    }

    async fn keep(self, db: Db) {
        // Those who have come and not gone: another socket of theirs is no news.
        let mut here = HashSet::new();
        loop {
            self.0.wake.notified().await;
            let people = std::mem::take(&mut *self.0.people.lock().unwrap());
            let (open, closed): (Vec<_>, Vec<_>) = people.into_iter().partition(|user| db.bus().knows(*user));
            let came: Vec<_> = open.into_iter().filter(|user| here.insert(*user)).collect();
            let went: Vec<_> = closed.into_iter().filter(|user| here.remove(user)).collect();
            while let Err(error) = note(&db, &came, &went).await {
                tracing::debug!(%error, "presence was not noted");
                sleep(AGAIN).await;
            }
        }
    }
}

async fn note(db: &Db, came: &[Uuid], went: &[Uuid]) -> Result<(), AppError> {
    db::came(db, came).await?;
    db::went(db, went).await?;
    for user in came {
        tell(db, *user, true).await?;
    }
    for user in went {
        tell(db, *user, false).await?;
    }
    Ok(())
}

/// Notes who is connected to this node, now and then, and who is connected to none any more: a node that was killed
/// told nobody.
pub async fn note_seen(platform: &Platform) -> Result<(), AppError> {
    let here = platform.db.bus().people();
    let back = db::thought_gone(&platform.db, &here).await?;
    db::came(&platform.db, &here).await?;
    for user in back {
        tell(&platform.db, user, true).await?;
    }
    for user in db::expire(&platform.db).await? {
        tell(&platform.db, user, false).await?;
    }
    Ok(())
}

/// Changes what somebody shows: for those who can no longer see that they are here they go, and for those who now can
/// they come.
pub async fn change_shown(
    platform: &Platform,
    user: Uuid,
    change: impl Future<Output = Result<(), AppError>>,
) -> Result<(), AppError> {
    let before = db::who_sees_presence(&platform.db, user).await?;
    change.await?;
    let after = db::who_sees_presence(&platform.db, user).await?;
    let told = if after.is_empty() {
        platform.db.pass(&before, &ServerFrame::Presence { user, online: false }).await
    } else if before.is_empty() && db::is_here(&platform.db, user).await? {
        platform.db.pass(&after, &ServerFrame::Presence { user, online: true }).await
    } else {
        Ok(())
    };
    // What is changed is changed.
    if let Err(error) = told {
        tracing::debug!(%error, "presence was not told");
    }
    Ok(())
}

async fn tell(db: &Db, user: Uuid, online: bool) -> Result<(), AppError> {
    let others = db::who_sees_presence(db, user).await?;
    db.pass(&others, &ServerFrame::Presence { user, online }).await
}
