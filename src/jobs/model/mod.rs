//! What both sides know of postings.

mod board;
mod editor;
mod query;

pub use board::*;
pub use editor::*;
pub use query::*;
