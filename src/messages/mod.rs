//! Conversations between a seeker and a company about a posting, and their messages.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
pub mod files;
#[cfg(feature = "ssr")]
mod links;
mod model;
mod outgoing;
pub mod pages;
#[cfg(feature = "ssr")]
mod post;
#[cfg(feature = "ssr")]
mod presence;
mod wire;

#[cfg(feature = "ssr")]
pub use db::{
    Report, changed, claim, excerpt, files_named, forget_seeker, forget_seeker_ahead, handle_report, index_some,
    mark_read, read_up_to, reports,
};
pub use model::*;
pub use outgoing::{Outgoing, Pending, outgoing};
#[cfg(feature = "ssr")]
pub use post::{Messenger, messenger, send, typing};
#[cfg(feature = "ssr")]
pub use presence::Presence;
pub use wire::*;
