//! What the server knows when it renders a page and the browser must know alike when it takes the page over.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use uuid::Uuid;

use super::form::FormMemory;

/// Made once a page load on the server and carried over in the page. A login, a logout or another language load a
/// new page, so nothing here changes while a page lives.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Boot {
    /// Who is logged in.
    pub person: Option<Uuid>,
    /// The server's time: the two sides must agree on what "2 days ago" is.
    pub now: DateTime<Utc>,
    /// `https://jobs.example.org`, for canonical links.
    pub origin: String,
    /// What a form that came back with an error held.
    pub memory: FormMemory,
    /// The page's own address, where it answers a form at that form's address. Browsers never have it: such a page has
    /// no scripts.
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
    super::owner::set_page_owner(super::PageOwner::of(boot.person));
    provide_context(StoredValue::new(boot));
}

#[cfg(not(feature = "ssr"))]
thread_local! {
    static WAITING: std::cell::RefCell<Vec<Box<dyn FnOnce()>>> = std::cell::RefCell::default();
}

/// Does something when the page is taken over: before that it must stay what the server has rendered.
#[cfg(not(feature = "ssr"))]
pub fn once_hydrated(start: impl FnOnce() + 'static) {
    WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(start)));
}

/// Tells that the page is taken over.
#[cfg(not(feature = "ssr"))]
pub fn hydrated() {
    WAITING.take().into_iter().for_each(|start| start());
}

/// Who is logged in.
pub fn person() -> Option<Uuid> {
    boot().with_value(|b| b.person)
}
