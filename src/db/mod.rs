//! One database, two engines. A query is written once: [`crate::read!`] runs it on the readers, [`crate::write_in!`]
//! and [`crate::execute!`] inside a transaction, on whichever engine is in use.

mod clock;
mod dynamic;
mod freshness;
pub mod line;
mod list_order;
mod locks;
mod outbox;

use std::{str::FromStr, sync::Arc, time::Duration};

use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, Encode, Executor, PgPool, Postgres, Sqlite, SqlitePool, Transaction,
    Type,
    postgres::{PgConnectOptions, PgConnection},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use uuid::Uuid;

pub use self::clock::{clock_moved, move_clock, now};
pub use self::dynamic::{PushValue, SqlEngine, push_list};
pub use self::freshness::{CacheTag, Freshness, Time};
pub use self::list_order::{KeyValue, ListOrder, id_key};
pub use self::locks::Lock;
pub use self::outbox::{Audience, CommitHook, CommitHooks, Outbox, OutboxEvent};
use crate::db::line::Line;

/// The database and its commit hooks. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    pub engine: Engine,
    /// The lines of reads and of writes, two on SQLite: a disk that accepts no writes can still be read.
    pub reads: Line,
    pub writes: Line,
    /// What commits have changed, for caches.
    pub freshness: Freshness,
    hooks: CommitHooks,
}

#[derive(Clone, Debug)]
pub enum Engine {
    /// A pool of one writer, because SQLite has one; a pool of two readers for each core, because WAL lets them read
    /// during a write.
    Sqlite {
        read: SqlitePool,
        write: SqlitePool,
        /// The connection of the background checkpoint, so that the writer need not wait for it.
        log: SqlitePool,
    },
    Postgres(PgPool),
}

/// The writer checkpoints the write-ahead log itself at this many pages (256 MB): the fallback where no server runs
/// `Db::checkpoint`.
const LOG_PAGES: i64 = 65_536;

/// A write transaction; rolled back unless committed.
pub struct Tx {
    pub engine: EngineTx,
    pub line: Line,
    /// What the commit hooks send once the transaction is committed.
    pub outbox: Outbox,
    hooks: CommitHooks,
    freshness: Freshness,
    last_lock: Option<Lock>,
}

pub enum EngineTx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// Runs a query on the readers: `read!(db, |c| sqlx::query_as::<_, Row>("…").fetch_all(c))`.
#[macro_export]
macro_rules! read {
    ($db:expr, |$conn:ident| $query:expr) => {
        match &$db.engine {
            $crate::db::Engine::Sqlite { read: $conn, .. } => $db.reads.answer(async { $query.await }).await,
            $crate::db::Engine::Postgres($conn) => $db.reads.answer(async { $query.await }).await,
        }
    };
}

/// Runs a query inside a transaction: `write_in!(tx, |c| sqlx::query_as("…").fetch_one(c))`.
#[macro_export]
macro_rules! write_in {
    ($tx:expr, |$conn:ident| $query:expr) => {{
        let line = $tx.line.clone();
        match &mut $tx.engine {
            $crate::db::EngineTx::Sqlite(tx) => {
                let $conn = &mut **tx;
                line.answer(async { $query.await }).await
            }
            $crate::db::EngineTx::Postgres(tx) => {
                let $conn = &mut **tx;
                line.answer(async { $query.await }).await
            }
        }
    }};
}

/// Runs a statement inside a transaction and returns how many rows it affected: `execute!(tx,
/// sqlx::query("…").bind(x))`.
#[macro_export]
macro_rules! execute {
    ($tx:expr, $query:expr) => {
        $crate::write_in!($tx, |connection| async { $query.execute(connection).await.map(|r| r.rows_affected()) })
    };
}

/// Why the database could not be opened, in words for the operator.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("the database address must begin with sqlite: or postgres://")]
    UnknownEngine,
    #[error("cannot open the database: {0}")]
    Connect(#[from] sqlx::Error),
    #[error("cannot migrate the database: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
}

impl Db {
    /// Connects; an SQLite file is created when it is missing. `answer_time` is the timeout of a statement, usually
    /// [`line::ANSWER_TIME`].
    pub async fn open(url: &str, answer_time: Duration, hooks: CommitHooks) -> Result<Self, OpenError> {
        let (reads, writes) = (Line::new(answer_time), Line::new(answer_time));
        if url.starts_with("sqlite:") {
            let engine = open_sqlite(SqliteConnectOptions::from_str(url)?, &reads, &writes).await?;
            return Ok(Self { engine, reads, writes, freshness: Freshness::default(), hooks });
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let engine = Engine::Postgres(open_postgres(url.parse()?, &reads).await?);
            return Ok(Self { engine, writes: reads.clone(), reads, freshness: Freshness::default(), hooks });
        }
        Err(OpenError::UnknownEngine)
    }

