//! Companies' rows.

mod companies;
mod edit;

pub use companies::*;
pub use edit::*;
