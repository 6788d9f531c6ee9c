//! Companies: who hires here, their public pages, and their members.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
pub mod logo;
mod model;
pub mod pages;

#[cfg(feature = "ssr")]
pub use db::{accept_in, files_named, found, index_some, join, leave_all, name_words, render_some, sweep_invitations};
pub use model::*;
