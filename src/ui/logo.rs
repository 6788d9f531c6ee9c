//! A company's logo.

use leptos::prelude::*;

/// The picture, or the name's first letter where there is none. The name stands beside it, so it is decoration.
#[component]
pub fn Logo(
    name: String,
    /// The stored picture's name.
    file: Option<String>,
    #[prop(optional)] large: bool,
) -> impl IntoView {
    let class = if large { "logo logo--large" } else { "logo" };
    match file {
        Some(file) => view! { <img class=class src=format!("/logos/{file}") alt=""/> }.into_any(),
        None => {
            let letter = name.chars().find(|c| c.is_alphanumeric()).map(String::from).unwrap_or_default();
            view! { <span class=class aria-hidden="true">{letter}</span> }.into_any()
        }
    }
}
