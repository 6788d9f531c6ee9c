//! Postings as everybody sees them: the list with its search, a posting's page, the home page.

#[cfg(feature = "ssr")]
pub mod cache;
mod model;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod views;

pub use model::*;
