//! Seekers' profiles and job preferences, and the open postings that fit them.

pub mod api;
#[cfg(feature = "ssr")]
mod cache;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
pub mod matching;
mod model;
pub mod pages;
mod reason;

#[cfg(feature = "ssr")]
pub use cache::FitsCache;
pub use model::*;
pub use reason::Reason;
