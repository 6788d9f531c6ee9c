//! What the browser loads: the hydrated half of Jobi.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the script in every page's head.
#[wasm_bindgen]
pub fn hydrate() {
    jobi::hydrate();
}
