//! A company's logo.

use leptos::prelude::*;

/// How many hues the tiles of companies without a logo have (style/components/logo.css).
const HUES: u32 = 12;

/// The hue of a company's tile: the same for the same name.
fn hue(name: &str) -> u32 {
    name.bytes().fold(0_u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte.into())) % HUES
}

/// The picture, or where there is none a tile with the name's first letter. The name stands beside it, so it is
/// decoration.
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
            view! { <span class=class data-hue=hue(&name) aria-hidden="true">{letter}</span> }.into_any()
        }
    }
}
