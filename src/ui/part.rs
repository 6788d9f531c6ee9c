//! Parts of the program that are loaded when they are needed, and what happens where one cannot be: the site cannot be
//! reached, or has been brought up to date and has the part no more.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use gloo_net::http::Request;
use js_sys::Promise;
use leptos::prelude::*;
use leptos_router::location::Url;
use wasm_bindgen_futures::JsFuture;

use super::reload::{Notice, TRY_AGAIN, hide_reload_notice, show};

/// How long after a failed try comes the next; doubled each time.
const FIRST_PAUSE: Duration = Duration::from_secs(2);
const MAX_PAUSE: Duration = Duration::from_secs(60);
/// How long a part is waited for that neither comes nor fails.
const PATIENCE: Duration = Duration::from_secs(15);

/// Loads a part. Where that fails on the way to another page, that page is loaded as a whole; while the site cannot be
/// reached, the page says so. In hydration it stays the page that the server has rendered, and works as that.
pub async fn load_part<E>(load: impl AsyncFn() -> Result<(), E>) {
    // The router's: the address of the browser is still the old page's.
    let wanted = use_context::<ArcRwSignal<Url>>().map(|url| url.with_untracked(full_path));
    let mut told = None;
    let mut wait = FIRST_PAUSE;
    let _patience = wanted.clone().map(Patience::until_loaded);
    while load().await.is_err() {
        if let Some(wanted) = &wanted {
            if site_answers().await {
                _ = window().location().set_href(wanted);
                // Whoever is asked whether to leave may stay.
                wait = MAX_PAUSE;
            } else {
                told.get_or_insert_with(Told::new);
                show(Some(if is_offline() { Notice::Offline } else { Notice::Unreachable }));
            }
        }
        pause(wait).await;
        wait = (wait * 2).min(MAX_PAUSE);
    }
}

/// Loads the page as a whole where its part neither comes nor fails for long.
struct Patience(Arc<AtomicBool>);

impl Patience {
    fn until_loaded(wanted: String) -> Self {
        let waits = Arc::new(AtomicBool::new(true));
        let still = waits.clone();
        let go = move || {
            if still.load(Ordering::Relaxed) && !is_offline() {
                _ = window().location().set_href(&wanted);
            }
        };
        set_timeout(go, PATIENCE);
        Self(waits)
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

fn full_path(url: &Url) -> String {
    let search = if url.search().is_empty() { String::new() } else { format!("?{}", url.search()) };
    format!("{}{search}{}", url.path(), url.hash())
}

/// That the page says what is missing: no more once it is there, or once somebody goes elsewhere.
struct Told;

impl Told {
    fn new() -> Self {
        Self
    }
}

impl Drop for Told {
    fn drop(&mut self) {
        hide_reload_notice();
    }
}

/// Whether the browser knows that it has no network.
pub fn is_offline() -> bool {
    !window().navigator().on_line()
}

async fn site_answers() -> bool {
    !is_offline() && Request::get("/healthz").send().await.is_ok()
}

/// Waits, but not longer than until the network is back, or somebody presses "Try again".
pub async fn pause(duration: Duration) {
    let waited = Promise::new(&mut |resolve, _| {
        let window = window();
        let milliseconds = duration.as_millis() as i32;
        _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        _ = window.add_event_listener_with_callback("online", &resolve);
        if let Some(button) = document().get_element_by_id(TRY_AGAIN) {
            _ = button.add_event_listener_with_callback("click", &resolve);
        }
    });
    _ = JsFuture::from(waited).await;
}
