//! Applications: how seekers apply and employers decide.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
pub mod files;
#[cfg(feature = "ssr")]
mod mails;
mod model;
pub mod pages;

#[cfg(feature = "ssr")]
pub use db::{anonymise, claim, stage_of};
pub use model::*;
