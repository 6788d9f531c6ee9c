//! What the server knows when it renders a page and the browser needs to hydrate it to the same result.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use uuid::Uuid;

use super::form::FormMemory;

/// Made by the server once for each page load, and serialized into the page. Login, logout and a change of language
/// load a new page, so only `memory` changes while a page lives.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Boot {
    /// Who is logged in.
    pub person: Option<Uuid>,
    /// The company that they act for.
    pub company: Option<Uuid>,
    /// The server's time: the two sides must agree on what "2 days ago" is.
    #[serde(with = "chrono::serde::ts_microseconds")]
    pub now: DateTime<Utc>,
    /// `https://jobs.example.org`, for canonical links.
    pub origin: String,
    /// What a form that came back with an error held.
    pub memory: FormMemory,
    /// The page's own address, where it is rendered as the answer to a form at that form's address. Such a page has no
    /// scripts, so browsers never have it.
    #[serde(skip)]
    pub still: Option<String>,
}

/// The page's [`Boot`].
pub fn boot() -> StoredValue<Boot> {
    expect_context()
}

/// Makes the page's [`Boot`] available to every component; the server makes it.
pub fn provide_boot(make: impl FnOnce() -> Boot) {
    let boot = SharedValue::new(make).into_inner();
    #[cfg(not(feature = "ssr"))]
    super::owner::set_page_owner(super::PageOwner::of(boot.person, boot.company));
    provide_context(StoredValue::new(boot));
}

#[cfg(not(feature = "ssr"))]
thread_local! {
    static WAITING: std::cell::RefCell<Vec<Box<dyn FnOnce()>>> = std::cell::RefCell::default();
}

/// Runs `start` after hydration: until then the DOM must stay as the server has rendered it.
#[cfg(not(feature = "ssr"))]
pub fn once_hydrated(start: impl FnOnce() + 'static) {
    WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(start)));
}

/// Runs what waits for hydration.
#[cfg(not(feature = "ssr"))]
pub fn run_hydrated() {
    WAITING.take().into_iter().for_each(|start| start());
}

/// Who is logged in.
pub fn person() -> Option<Uuid> {
    boot().with_value(|b| b.person)
}
