//! Companies: their list and pages, and what members change of theirs.

mod edit;
mod list;

pub use edit::*;
pub use list::*;
