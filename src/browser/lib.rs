//! What the browser loads: the hydrated half of Jobi.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the script in every page's head, with its functions `mend` and `quit`.
#[wasm_bindgen]
pub fn hydrate(mend: js_sys::Function, quit: js_sys::Function) {
    jobi::hydrate(mend, quit);
}
