//! Postings as everybody sees them: the list with its search, a posting's page, the home page.

pub mod api;
#[cfg(feature = "ssr")]
pub mod cache;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
mod list_key;
mod model;
pub mod pages;
mod query;
#[cfg(feature = "ssr")]
mod search;
#[cfg(feature = "ssr")]
pub mod sitemap;
#[cfg(feature = "ssr")]
pub mod views;

#[cfg(feature = "ssr")]
pub use db::{company_jobs, version};
pub use model::*;
pub use pages::{JobRow, JobRows};
pub use query::*;
#[cfg(feature = "ssr")]
pub(crate) use search::card_columns;
