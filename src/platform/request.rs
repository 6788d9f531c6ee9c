//! The request behind a page or a server function.

use axum::http::{header, request::Parts};
use leptos::prelude::use_context;
use std::net::{IpAddr, Ipv4Addr};

use super::client_addr::ClientAddr;

/// An extension that a layer has put into the request.
pub fn from_request<T: Clone + Send + Sync + 'static>() -> Option<T> {
    use_context::<Parts>()?.extensions.get::<T>().cloned()
}

/// The address of the server function's client.
pub fn client() -> ClientAddr {
    from_request().unwrap_or(ClientAddr(IpAddr::V4(Ipv4Addr::LOCALHOST)))
}

/// What the browser calls itself, cut to a length worth showing.
pub fn user_agent() -> String {
    let parts = use_context::<Parts>();
    let header = parts.as_ref().and_then(|p| p.headers.get(header::USER_AGENT));
    let text = header.and_then(|v| v.to_str().ok()).unwrap_or_default();
    text.chars().take(300).collect()
}
