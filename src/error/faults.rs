//! Faults of disks, databases and networks. Here alone an error of theirs is classified: which status the client gets,
//! and whether the connection can be used again.

use std::{
    error::Error,
    fmt::{self, Display},
    io,
    panic::Location,
};

use sqlx::{postgres::PgDatabaseError, sqlite::SqliteError};

use super::AppError;

/// The class of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no room to write.
    Space,
    /// The connection, or the server at its other end, is unusable: another connection may work.
    Lost,
    /// A lock conflict, a full pool or a timeout: a retry may well work.
    Busy,
    /// None of these: a bug, or damage.
    Ours,
}

impl Fault {
    pub fn of(error: &sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(error) => {
                let error = error.as_ref();
                if let Some(error) = error.try_downcast_ref::<PgDatabaseError>() {
                    Self::of_postgres(error.code())
                } else if error.try_downcast_ref::<SqliteError>().is_some() {
                    Self::of_sqlite(error.code().and_then(|code| code.parse().ok()).unwrap_or_default())
                } else {
                    Self::Ours
                }
            }
            sqlx::Error::Io(error) if Self::of_io(error) == Self::Space => Self::Space,
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::BeginFailed
            // A transaction that was never ended is still open on the connection.
            | sqlx::Error::InvalidSavePointStatement => Self::Lost,
            sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => Self::Busy,
            _ => Self::Ours,
        }
    }

    /// By PostgreSQL's SQLSTATE.
    fn of_postgres(state: &str) -> Self {
        match state {
            "53100" => Self::Space,
            // Session terminated, shutdown, startup; a read-only standby after a failover.
            "57P01" | "57P02" | "57P03" | "57P05" | "25006" | "25P03" | "25P04" | "58030" => Self::Lost,
            // Too many connections, out of memory or locks; statement timeout; lock timeout; serialization failure,
            // deadlock.
            "53000" | "53200" | "53300" | "57014" | "55P03" | "40001" | "40P01" => Self::Busy,
            _ if state.starts_with("08") => Self::Lost,
            _ => Self::Ours,
        }
    }

    /// By SQLite's extended result code, whose lowest byte is the primary code.
    fn of_sqlite(code: i32) -> Self {
        const BUSY: i32 = 5;
        const LOCKED: i32 = 6;
        const NOMEM: i32 = 7;
        const READONLY: i32 = 8;
        const INTERRUPT: i32 = 9;
        const IOERR: i32 = 10;
        const FULL: i32 = 13;
        const CANTOPEN: i32 = 14;
        const PROTOCOL: i32 = 15;
        match code & 0xff {
            FULL => Self::Space,
            READONLY | IOERR | CANTOPEN => Self::Lost,
            BUSY | LOCKED | NOMEM | INTERRUPT | PROTOCOL => Self::Busy,
            _ => Self::Ours,
        }
    }

    fn of_io(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Self::Space,
            _ => Self::Lost,
        }
    }

    fn of_store(error: &object_store::Error) -> Self {
        let mut causes = std::iter::successors(Some(error as &(dyn std::error::Error + 'static)), |e| (**e).source());
        causes.find_map(|cause| cause.downcast_ref::<io::Error>()).map_or(Self::Ours, Self::of_io)
    }

    /// Logs the error with its causes and the caller's place; the answer holds only its class.
    #[track_caller]
    fn log(self, error: &dyn Error) -> AppError {
        let (at, error) = (Location::caller(), Chain(error));
        match self {
            Self::Space => {
                tracing::error!(%error, %at, "no space left to write");
                AppError::NoSpace
            }
            Self::Lost | Self::Busy => {
                tracing::warn!(%error, %at, "database or disk not available");
                AppError::Unavailable
            }
            Self::Ours => {
                tracing::error!(%error, %at, "internal error");
                AppError::Internal
            }
        }
    }
}

impl From<sqlx::Error> for AppError {
    #[track_caller]
    fn from(error: sqlx::Error) -> Self {
        Fault::of(&error).log(&error)
    }
}

impl From<object_store::Error> for AppError {
    #[track_caller]
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::NotFound,
            error => Fault::of_store(&error).log(&error),
        }
    }
}

impl From<io::Error> for AppError {
    #[track_caller]
    fn from(error: io::Error) -> Self {
        Fault::of_io(&error).log(&error)
    }
}

/// Logs an error and hides it from the answer.
#[track_caller]
pub fn internal(error: impl Into<Box<dyn Error>>) -> AppError {
    Fault::Ours.log(&*error.into())
}

