//! The SQL of companies.

mod candidates;
mod companies;
mod edit;

pub use candidates::*;
pub use companies::*;
pub use edit::*;
