//! Companies: who hires here, their public pages, and their members.

#[cfg(feature = "ssr")]
mod db;
pub mod pages;

#[cfg(feature = "ssr")]
pub use db::{found, leave};
