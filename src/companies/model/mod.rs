//! Companies: their list and pages, and what members change of theirs.

mod edit;
mod list;
mod team;

pub use edit::*;
pub use list::*;
pub use team::*;
