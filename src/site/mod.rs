//! The whole site: its pages and routes, their layers, and the background tasks.

pub mod app;
#[cfg(feature = "ssr")]
pub mod background;
mod boot;
#[cfg(feature = "ssr")]
pub mod clearing;
#[cfg(feature = "ssr")]
pub mod database;
#[cfg(feature = "ssr")]
mod erasure;
#[cfg(feature = "ssr")]
pub mod form_memory;
mod header;
#[cfg(feature = "ssr")]
pub mod page_cache;
#[cfg(feature = "ssr")]
pub mod page_owner;
#[cfg(feature = "ssr")]
mod program;
#[cfg(feature = "ssr")]
mod public_html;
#[cfg(feature = "ssr")]
pub mod router;
#[cfg(feature = "hydrate")]
mod signed_in;
#[cfg(feature = "ssr")]
pub mod state;
#[cfg(feature = "ssr")]
pub mod wire;
#[cfg(feature = "ssr")]
pub mod write_limits;
