//! What the browser shows outside the page: the unread count on the icon, and desktop notifications.

use leptos::prelude::*;
#[cfg(not(feature = "ssr"))]
use {
    super::{api::LoadBell, model::Notification},
    crate::{text::encode, ui::times},
    leptos::{
        wasm_bindgen::{JsCast, closure::Closure},
        web_sys,
    },
};

/// Whether notifications are shown on the desktop.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "ssr", expect(dead_code, reason = "a server has no desktop"))]
pub enum Desktop {
    /// The browser has no desktop notifications; many on phones have none.
    Absent,
    /// The person was not asked.
    Unasked,
    Allowed,
    Denied,
}

/// Shows the unread count on the page's icon.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers have an icon"))]
pub fn mark_icon(unread: i64) {
    #[cfg(not(feature = "ssr"))]
    if let Ok(Some(icon)) = document().query_selector("link[rel=icon]") {
        let href = match unread {
            ..=0 => "/favicon.svg".to_string(),
            1..=9 => numbered(&unread.to_string()),
            _ => numbered("9+"),
        };
        _ = icon.set_attribute("href", &href);
    }
}

/// `public/favicon.svg` with a number over it.
#[cfg(not(feature = "ssr"))]
fn numbered(number: &str) -> String {
    let size = if number.len() > 1 { 13 } else { 17 };
    let svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b6b72"/><path d="M20 8v11a5 5 0 0 1-9 3" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round"/><circle cx="21" cy="11" r="11" fill="#d92d20"/><text x="21" y="11" dy=".36em" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="{size}" fill="#fff">{number}</text></svg>"##
    );
    format!("data:image/svg+xml,{}", encode(&svg))
}

/// The browser's permission for desktop notifications.
pub fn state() -> Desktop {
    #[cfg(not(feature = "ssr"))]
    if js_sys::Reflect::has(&window(), &"Notification".into()).unwrap_or_default() {
        return match web_sys::Notification::permission() {
            web_sys::NotificationPermission::Granted => Desktop::Allowed,
            web_sys::NotificationPermission::Denied => Desktop::Denied,
            _ => Desktop::Unasked,
        };
    }
    Desktop::Absent
}

/// Asks the person for the permission.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers can ask"))]
pub fn ask(desktop: RwSignal<Desktop>) {
    #[cfg(not(feature = "ssr"))]
    if let Ok(asked) = web_sys::Notification::request_permission() {
        leptos::task::spawn_local(async move {
            _ = wasm_bindgen_futures::JsFuture::from(asked).await;
            _ = desktop.try_set(state());
        });
    }
}

/// Shows the newest notification on the desktop, if that is allowed and the page is hidden. Notifications up to `seen`
/// were shown already, or were visible in the page.
#[cfg(not(feature = "ssr"))]
pub fn show_newest(seen: StoredValue<chrono::DateTime<chrono::Utc>>) {
    if state() != Desktop::Allowed || !document().hidden() {
        seen.set_value(untrack(|| times().now()));
        return;
    }
    leptos::task::spawn_local(async move {
        let Ok(bell) = crate::ui::ask(LoadBell {}).await else { return };
        let newest = bell.newest.into_iter().find(|n| !n.read && seen.try_get_value().is_some_and(|seen| n.at > seen));
        if let Some(newest) = newest {
            seen.set_value(newest.at);
            show(&newest);
        }
    });
}

#[cfg(not(feature = "ssr"))]
fn show(notification: &Notification) {
    let options = web_sys::NotificationOptions::new();
    // Equal in every tab, so that they show one; it replaces the notification that was folded into this one.
    options.set_tag(&format!("{}-{}", notification.kind, notification.about));
    let Ok(shown) = web_sys::Notification::new_with_options(&notification.text(), &options) else { return };
    let href = notification.href();
    let on_click = Closure::once_into_js(move || {
        _ = window().focus();
        _ = window().location().set_href(&href);
    });
    shown.set_onclick(Some(on_click.unchecked_ref()));
}
