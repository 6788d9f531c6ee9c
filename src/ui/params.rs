//! What a page's address asks for: its path, and its query.

use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map, use_query_map};
use uuid::Uuid;

/// The id in the page's path; nil, which nothing has, where it does not parse.
pub fn id_param() -> impl Fn() -> Uuid + Copy + Send + Sync + 'static {
    let params = use_params_map();
    move || params.with(|p| p.get("id").and_then(|id| id.parse().ok()).unwrap_or_default())
}

/// The slug in the page's path: `rust-engineer-1a2b`.
pub fn slug_param() -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let params = use_params_map();
    move || params.with(|p| p.get("slug").unwrap_or_default())
}

/// What the page's query asks for: `read` takes its parameters by name, of which missing ones are empty.
pub fn query_params<T: PartialEq + Send + Sync + 'static>(
    read: impl Fn(&dyn Fn(&str) -> String) -> T + Send + Sync + 'static,
) -> Memo<T> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| read(&|name| query.get(name).unwrap_or_default())))
}

/// What the query of the page at `path` asks for. While the router navigates to another page the address is already
/// that one's: the last search stays, so that nothing is loaded for a page that is left.
pub fn query_of<T: Clone + PartialEq + Send + Sync + 'static>(path: &'static str, parse: fn(&str) -> T) -> Memo<T> {
    let location = use_location();
    Memo::new(move |before: Option<&T>| {
        let here = location.pathname.with(|pathname| pathname.trim_end_matches('/') == path);
        before.filter(|_| !here).cloned().unwrap_or_else(|| location.search.with(|search| parse(search)))
    })
}
