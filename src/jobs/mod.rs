//! Postings: the public list with its search, a posting's page, and what employers do with them.

#[cfg(feature = "ssr")]
pub mod cache;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod views;
