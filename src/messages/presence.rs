//! Presence: who goes online and offline. Passed and not stored as an event: who misses it sees it on the next page.

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

/// Delay before a failed write of presence is retried.
const RETRY_DELAY: Duration = Duration::from_secs(1);

/// Stores who goes online and offline, many people in one transaction. Cheap to clone.
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
    /// Starts the task that stores presence.
    pub fn start(db: Db, bus: Bus) -> Self {
        let presence = Self { db, bus, changes: Arc::default() };
        let keeper = presence.clone();
        tokio::spawn(supervised("noting presence", move || keeper.clone().keep()));
        presence
    }

    /// A user opened a socket, or one of theirs was closed.
    pub fn changed(&self, user: Uuid) {
        self.changes.people.lock().unwrap().insert(user);
        self.changes.wake.notify_one();
    }

    async fn keep(self) {
        // People online by this node: further sockets of theirs change nothing.
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

    /// The heartbeat of presence, run periodically: stores who is connected to this node, and expires people whom no
    /// node has stored for a while, as a killed node reports nobody as offline.
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

    /// Changes whether a user shows their presence: people who may no longer see it are told so, as is the user, who sees
    /// nobody else's now; people who now may see it get them as online.
    pub async fn change_shown(
        &self,
        user: Uuid,
        change: impl Future<Output = Result<(), AppError>>,
    ) -> Result<(), AppError> {
        let before = db::who_sees_presence(&self.db, user).await?;
        change.await?;
        let after = db::who_sees_presence(&self.db, user).await?;
        let told = if after.is_empty() {
            let told: Vec<_> = before.iter().copied().chain((!before.is_empty()).then_some(user)).collect();
            self.pass(&told, PresenceChanged { user, online: false, hidden: true }).await
        } else if before.is_empty() && db::is_here(&self.db, user).await? {
            self.pass(&after, PresenceChanged { user, online: true, hidden: false }).await
        } else {
            Ok(())
        };
        // The setting is stored, so a failure to pass the presence is no error.
        if let Err(error) = told {
            tracing::debug!(%error, "presence was not told");
        }
        Ok(())
    }

    async fn tell(&self, user: Uuid, online: bool) -> Result<(), AppError> {
        let others = db::who_sees_presence(&self.db, user).await?;
        self.pass(&others, PresenceChanged { user, online, hidden: false }).await
    }

    async fn pass(&self, to: &[Uuid], changed: PresenceChanged) -> Result<(), AppError> {
        self.bus.pass(&self.db, to, &frame_json(&changed)).await
    }
}
