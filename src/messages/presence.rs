//! Coming and going. It passes: who does not hear of it sees it on the next page.

use std::{
    collections::{BTreeSet, HashSet},
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{sync::Notify, time::sleep};
use uuid::Uuid;

use super::{db, wire::PresenceChanged};
use crate::{
    db::Db,
    error::AppError,
    live::{bus::Bus, frame_json},
    platform::tasks::supervised,
};

/// After so long it is tried again to note what could not be.
const RETRY_DELAY: Duration = Duration::from_secs(1);

/// Notes who comes and goes, of a crowd many in one transaction. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Presence {
    db: Db,
    bus: Bus,
    changes: Arc<Changes>,
}

#[derive(Debug, Default)]
struct Changes {
    people: Mutex<BTreeSet<Uuid>>,
    wake: Notify,
}

impl Presence {
    /// Starts to note.
    pub fn start(db: Db, bus: Bus) -> Self {
        let presence = Self { db, bus, changes: Arc::default() };
        let keeper = presence.clone();
        tokio::spawn(supervised("noting presence", move || keeper.clone().keep()));
        presence
    }

    /// Somebody opened a socket, or one of theirs is gone.
    pub fn changed(&self, user: Uuid) {
        self.changes.people.lock().unwrap().insert(user);
        self.changes.wake.notify_one();
    }

    async fn keep(self) {
        // Those who have come and not gone: another socket of theirs is no news.
        let mut here = HashSet::new();
        loop {
            self.changes.wake.notified().await;
            let people = std::mem::take(&mut *self.changes.people.lock().unwrap());
            let (open, closed): (Vec<_>, Vec<_>) = people.into_iter().partition(|user| self.bus.knows(*user));
            let came: Vec<_> = open.into_iter().filter(|user| here.insert(*user)).collect();
            let went: Vec<_> = closed.into_iter().filter(|user| here.remove(user)).collect();
            while let Err(error) = self.note(&came, &went).await {
                tracing::debug!(%error, "presence was not noted");
                sleep(RETRY_DELAY).await;
            }
        }
    }

    async fn note(&self, came: &[Uuid], went: &[Uuid]) -> Result<(), AppError> {
        db::came(&self.db, came).await?;
        db::went(&self.db, went).await?;
        for user in came {
            self.tell(*user, true).await?;
        }
        for user in went {
            self.tell(*user, false).await?;
        }
        Ok(())
    }

    /// Notes who is connected to this node, now and then, and who is connected to none any more: a node that was killed
    /// told nobody.
    pub async fn note_seen(&self) -> Result<(), AppError> {
        let here = self.bus.people();
        let back = db::thought_gone(&self.db, &here).await?;
        db::came(&self.db, &here).await?;
        for user in back {
            self.tell(user, true).await?;
        }
        for user in db::expire(&self.db).await? {
            self.tell(user, false).await?;
        }
        Ok(())
    }

    /// Changes what somebody shows: for those who can no longer see that they are here they go, and for those who now
    /// can they come.
    pub async fn change_shown(
        &self,
        user: Uuid,
        change: impl Future<Output = Result<(), AppError>>,
    ) -> Result<(), AppError> {
        let before = db::who_sees_presence(&self.db, user).await?;
        change.await?;
        let after = db::who_sees_presence(&self.db, user).await?;
        let told = if after.is_empty() {
            self.pass(&before, user, false).await
        } else if before.is_empty() && db::is_here(&self.db, user).await? {
            self.pass(&after, user, true).await
        } else {
            Ok(())
        };
        // What is changed is changed.
        if let Err(error) = told {
            tracing::debug!(%error, "presence was not told");
        }
        Ok(())
    }

    async fn tell(&self, user: Uuid, online: bool) -> Result<(), AppError> {
        let others = db::who_sees_presence(&self.db, user).await?;
        self.pass(&others, user, online).await
    }

    async fn pass(&self, to: &[Uuid], user: Uuid, online: bool) -> Result<(), AppError> {
        self.bus.pass(&self.db, to, &frame_json(&PresenceChanged { user, online })).await
    }
}
