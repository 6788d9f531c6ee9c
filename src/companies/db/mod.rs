//! The SQL of companies.

mod companies;
mod edit;

pub use companies::*;
pub use edit::*;
