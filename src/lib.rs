//! Jobi: a job board, an applicant tracker and a live messenger in one program.
//!
//! One crate, built twice: with the feature `ssr` it is the server, with `hydrate` the browser's half.
//! Inside a feature's folder the same names mean the same layer: `model` (types and their rules), `api` (server
//! functions), `db` (SQL), `pages` (what is shown). `docs/architecture.md` has the floors that they stand on.
#![recursion_limit = "512"]

pub mod accounts;
pub mod admin;
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

/// Starts the app in the browser: fetches the catalogue of the page's language and the page's part of the program, then
/// hydrates. `mend` gives the page back the nodes that the server has rendered, whatever others have made of them;
/// after `quit` the page is one without scripts. Both are in `site/loader.js`.
#[cfg(feature = "hydrate")]
pub fn hydrate(mend: js_sys::Function, quit: js_sys::Function) {
    use wasm_bindgen::JsValue;

    let body = leptos::tachys::dom::body();
    let quit = send_wrapper::SendWrapper::new((quit, body.clone()));
    std::panic::set_hook(Box::new(move |panic| {
        console_error_panic_hook::hook(panic);
        let (quit, body) = &*quit;
        _ = quit.call0(&JsValue::NULL);
        // Before, loading the page again would end in the same way.
        if body.has_attribute(HYDRATED) {
            ui::ask_to_reload();
        }
    }));
    wasm_bindgen_futures::spawn_local(async move {
        let early = ui::early::Early::watch();
        while !l10n::load_for_page().await {
            ui::pause(CATALOGUE_PAUSE).await;
        }
        site::app::load_part_of_page().await;
        _ = mend.call0(&JsValue::NULL);
        leptos::mount::hydrate_from_async(body.clone(), site::app::App).await.forget();
        ui::run_hydrated();
        early.replay();
        _ = body.set_attribute(HYDRATED, "");
    });
}

/// End-to-end tests wait for this attribute before they touch a page.
#[cfg(feature = "hydrate")]
const HYDRATED: &str = "data-hydrated";
/// How long after the catalogue could not be fetched it is tried again.
#[cfg(feature = "hydrate")]
const CATALOGUE_PAUSE: std::time::Duration = std::time::Duration::from_secs(5);
