//! Applications: how seekers apply and employers decide.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
mod model;
pub mod pages;

pub use model::*;
