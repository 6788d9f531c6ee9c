//! Resume files.
