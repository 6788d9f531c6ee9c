//! One database, two engines. A query is written once: [`read!`] runs it on the readers, [`write_in!`] and [`execute!`]
//! inside a transaction, on whichever engine is in use.

use std::{str::FromStr, time::Duration};

use chrono::{DateTime, SubsecRound, Utc};
use sqlx::{
    PgPool, Postgres, Sqlite, SqlitePool, Transaction,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

/// The database. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Db {
    /// One writer, because SQLite has one; as many readers as cores, because WAL lets them read meanwhile.
    Sqlite {
        read: SqlitePool,
        write: SqlitePool,
    },
    Postgres(PgPool),
}

/// A write transaction; rolled back unless committed.
pub enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// Runs a query on the readers: `read!(db, |c| sqlx::query_as::<_, Row>("…").fetch_all(c))`.
#[macro_export]
macro_rules! read {
    ($db:expr, |$conn:ident| $query:expr) => {
        match $db {
            $crate::server::db::Db::Sqlite { read: $conn, .. } => $query.await,
            $crate::server::db::Db::Postgres($conn) => $query.await,
        }
    };
}

/// Runs a query inside a transaction: `write_in!(tx, |c| sqlx::query_as("…").fetch_one(c))`.
#[macro_export]
macro_rules! write_in {
    ($tx:expr, |$conn:ident| $query:expr) => {
        match $tx {
            $crate::server::db::Tx::Sqlite(tx) => {
                let $conn = &mut **tx;
                $query.await
            }
            $crate::server::db::Tx::Postgres(tx) => {
                let $conn = &mut **tx;
                $query.await
            }
        }
    };
}

/// Runs a statement inside a transaction and tells how many rows it touched: `execute!(tx, sqlx::query("…").bind(x))`.
#[macro_export]
macro_rules! execute {
    ($tx:expr, $query:expr) => {
        match $tx {
            $crate::server::db::Tx::Sqlite(tx) => $query.execute(&mut **tx).await.map(|r| r.rows_affected()),
            $crate::server::db::Tx::Postgres(tx) => $query.execute(&mut **tx).await.map(|r| r.rows_affected()),
        }
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
    /// Connects; an SQLite file is created when it is missing.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        if url.starts_with("sqlite:") {
            let options = SqliteConnectOptions::from_str(url)?
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .pragma("cache_size", "-16000")
                .pragma("mmap_size", "268435456")
                .busy_timeout(Duration::from_secs(10));
            let cores = std::thread::available_parallelism().map_or(2, usize::from) as u32;
            let write = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
            let read = SqlitePoolOptions::new()
                .max_connections(cores.max(2) * 2)
                .connect_with(options.read_only(true))
                .await?;
            return Ok(Self::Sqlite { read, write });
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let pool =
                PgPoolOptions::new().max_connections(20).acquire_timeout(Duration::from_secs(10)).connect(url).await?;
            return Ok(Self::Postgres(pool));
        }
        Err(OpenError::UnknownEngine)
    }

    /// Brings the schema up to date.
    pub async fn migrate(&self) -> Result<(), OpenError> {
        match self {
            Self::Sqlite { write, .. } => sqlx::migrate!("migrations/sqlite").run(write).await?,
            Self::Postgres(pool) => sqlx::migrate!("migrations/postgres").run(pool).await?,
        }
        Ok(())
    }

    /// Begins a write. On SQLite it takes the write lock at once: a read that turns into a write later would be
    /// refused when another write came between.
    pub async fn begin(&self) -> Result<Tx, sqlx::Error> {
        Ok(match self {
            Self::Sqlite { write, .. } => Tx::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), sqlx::Error> {
        let one: Result<i32, _> = read!(self, |c| sqlx::query_scalar("SELECT 1").fetch_one(c));
        one.map(|_| ())
    }

    /// Waits for what is running and closes every connection.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(tx) => tx.commit().await,
            Self::Postgres(tx) => tx.commit().await,
        }
    }
}

/// The time to store: PostgreSQL keeps microseconds, so SQLite shall too.
pub fn now() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(6)
}

/// Whether a write failed because the row is there already.
pub fn is_duplicate(error: &sqlx::Error) -> bool {
    matches!(error, sqlx::Error::Database(e) if e.is_unique_violation())
}