/// An error followed by what caused it: `cannot write: disk: no space left`.
struct Chain<'a>(&'a dyn Error);

impl Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut said = self.0.to_string();
        f.write_str(&said)?;
        for cause in std::iter::successors(self.0.source(), |cause| (**cause).source()) {
            let cause = cause.to_string();
            // Some errors already include their cause in their text.
            if !said.contains(&cause) {
                write!(f, ": {cause}")?;
            }
            said = cause;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_postgresql_says() {
        for (states, fault) in [
            (&["53100"][..], Fault::Space),
            (&["08000", "08006", "08P01", "57P01", "57P02", "57P03", "57P05", "25006", "25P03", "58030"], Fault::Lost),
            (&["53300", "53200", "57014", "55P03", "40001", "40P01"], Fault::Busy),
            (&["23505", "23503", "42601", "42P01", "22021", "25P02", "XX000", ""], Fault::Ours),
        ] {
            states.iter().for_each(|state| assert_eq!(Fault::of_postgres(state), fault, "{state}"));
        }
    }

    #[test]
    fn what_sqlite_says() {
        for (codes, fault) in [
            (&[13][..], Fault::Space),
            // IOERR_FSYNC, _WRITE, _SHMSIZE; READONLY_DBMOVED; CANTOPEN.
            (&[10, 1034, 778, 4874, 8, 1032, 14], Fault::Lost),
            // BUSY_SNAPSHOT, LOCKED_SHAREDCACHE.
            (&[5, 517, 6, 262, 9, 15], Fault::Busy),
            // ERROR, CORRUPT, NOTADB, CONSTRAINT_UNIQUE, TRIGGER.
            (&[0, 1, 11, 26, 2067, 1811], Fault::Ours),
        ] {
            codes.iter().for_each(|code| assert_eq!(Fault::of_sqlite(*code), fault, "{code}"));
        }
    }

    #[test]
    fn what_sqlx_says() {
        let io = |kind: io::ErrorKind| sqlx::Error::Io(kind.into());
        for (error, fault) in [
            (sqlx::Error::PoolTimedOut, Fault::Busy),
            (sqlx::Error::PoolClosed, Fault::Busy),
            (sqlx::Error::WorkerCrashed, Fault::Lost),
            (sqlx::Error::InvalidSavePointStatement, Fault::Lost),
            (sqlx::Error::BeginFailed, Fault::Lost),
            (io(io::ErrorKind::ConnectionReset), Fault::Lost),
            (io(io::ErrorKind::TimedOut), Fault::Lost),
            (io(io::ErrorKind::StorageFull), Fault::Space),
            (sqlx::Error::RowNotFound, Fault::Ours),
            (sqlx::Error::ColumnNotFound("x".into()), Fault::Ours),
        ] {
            assert_eq!(Fault::of(&error), fault, "{error}");
        }
    }

    #[test]
    fn what_the_store_says() {
        let failed = |kind: io::ErrorKind| object_store::Error::Generic {
            store: "test",
            source: Box::new(io::Error::from(kind)),
        };
        assert_eq!(AppError::from(failed(io::ErrorKind::StorageFull)), AppError::NoSpace);
        assert_eq!(AppError::from(failed(io::ErrorKind::QuotaExceeded)), AppError::NoSpace);
        assert_eq!(AppError::from(failed(io::ErrorKind::PermissionDenied)), AppError::Unavailable);
        let nothing = object_store::Error::Generic { store: "test", source: "no cause".into() };
        assert_eq!(AppError::from(nothing), AppError::Internal);
    }

    #[test]
    fn an_error_is_logged_with_its_causes() {
        let disk = io::Error::from(io::ErrorKind::StorageFull);
        let store = object_store::Error::Generic { store: "test", source: Box::new(disk) };
        assert_eq!(Chain(&store).to_string(), "Generic test error: no storage space", "a cause that is said already");
        let outer = sqlx::Error::Configuration(Box::new(Outer(io::Error::other("inner"))));
        assert!(Chain(&outer).to_string().ends_with("outer: inner"), "{}", Chain(&outer));
    }

    #[derive(Debug, thiserror::Error)]
    #[error("outer")]
    struct Outer(#[source] io::Error);

    #[test]
    fn a_full_disk_is_told() {
        let error = std::fs::write("/dev/full", "x").map_err(AppError::from);
        assert_eq!(error, Err(AppError::NoSpace));
    }
}
