//! Short facts, in a `<dl>`.

use leptos::prelude::*;

/// A fact with its name; none where there is nothing to say.
#[component]
pub fn Fact(#[prop(into)] name: String, value: String) -> impl IntoView {
    (!value.is_empty()).then(|| view! { <div><dt>{name}</dt><dd dir="auto">{value}</dd></div> })
}
