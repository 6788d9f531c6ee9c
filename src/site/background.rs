//! Background tasks: closing what has expired, writing counted views, cleaning up, and work that is too much for one
//! transaction.

use std::time::Duration;

use tokio::{
    task::JoinSet,
    time::{Instant, Interval, MissedTickBehavior, interval_at},
};

use crate::{
    accounts, applications, companies,
    error::AppError,
    jobs,
    live::{self, bus::Signal},
    messages, notifications,
    platform::{
        limits_db, mail,
        queue::{self, TaskHandlers},
        tasks::supervised,
    },
};
use {
    super::{clearing, state::AppState},
    crate::db::{Db, clock_moved},
};

const HOUR: Duration = Duration::from_secs(60 * 60);

/// Starts the background tasks; they are aborted when the returned set is dropped.
pub fn start(state: &AppState) -> JoinSet<()> {
    let mut tasks = JoinSet::new();
    let of = || state.clone();
    let (often_of, daily_of, catch_up_of, queue_of) = (of(), of(), of(), of());
    tasks.spawn(supervised("periodic work", move || often(often_of.clone())));
    tasks.spawn(supervised("daily work", move || daily(daily_of.clone())));
    tasks.spawn(supervised("catching up", move || catch_up(catch_up_of.clone())));
    tasks.spawn(supervised("queued tasks", move || queue::work(queue_of.platform.clone(), task_handlers())));
    tasks
}

/// Who does which of the queued tasks.
pub fn task_handlers() -> TaskHandlers {
    TaskHandlers::new(vec![
        Box::new(mail::SendMail),
        Box::new(accounts::links::SendPasswordLink),
        Box::new(notifications::MailNotification),
        Box::new(notifications::MailDigest),
        Box::new(applications::MailGuestMessages),
        Box::new(applications::MailGuestStage),
        Box::new(applications::SendGuestLinks),
    ])
}

/// Works through queued tasks in batches, and lets others write in between.
async fn catch_up(state: AppState) {
    note("renewing keys of accounts", accounts::renew_keys(&state.platform.db).await);
    loop {
        let pause = match catch_up_some(&state.platform.db).await {
            Ok(true) => Duration::from_millis(20),
            Ok(false) => Duration::from_secs(1),
            Err(error) => {
                tracing::warn!(%error, "catching up failed");
                Duration::from_secs(10)
            }
        };
        tokio::time::sleep(pause).await;
    }
}

/// Does one batch of each; returns whether there was anything to do.
pub async fn catch_up_some(db: &Db) -> Result<bool, AppError> {
    let worked = jobs::work_some(db).await? | index_some(db).await? | messages::index_some(db).await?;
    Ok(worked | jobs::render_some(db).await? | companies::render_some(db).await?)
}

/// Keeps a batch of postings and companies for the search, as the present rules fold them.
pub async fn index_some(db: &Db) -> Result<bool, AppError> {
    Ok(jobs::index_some(db).await? | companies::index_some(db).await?)
}

async fn often(state: AppState) {
    let (mut minute, mut moment, mut around, mut second) = (every(60), every(5), every(3), every(1));
    let (mut files, mut version) = (every(5), None);
    loop {
        let (what, result) = tokio::select! {
            _ = minute.tick() => ("clearing up", sweep(&state).await),
            () = clock_moved() => ("clearing up by a clock that was moved", sweep(&state).await),
            _ = moment.tick() => ("writing views", state.views.flush(&state.platform.db).await),
            _ = files.tick() => ("deleting files", clearing::delete_due(&state).await),
            _ = second.tick() => ("moving the log", state.platform.db.checkpoint().await.map_err(Into::into)),
            _ = around.tick() => ("looking around", look_around(&state, &mut version).await),
        };
        note(what, result);
    }
}

async fn daily(state: AppState) {
    // The first run is an hour after the start, so that it does not compete with starting up.
    let mut day = interval_at(Instant::now() + HOUR, 24 * HOUR);
    loop {
        day.tick().await;
        note("comparing files and rows", clearing::reconcile(&state).await.map(|_| ()));
    }
}

fn note(what: &str, result: Result<(), AppError>) {
    if let Err(error) = result {
        tracing::warn!(%error, "{what} failed");
    }
}

fn every(seconds: u64) -> Interval {
    let mut every = tokio::time::interval(Duration::from_secs(seconds));
    every.set_missed_tick_behavior(MissedTickBehavior::Delay);
    every
}

/// Has all sockets recheck, and makes all caches stale, after another program, such as `jobi user`, has written to the SQLite file.
async fn look_around(state: &AppState, seen: &mut Option<i64>) -> Result<(), AppError> {
    let version = state.platform.db.version().await?;
    if std::mem::replace(seen, version) != version {
        state.platform.db.freshness.change_all();
        state.bus.tell_all(&Signal::Recheck);
    }
    Ok(())
}

async fn sweep(state: &AppState) -> Result<(), AppError> {
    state.platform.rates.sweep();
    state.write_limits.sweep();
    jobs::sweep(&state.platform.db).await?;
    state.messenger.presence.note_seen().await?;
    live::prune(&state.platform.db).await?;
    limits_db::sweep(&state.platform.db).await?;
    accounts::kept_forms::sweep(&state.platform.db).await?;
    accounts::links::sweep(&state.platform.db).await?;
    accounts::second_factor::sweep(&state.platform.db).await?;
    accounts::staff::sweep(&state.platform.db).await?;
    mail::sweep(&state.platform.db).await?;
    companies::sweep_invitations(&state.platform.db).await?;
    applications::sweep_guests(&state.platform.db).await?;
    accounts::sweep(&state.platform.db).await
}
