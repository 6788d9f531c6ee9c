//! A cache of what is public: an entry lives until something that it was made of changes, and at most for a while.

use std::{
    hash::Hash,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use moka::future::Cache;
use tokio::time::Instant;

use crate::db::{CacheTag, Freshness, Time};

/// The lifetime while changes on other nodes are not heard of.
const UNHEARD_LIFETIME: Duration = Duration::from_secs(1);
/// An entry that became stale while it was awaited is awaited again so often.
const MAX_TRIES: usize = 3;

/// A cache whose entries name [what they show](CacheTag). Whoever has seen a change acknowledged never finds an entry
/// that is older. Cheap to clone.
pub struct FreshCache<K, V> {
    entries: Cache<K, Arc<Entry<V>>>,
    freshness: Freshness,
}

struct Entry<V> {
    value: V,
    tags: Vec<CacheTag>,
    /// When what it shows began to be read, by the time of changes and by the clock.
    since: Time,
    begun: Instant,
}

/// What [`FreshCache::find`] found.
pub struct Found<V> {
    pub value: V,
    /// Whether it was made for whoever has asked.
    pub is_new: bool,
}

impl<K, V> Clone for FreshCache<K, V> {
    fn clone(&self) -> Self {
        Self { entries: self.entries.clone(), freshness: self.freshness.clone() }
    }
}

impl<K, V> FreshCache<K, V>
where
    K: Hash + Eq + Clone + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    /// An empty cache. `capacity` is in what `size` measures: entries, or bytes.
    pub fn new(freshness: &Freshness, lifetime: Duration, capacity: u64, size: fn(&K, &V) -> usize) -> Self {
        let entries = Cache::builder()
            .time_to_live(lifetime)
            .max_capacity(capacity)
            .weigher(move |key, entry: &Arc<Entry<V>>| size(key, &entry.value).try_into().unwrap_or(u32::MAX))
            .build();
        Self { entries, freshness: freshness.clone() }
    }

    /// What is cached, or is made now, with the tags of what it shows; concurrent callers wait for the first one.
    /// Where that fails, each makes its own.
    pub async fn find<E>(
        &self,
        key: &K,
        make: impl Future<Output = Result<(V, Vec<CacheTag>), E>>,
    ) -> Result<Found<V>, E>
    where
        E: Send + 'static,
    {
        // Boxed, because what waits for it would have it inside several times.
        let mut make = Some(Box::pin(make));
        for _ in 0..MAX_TRIES {
            if let Some(entry) = self.entries.get(key).await {
                if self.is_fresh(&entry) {
                    return Ok(Found { value: entry.value.clone(), is_new: false });
                }
                self.entries.invalidate(key).await;
            }
            let made = self.entries.try_get_with_by_ref(key, async {
                let (since, begun) = (self.freshness.time(), Instant::now());
                let made = make.take().expect("it is made once").await;
                let (value, tags) = made.map_err(|error| Mutex::new(Some(error)))?;
                Ok::<_, Mutex<Option<E>>>(Arc::new(Entry { value, tags, since, begun }))
            });
            match made.await {
                // One's own was begun after one has asked, whatever has changed since.
                Ok(entry) if make.is_none() => return Ok(Found { value: entry.value.clone(), is_new: true }),
                // Another's may have been begun before a change that the caller knows of.
                Ok(entry) if self.is_fresh(&entry) => return Ok(Found { value: entry.value.clone(), is_new: false }),
                Ok(_) => {}
                Err(error) if make.is_none() => {
                    let error = error.lock().unwrap_or_else(PoisonError::into_inner).take();
                    return Err(error.expect("only who made it takes it"));
                }
                Err(_) => break,
            }
        }
        let (value, _) = make.take().expect("not made yet").await?;
        Ok(Found { value, is_new: true })
    }

    /// The same of what always shows the same tags.
    pub async fn value<E>(&self, key: &K, tags: &[CacheTag], make: impl Future<Output = Result<V, E>>) -> Result<V, E>
    where
        E: Send + 'static,
    {
        Ok(self.find(key, async { Ok((make.await?, tags.to_vec())) }).await?.value)
    }

    fn is_fresh(&self, entry: &Entry<V>) -> bool {
        (self.freshness.hears_all() || entry.begun.elapsed() < UNHEARD_LIFETIME)
            && self.freshness.is_fresh(&entry.tags, entry.since)
    }

    /// How many entries there are.
    #[cfg(test)]
    pub async fn count(&self) -> u64 {
        self.entries.run_pending_tasks().await;
        self.entries.entry_count()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    const POSTING: CacheTag = CacheTag::all("posting");

    fn cache(freshness: &Freshness) -> FreshCache<&'static str, &'static str> {
        FreshCache::new(freshness, Duration::from_secs(60), 100, |_, _| 1)
    }

    fn made(value: &'static str) -> Result<(&'static str, Vec<CacheTag>), ()> {
        Ok((value, vec![POSTING]))
    }

    #[tokio::test]
    async fn a_crowd_makes_an_entry_once() {
        let (cache, count) = (cache(&Freshness::default()), AtomicUsize::default());
        let find = |fails: bool| {
            let (cache, count) = (&cache, &count);
            async move {
                let make = async {
                    count.fetch_add(1, Ordering::Relaxed);
                    tokio::task::yield_now().await;
                    if fails { Err(()) } else { made("page") }
                };
                cache.find(&"/jobs", make).await.map(|found| found.is_new)
            }
        };
        assert_eq!(tokio::join!(find(true), find(true), find(true)), (Err(()), Err(()), Err(())));
        assert_eq!(count.swap(0, Ordering::Relaxed), 3, "an error is nobody else's");
        assert_eq!(tokio::join!(find(false), find(false), find(true)), (Ok(true), Ok(false), Ok(false)));
        assert_eq!(count.into_inner(), 1);
    }

    #[tokio::test]
    async fn a_change_meanwhile_shows_to_who_asks_after_it() {
        let freshness = Freshness::default();
        let cache = cache(&freshness);
        let step = tokio::sync::Barrier::new(2);
        let first = cache.find(&"/jobs", async {
            step.wait().await;
            step.wait().await;
            made("old")
        });
        let second = async {
            step.wait().await;
            freshness.change([&POSTING]);
            tokio::join!(cache.find(&"/jobs", async { made("new") }), step.wait()).0
        };
        let (first, second) = tokio::join!(first, second);
        assert_eq!((first.unwrap().value, second.unwrap().value), ("old", "new"));
        let third = cache.find(&"/jobs", async { made("newer") }).await;
        assert_eq!(third.unwrap().value, "new", "it is kept");
        freshness.change([&CacheTag::all("another")]);
        assert_eq!(cache.find(&"/jobs", async { made("newer") }).await.unwrap().value, "new");
        freshness.change([&POSTING]);
        assert_eq!(cache.find(&"/jobs", async { made("newer") }).await.unwrap().value, "newer");
    }

    #[tokio::test(start_paused = true)]
    async fn while_others_are_not_heard_an_entry_lives_for_a_second() {
        let freshness = Freshness::default();
        let cache = cache(&freshness);
        freshness.set_hears_all(false);
        let find = async || cache.find(&"/jobs", async { made("page") }).await.unwrap().is_new;
        assert_eq!((find().await, find().await), (true, false));
        tokio::time::advance(UNHEARD_LIFETIME).await;
        assert!(find().await);
    }
}
