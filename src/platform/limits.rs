//! Rate limits that hold for all nodes together. Each node refuses by its own [`Buckets`] without asking anybody; what
//! these let through counts in the database as well, where there may be other nodes.

use std::time::Duration;

use super::{
    buckets::{Buckets, Taken},
    limits_db,
    token::token_hash,
};
use crate::{db::Db, error::AppError};

/// A limit on what is done with one key.
pub struct Limit {
    name: &'static str,
    burst: u32,
    every: Duration,
    here: Buckets,
}

/// A token in the database: the key of its bucket, and how the bucket is refilled.
pub(super) struct Shared {
    pub key: Vec<u8>,
    pub burst: u32,
    pub every: Duration,
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
            limits_db::take(db, &tokens.shared).await?;
        }
        Ok(tokens)
    }

    /// Puts the tokens back: what they were taken for does not count.
    pub async fn give_back(self) -> Result<(), AppError> {
        self.here.into_iter().for_each(Taken::give_back);
        let Some(db) = self.nodes else { return Ok(()) };
        limits_db::give_back(db, &self.shared).await
    }
}
