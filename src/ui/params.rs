//! What a page's path names.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use uuid::Uuid;

/// The id in the page's path. What is no id is the nil one, which nothing has.
pub fn id_param() -> impl Fn() -> Uuid + Copy + Send + Sync + 'static {
    let params = use_params_map();
    move || params.with(|p| p.get("id").and_then(|id| id.parse().ok()).unwrap_or_default())
}

/// What the page's address is called by: `rust-engineer-1a2b`.
pub fn slug_param() -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let params = use_params_map();
    move || params.with(|p| p.get("slug").unwrap_or_default())
}
