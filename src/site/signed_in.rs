//! What a page does for whoever is logged in, beside showing itself: it keeps the socket, and sends messages that are
//! not sent yet. A visitor's browser does not load this part.

use leptos::{
    prelude::*,
    task::spawn_local,
    wasm_split::{SplitLoaderError, wasm_split},
};

use crate::{
    live::{Live, live},
    messages::{Outgoing, outgoing},
    ui::once_hydrated,
};

/// How long after a part that could not be loaded it is tried again.
const PAUSE: std::time::Duration = std::time::Duration::from_secs(5);

#[derive(Clone)]
struct Page {
    owner: Owner,
    live: Live,
    outgoing: Outgoing,
    newest_event: i64,
}

/// Begins after hydration. The events are those after the page's newest.
pub fn begin(newest_event: i64) {
    let owner = Owner::current().expect("inside the app");
    let page = Page { owner, live: live(), outgoing: outgoing(), newest_event };
    once_hydrated(move || load(page));
}

fn load(page: Page) {
    spawn_local(async move {
        if run(Box::new(page.clone())).await.is_err() {
            set_timeout(move || load(page), PAUSE);
        }
    });
}

#[wasm_split(signed_in, wasm_split_path = leptos::wasm_split, fallible)]
fn run(page: Box<Page>) -> Result<(), SplitLoaderError> {
    page.owner.with(|| {
        page.outgoing.begin();
        page.live.connect(page.newest_event);
    });
    Ok(())
}
