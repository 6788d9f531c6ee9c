//! What the site's staff sees: who they are, what people have reported, and the audit log.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
mod model;
pub mod pages;

pub use model::*;
