//! Seekers' profiles and job preferences, and the open postings that fit them.

pub mod api;
#[cfg(feature = "ssr")]
mod cache;
#[cfg(feature = "ssr")]
mod db;
mod lack;
#[cfg(feature = "ssr")]
pub mod matching;
mod model;
pub mod pages;
mod reason;

#[cfg(feature = "ssr")]
pub use cache::FitsCache;
pub use lack::Lack;
pub use model::*;
pub use pages::FitRow;
pub use reason::Reason;
