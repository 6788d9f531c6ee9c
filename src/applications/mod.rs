//! Applications: how seekers apply and employers decide.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
pub mod files;
mod model;
pub mod pages;

#[cfg(feature = "ssr")]
pub use db::{anonymise, stage_of};
pub use model::*;
