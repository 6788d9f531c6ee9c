//! The operator's own pages: imprint, privacy, terms. Markdown files with dated versions, linked at the foot of every
//! page.

pub mod api;
mod model;
pub mod pages;
#[cfg(feature = "ssr")]
mod store;

pub use model::Document;
#[cfg(feature = "ssr")]
pub use store::Documents;
