//! Notifications: what happened that concerns somebody, folded, until they have read it.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
mod desktop;
mod model;
pub mod pages;

#[cfg(feature = "ssr")]
pub use db::{Notice, clear, clear_ahead, forget, notify, read_about, tell_counts};
pub use model::*;
