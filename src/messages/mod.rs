//! Conversations between a seeker and a company about a posting, and their messages.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
pub mod files;
#[cfg(feature = "ssr")]
mod guests;
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
    Report, changed, claim, excerpt, files_named, forget_guest, forget_seeker, forget_seeker_ahead, guest_news,
    guest_thread, handle_report, index_some, mark_guest_read, mark_read, move_guest, note_told, read_up_to, reports,
};
#[cfg(feature = "ssr")]
pub use files::read_as_guest;
#[cfg(feature = "ssr")]
pub use guests::{GUEST_MAIL_KIND, GUEST_PATIENCE, GuestLetter, WaitingForGuest, queue_guest_mail, send_as_guest};
pub use model::*;
pub use outgoing::{Outgoing, Pending, outgoing};
#[cfg(feature = "ssr")]
pub use post::{Messenger, messenger, send, typing};
#[cfg(feature = "ssr")]
pub use presence::Presence;
pub use wire::*;
