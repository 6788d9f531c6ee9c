//! Which postings were opened in this browser. Only the browser knows: no request tells of it.

use leptos::prelude::*;
use uuid::Uuid;

#[cfg(not(feature = "ssr"))]
use crate::ui::storage::{store, stored};

/// The key that they are kept under: the ends of their ids, the latest first.
#[cfg(not(feature = "ssr"))]
const KEY: &str = "jobi-seen";
/// So many are kept.
#[cfg(any(test, not(feature = "ssr")))]
const MAX_SEEN: usize = 400;

/// Changes when another posting is opened beside a list that stays.
#[derive(Clone, Copy)]
pub struct SeenChanged(pub RwSignal<u32>);

/// Whether a posting was opened here before; false until hydration.
pub fn was_seen(posting: Uuid) -> Signal<bool> {
    let (seen, changed) = (RwSignal::new(false), use_context::<SeenChanged>());
    Effect::new(move || {
        if let Some(SeenChanged(changed)) = changed {
            changed.track();
        }
        seen.set(is_kept(posting));
    });
    seen.into()
}

/// Notes that a posting is open here.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers keep something"))]
pub fn note_seen(posting: Uuid) {
    #[cfg(not(feature = "ssr"))]
    if !is_kept(posting) {
        store(KEY, &with(&stored(KEY).unwrap_or_default(), &end(posting)));
        if let Some(SeenChanged(changed)) = use_context() {
            changed.update(|n| *n += 1);
        }
    }
}

#[cfg(feature = "ssr")]
fn is_kept(_: Uuid) -> bool {
    false
}

#[cfg(not(feature = "ssr"))]
fn is_kept(posting: Uuid) -> bool {
    stored(KEY).is_some_and(|kept| kept.contains(&end(posting)))
}

/// The end of an id, which is random.
#[cfg(not(feature = "ssr"))]
fn end(posting: Uuid) -> String {
    let id = posting.simple().to_string();
    id[id.len() - 10..].to_string()
}

/// What is kept, with one more in front.
#[cfg(any(test, not(feature = "ssr")))]
fn with(kept: &str, newest: &str) -> String {
    let all = std::iter::once(newest).chain(kept.split(' ').filter(|one| !one.is_empty()));
    all.take(MAX_SEEN).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_are_kept() {
        assert_eq!(with("", "a"), "a");
        assert_eq!(with("b c", "a"), "a b c");
        let many = (0..MAX_SEEN).fold(String::new(), |kept, n| with(&kept, &n.to_string()));
        let more = with(&many, "last");
        assert_eq!((more.split(' ').count(), more.split(' ').next()), (MAX_SEEN, Some("last")));
        assert!(!more.split(' ').any(|one| one == "0"));
    }
}
