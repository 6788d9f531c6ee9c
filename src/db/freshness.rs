//! When what caches hold was changed last, by tag.
//!
//! A cache notes the [time](Freshness::time) before it reads, and which tags it has read; what it holds is fresh as
//! long as none of them has changed since. A commit that names a tag changes it, on every node of the database.

use std::{
    borrow::Cow,
    fmt,
    hash::{DefaultHasher, Hash, Hasher},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

/// Tags share this many counters, so that the memory is bounded. Two that share one only make each other stale.
const COUNTERS: usize = 8_192;

/// A name for what a cache may hold and a transaction may change: `posting:ID`. Without commas, and at most some 60
/// bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CacheTag(Cow<'static, str>);

impl CacheTag {
    /// The tag of all things of a kind.
    pub const fn all(kind: &'static str) -> Self {
        Self(Cow::Borrowed(kind))
    }

    /// The tag of one thing.
    pub fn one(kind: &'static str, id: impl fmt::Display) -> Self {
        Self(Cow::Owned(format!("{kind}:{id}")))
    }

    /// The tag that another node has named.
    pub fn parse(text: &str) -> Self {
        Self(Cow::Owned(text.to_string()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn counter(&self) -> usize {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        hasher.finish() as usize % COUNTERS
    }
}

/// A moment of [`Freshness`]; later ones are greater.
pub type Time = u64;

/// When each tag was changed last. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Freshness(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    time: AtomicU64,
    changed: Box<[AtomicU64]>,
    all_changed: AtomicU64,
    hears_all: AtomicBool,
}

impl Default for Freshness {
    fn default() -> Self {
        Self(Arc::new(Inner {
            time: AtomicU64::default(),
            changed: (0..COUNTERS).map(|_| AtomicU64::default()).collect(),
            all_changed: AtomicU64::default(),
            hears_all: AtomicBool::new(true),
        }))
    }
}

impl Freshness {
    /// The time, to be taken before what is to be held is read.
    pub fn time(&self) -> Time {
        self.0.time.load(Ordering::SeqCst)
    }

    /// Whether none of these tags has changed since.
    pub fn is_fresh(&self, tags: &[CacheTag], since: Time) -> bool {
        let of = |tag: &CacheTag| &self.0.changed[tag.counter()];
        tags.iter().map(of).chain([&self.0.all_changed]).all(|changed| changed.load(Ordering::SeqCst) <= since)
    }

    /// Notes that what these tags name has changed. The time goes on first: who reads it then reads the change, too.
    pub fn change<'a>(&self, tags: impl IntoIterator<Item = &'a CacheTag>) {
        let mut tags = tags.into_iter().peekable();
        if tags.peek().is_none() {
            return;
        }
        let now = self.0.time.fetch_add(1, Ordering::SeqCst) + 1;
        for tag in tags {
            self.0.changed[tag.counter()].fetch_max(now, Ordering::SeqCst);
        }
    }

    /// Notes that anything may have changed.
    pub fn change_all(&self) {
        let now = self.0.time.fetch_add(1, Ordering::SeqCst) + 1;
        self.0.all_changed.fetch_max(now, Ordering::SeqCst);
    }

    /// Whether changes on other nodes are heard of at once.
    pub fn hears_all(&self) -> bool {
        self.0.hears_all.load(Ordering::SeqCst)
    }

    /// Notes that changes on other nodes are heard of from now on, or no longer.
    pub fn set_hears_all(&self, hears: bool) {
        self.0.hears_all.store(hears, Ordering::SeqCst);
        self.change_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_changed_since_is_stale() {
        let freshness = Freshness::default();
        let [one, two, all] = [CacheTag::one("posting", 1), CacheTag::one("posting", 2), CacheTag::all("postings")];
        let before = freshness.time();
        assert!(freshness.is_fresh(&[one.clone(), two.clone(), all.clone()], before));
        freshness.change([&one]);
        assert!(!freshness.is_fresh(&[two.clone(), one.clone()], before));
        assert!(freshness.is_fresh(&[two.clone(), all.clone()], before));
        assert!(freshness.is_fresh(std::slice::from_ref(&one), freshness.time()));
        assert!(!freshness.is_fresh(&[CacheTag::parse("posting:1")], before));
        freshness.change_all();
        assert!(!freshness.is_fresh(&[], before));
        assert!(freshness.is_fresh(&[one, two, all], freshness.time()));
    }
}
