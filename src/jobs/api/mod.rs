//! Server functions of postings.

mod board;
mod postings;

pub use board::*;
pub use postings::*;
