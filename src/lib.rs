//! Jobi: a job board, an applicant tracker and a live messenger in one program.
//!
//! One crate, built twice: with the feature `ssr` it is the server, with `hydrate` the browser's half.
//! Inside a feature's folder the same names mean the same layer: `model` (types and their rules), `api` (server
//! functions), `db` (SQL), `pages` (what is shown). `docs/architecture.md` has the floors that they stand on.
#![recursion_limit = "512"]

pub mod accounts;
pub mod applications;
pub mod companies;
pub mod error;
pub mod forms;
pub mod jobs;
pub mod l10n;
pub mod live;
pub mod messages;
pub mod notifications;
pub mod paging;
pub mod profiles;
pub mod resumes;
pub mod site;
pub mod text;
pub mod ui;

#[cfg(feature = "ssr")]
pub mod cli;
#[cfg(feature = "ssr")]
pub mod db;
#[cfg(feature = "ssr")]
pub mod platform;
#[cfg(all(test, feature = "ssr"))]
mod tests;

/// Starts the app in the browser: fetches the catalogue of the page's language, then hydrates.
#[cfg(feature = "hydrate")]
pub fn hydrate() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        ui::ask_to_reload();
    }));
    wasm_bindgen_futures::spawn_local(async {
        let early = ui::early::Early::watch();
        l10n::load_for_page().await;
        let body = leptos::tachys::dom::body();
        leptos::mount::hydrate_from_async(body.clone(), site::app::App).await.forget();
        ui::run_hydrated();
        early.replay();
        // End-to-end tests wait for this before they touch a page.
        _ = body.set_attribute("data-hydrated", "");
    });
}