    /// Runs the migrations that are missing.
    pub async fn migrate(&self) -> Result<(), OpenError> {
        match &self.engine {
            Engine::Sqlite { write, .. } => sqlx::migrate!("migrations/sqlite").run(write).await?,
            Engine::Postgres(pool) => {
                // On a connection outside the pool, without its timeouts: a migration may take as long as it needs.
                let mut connection = pool.connect_options().connect().await?;
                sqlx::migrate!("migrations/postgres").run(&mut connection).await?;
                connection.close().await?;
            }
        }
        Ok(())
    }

    /// Begins a write transaction. On SQLite `BEGIN IMMEDIATE` takes the write lock at once: a read transaction that is
    /// upgraded to a write later fails when another write was committed in between.
    pub async fn begin(&self) -> Result<Tx, sqlx::Error> {
        let begin = async {
            Ok(match &self.engine {
                Engine::Sqlite { write, .. } => EngineTx::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
                Engine::Postgres(pool) => EngineTx::Postgres(pool.begin().await?),
            })
        };
        Ok(Tx {
            engine: self.writes.answer(begin).await?,
            line: self.writes.clone(),
            outbox: Outbox::default(),
            hooks: self.hooks.clone(),
            freshness: self.freshness.clone(),
            last_lock: None,
        })
    }

    /// Checkpoints SQLite's write-ahead log while others write. PostgreSQL does so by itself.
    pub async fn checkpoint(&self) -> Result<(), sqlx::Error> {
        let Engine::Sqlite { log, write, .. } = &self.engine else { return Ok(()) };
        const MOVE: &str = "PRAGMA wal_checkpoint(PASSIVE)";
        let (_, pages, _): (i64, i64, i64) = sqlx::query_as(MOVE).fetch_one(log).await?;
        if pages > LOG_PAGES / 8 {
            // The few pages written meanwhile are checkpointed on the writer, while nobody writes, so that the log
            // restarts.
            sqlx::query(MOVE).execute(write).await?;
        }
        Ok(())
    }

    /// SQLite's `data_version`, which changes after another program has written to the file; on PostgreSQL NOTIFY does
    /// this.
    pub async fn version(&self) -> Result<Option<i64>, sqlx::Error> {
        let Engine::Sqlite { write, .. } = &self.engine else { return Ok(None) };
        sqlx::query_scalar("PRAGMA data_version").fetch_optional(write).await
    }

    /// Deletes rows in batches, each in a transaction of its own, so that no other write waits for thousands of rows.
    /// In the statement `$1` is the owner or bound, `$2` the batch size.
    pub async fn delete_by_parts<T>(&self, sql: &'static str, of: T, rows: usize) -> Result<(), sqlx::Error>
    where
        T: Copy + Send + for<'q> Encode<'q, Sqlite> + Type<Sqlite> + for<'q> Encode<'q, Postgres> + Type<Postgres>,
    {
        loop {
            let mut tx = self.begin().await?;
            let deleted = execute!(&mut tx, sqlx::query(sql).bind(of).bind(rows as i64))?;
            tx.commit().await?;
            if deleted < rows as u64 {
                return Ok(());
            }
        }
    }

    /// Checks that the database accepts writes: updates the one row of `probes` and commits.
    pub async fn probe(&self) -> Result<(), sqlx::Error> {
        let mut tx = self.begin().await?;
        execute!(&mut tx, sqlx::query("UPDATE probes SET written_at = $1").bind(now()))?;
        tx.commit().await
    }

    /// Graceful shutdown: waits for running queries and closes every connection.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite { read, write, log } => {
                log.close().await;
                read.close().await;
                write.close().await;
            }
            // With a timeout, because a dead connection never closes.
            Engine::Postgres(pool) => _ = tokio::time::timeout(self.writes.answer_time(), pool.close()).await,
        }
    }
}

