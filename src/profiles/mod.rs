//! Seekers' profiles and job preferences, and the open postings that fit them.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
pub mod matching;
mod model;
pub mod pages;

pub use model::*;
