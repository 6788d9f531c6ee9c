//! Applications: how seekers apply and employers decide.

mod model;
pub mod pages;

pub use model::*;
