//! Types of postings, shared by server and browser.

mod board;
mod editor;
mod exchange;
mod query;

pub use board::*;
pub use editor::*;
pub use exchange::exchanged;
pub use query::*;