async fn open_sqlite(options: SqliteConnectOptions, reads: &Line, writes: &Line) -> Result<Engine, sqlx::Error> {
    let options = options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .pragma("cache_size", "-16000")
        .pragma("temp_store", "MEMORY")
        .pragma("wal_autocheckpoint", LOG_PAGES.to_string())
        // A connection's thread sends rows to the task that asked; where few fit between them, both wake up often.
        .row_buffer_size(512)
        .busy_timeout(writes.answer_time().mul_f32(0.8));
    let cores = std::thread::available_parallelism().map_or(2, usize::from) as u32;
    let write = writes.pool(1).connect_with(options.clone()).await?;
    let log = writes.pool(1).connect_lazy_with(options.clone());
    // Readers have a small cache each and no `mmap_size`: the system keeps the file in memory once for all of them, and
    // reading it from there costs searches and pages nothing that can be measured.
    let options = options.pragma("cache_size", "-2000").read_only(true);
    let read = reads.pool(cores.max(2) * 2).connect_with(options).await?;
    Ok(Engine::Sqlite { read, write, log })
}

/// PostgreSQL's own timeouts end a statement a little before the client's timeout does, and soon end a transaction that
/// a vanished client has left open with its locks.
async fn open_postgres(options: PgConnectOptions, line: &Line) -> Result<PgPool, sqlx::Error> {
    let limit = |part: f32| (line.answer_time().as_millis() as f32 * part) as u64;
    let limits = format!(
        "SET statement_timeout = {}; SET lock_timeout = {}; SET idle_in_transaction_session_timeout = {}; \
         SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; \
         SET tcp_user_timeout = {}",
        limit(0.8),
        limit(0.6),
        limit(1.0),
        limit(2.0)
    );
    let pool = line.remote_pool::<Postgres>(20).after_connect(move |connection: &mut PgConnection, _| {
        let limits = AssertSqlSafe(limits.clone());
        Box::pin(async move { connection.execute(sqlx::raw_sql(limits)).await.map(|_| ()) })
    });
    pool.connect_with(options).await
}

impl Tx {
    /// Queues a check of somebody's sockets after the commit: their session may be over.
    pub fn check_sockets(&mut self, user: Uuid) {
        self.outbox.rechecks.push(user);
    }

    /// Queues the unread counts of these people, which are sent to their sockets after the commit.
    pub fn count_unread(&mut self, people: impl IntoIterator<Item = Uuid>) {
        self.outbox.counts.extend(people);
    }

    /// Queues a frame that is not stored for the sockets of its audience, after the commit.
    pub fn pass(&mut self, to: Vec<Audience>, frame: impl Into<Arc<str>>) {
        self.outbox.passing.push((to, frame.into()));
    }

    /// Makes stale, at the commit, what caches hold under these tags.
    pub fn change(&mut self, tags: impl IntoIterator<Item = CacheTag>) {
        self.outbox.changed.extend(tags);
    }

    pub fn is_postgres(&self) -> bool {
        matches!(self.engine, EngineTx::Postgres(_))
    }

    /// Runs the commit hooks' last writes, commits, and has the hooks send the outbox.
    pub async fn commit(mut self) -> Result<(), sqlx::Error> {
        let hooks = self.hooks.clone();
        for hook in hooks.iter() {
            hook.before(&mut self).await?;
        }
        let committed = match self.engine {
            EngineTx::Sqlite(tx) => self.line.answer(tx.commit()).await,
            EngineTx::Postgres(tx) => self.line.answer(tx.commit()).await,
        };
        // Also after an error: it may be committed all the same.
        self.freshness.change(&self.outbox.changed);
        committed?;
        hooks.iter().for_each(|hook| hook.after(&self.outbox));
        Ok(())
    }
}

/// Whether a write failed because the row is there already.
pub fn is_duplicate(error: &sqlx::Error) -> bool {
    matches!(error, sqlx::Error::Database(e) if e.is_unique_violation())
}

#[cfg(test)]
mod tests {
    use super::{line::ANSWER_TIME, *};

    async fn open(url: &str) -> Db {
        Db::open(url, ANSWER_TIME, CommitHooks::default()).await.unwrap()
    }

    #[tokio::test]
    async fn another_programs_writes_are_seen_and_ones_own_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("jobi.db").display());
        let (here, elsewhere) = (open(&url).await, open(&url).await);
        let write = async |db: &Db, statement: &'static str| {
            let mut tx = db.begin().await.unwrap();
            execute!(&mut tx, sqlx::query(statement)).unwrap();
            tx.commit().await.unwrap();
        };
        let before = here.version().await.unwrap();
        write(&here, "CREATE TABLE things (id INTEGER)").await;
        here.checkpoint().await.unwrap();
        assert_eq!(here.version().await.unwrap(), before);
        write(&elsewhere, "INSERT INTO things VALUES (1)").await;
        assert_ne!(here.version().await.unwrap(), before);
    }
}
