//! Postings as their employer works on them: write, publish, close, duplicate, and what came of them.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
mod lists_db;
mod model;
pub mod pages;

#[cfg(feature = "ssr")]
pub use db::{render_some, sweep};
pub use model::*;
