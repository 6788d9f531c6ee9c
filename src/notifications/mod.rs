//! Notifications: what happened that concerns a user. While unread, those of one kind about one thing are folded.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
mod desktop;
#[cfg(feature = "ssr")]
mod mails;
mod model;
#[cfg(feature = "ssr")]
pub mod one_click;
pub mod pages;

#[cfg(feature = "ssr")]
pub use db::{
    CountUnread, Notice, clear, clear_ahead, clear_of_company, count_unread, forget, forget_guest, notify, read_about,
    save_settings, settings,
};
#[cfg(feature = "ssr")]
pub use mails::{MailDigest, MailNotification};
pub use model::*;
pub use pages::{DesktopSwitch, UnreadTalks};
