//! What the browser does with passkeys. It reads and writes the JSON that the server knows by itself; browsers that
//! cannot (before 2024) are offered none.

use js_sys::{Function, JSON, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Reads what a passkey is made with.
const READ_NEW: &str = "parseCreationOptionsFromJSON";
/// Reads what a passkey is asked for with.
const READ_ANY: &str = "parseRequestOptionsFromJSON";

/// Whether this browser takes part, and the site has a name: there are no passkeys of bare IP addresses.
pub fn is_supported() -> bool {
    let host = window().location().hostname().unwrap_or_default();
    let is_named = host.contains(|c: char| c.is_ascii_alphabetic()) && !host.starts_with('[');
    is_named && method(READ_NEW).is_some() && method(READ_ANY).is_some()
}

/// Has the browser make a passkey; none where that was not to be.
pub async fn make(options: &str) -> Option<String> {
    act("create", READ_NEW, options).await
}

/// Has the browser ask for a passkey.
pub async fn ask_for_one(options: &str) -> Option<String> {
    act("get", READ_ANY, options).await
}

async fn act(act: &str, read: &str, options: &str) -> Option<String> {
    let (class, read) = method(read)?;
    let public_key = read.call1(&class, &JSON::parse(options).ok()?).ok()?;
    let asked = Object::new();
    Reflect::set(&asked, &"publicKey".into(), &public_key).ok()?;
    let credentials = Reflect::get(&window().navigator(), &"credentials".into()).ok()?;
    let act: Function = Reflect::get(&credentials, &act.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = act.call1(&credentials, &asked).ok()?.dyn_into().ok()?;
    let credential = JsFuture::from(promise).await.ok()?;
    JSON::stringify(&credential).ok()?.as_string()
}

/// A method of the class of passkeys, and that.
fn method(name: &str) -> Option<(JsValue, Function)> {
    let constructor = Reflect::get(&window(), &"PublicKeyCredential".into()).ok()?;
    let method = Reflect::get(&constructor, &name.into()).ok()?.dyn_into().ok()?;
    Some((constructor, method))
}
