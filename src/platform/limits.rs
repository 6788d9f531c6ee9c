//! Rate limits that hold for all nodes together. Each node refuses by its own [`Buckets`] without asking anybody; what
//! these let through counts in the database as well, where there may be other nodes.

use std::time::Duration;

use chrono::TimeDelta;
use sqlx::{query, query_scalar};

use super::{
    buckets::{Buckets, Taken},
    token::token_hash,
};
use crate::{
    db::{Db, now},
    error::AppError,
    execute, write_in,
};

/// A limit on what is done with one key.
pub struct Limit {
    name: &'static str,
    burst: u32,
    every: Duration,
    here: Buckets,
}

/// A token in the database: the key of its bucket, and how the bucket is refilled.
struct Shared {
    key: Vec<u8>,
    burst: u32,
    every: Duration,
}

/// Tokens that were taken for one thing that somebody did.
#[must_use]
pub struct Tokens<'a> {
    here: Vec<Taken<'a>>,
    shared: Vec<Shared>,
    nodes: Option<&'a Db>,
}

impl Limit {
    /// A burst of so many, refilled by one each `every`.
    pub fn new(name: &'static str, burst: u32, every: Duration) -> Self {
        Self { name, burst, every, here: Buckets::new(burst.into(), every) }
    }
}

impl<'a> Tokens<'a> {
    /// Takes a token for each of these keys; what was taken counts, also where another one is missing. With a database,
    /// they are taken of all nodes that share it.
    pub async fn take(nodes: Option<&'a Db>, limits: &[(&'a Limit, String)]) -> Result<Self, AppError> {
        let (mut here, mut shared) = (Vec::new(), Vec::new());
        for (limit, key) in limits {
            here.push(limit.here.take(key)?);
            let key = token_hash(&format!("{} {key}", limit.name));
            shared.push(Shared { key, burst: limit.burst, every: limit.every });
        }
        // One lock order.
        shared.sort_by(|a, b| a.key.cmp(&b.key));
        let tokens = Self { here, shared, nodes };
        if let Some(db) = nodes {
            take_shared(db, &tokens.shared).await?;
        }
        Ok(tokens)
    }

    /// Puts the tokens back: what they were taken for does not count.
    pub async fn give_back(self) -> Result<(), AppError> {
        self.here.into_iter().for_each(Taken::give_back);
        let Some(db) = self.nodes else { return Ok(()) };
        let mut tx = db.begin().await?;
        for token in &self.shared {
            let sql = "UPDATE rate_buckets SET full_at = full_at - $1 WHERE key = $2";
            execute!(&mut tx, query(sql).bind(micros(token.every)).bind(token.key.as_slice()))?;
        }
        Ok(tx.commit().await?)
    }
}

fn micros(duration: Duration) -> i64 {
    duration.as_micros() as i64
}

/// Takes a token from each of these buckets, which hold when they are full again (GCRA); or says how long to wait.
async fn take_shared(db: &Db, tokens: &[Shared]) -> Result<(), AppError> {
    const TAKE: &str = "INSERT INTO rate_buckets (key, full_at) VALUES ($1, $2 + $3)
        ON CONFLICT (key) DO UPDATE
        SET full_at = $3 + CASE WHEN rate_buckets.full_at > $2 THEN rate_buckets.full_at ELSE $2 END
        WHERE rate_buckets.full_at <= $2 + $4";
    let now = now().timestamp_micros();
    let (mut tx, mut wait) = (db.begin().await?, None);
    for Shared { key, burst, every } in tokens {
        let every = micros(*every);
        let latest = i64::from(*burst - 1) * every;
        let key = key.as_slice();
        if execute!(&mut tx, query(TAKE).bind(key).bind(now).bind(every).bind(latest))? == 0 {
            let full_at = "SELECT full_at FROM rate_buckets WHERE key = $1";
            let full_at: i64 = write_in!(&mut tx, |c| query_scalar(full_at).bind(key).fetch_one(c))?;
            wait = Some(full_at - now - latest);
        }
    }
    tx.commit().await?;
    match wait {
        None => Ok(()),
        Some(micros) => Err(AppError::TooMany { seconds: (micros.max(1) as u64).div_ceil(1_000_000) }),
    }
}

/// Forgets buckets that are full.
pub async fn sweep(db: &Db) -> Result<(), AppError> {
    let mut tx = db.begin().await?;
    let long_ago = now() - TimeDelta::minutes(1);
    execute!(&mut tx, query("DELETE FROM rate_buckets WHERE full_at < $1").bind(long_ago.timestamp_micros()))?;
    Ok(tx.commit().await?)
}
