//! Conversations between a seeker and a company about a posting, and their messages.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
pub mod files;
mod model;
pub mod pages;
#[cfg(feature = "ssr")]
mod post;
#[cfg(feature = "ssr")]
mod presence;

#[cfg(feature = "ssr")]
pub use db::{Report, excerpt, files_named, forget_seeker, forget_seeker_ahead, handle_report, mark_read, reports};
pub use model::*;
#[cfg(feature = "ssr")]
pub use post::{Messenger, messenger, send, typing};
#[cfg(feature = "ssr")]
pub use presence::{Presence, change_shown, note_seen};
