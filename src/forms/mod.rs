//! Forms as they come in: checks of what was typed.

mod check;

pub use check::Check;
