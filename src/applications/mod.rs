//! Applications: how seekers apply and employers decide.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
pub mod files;
#[cfg(feature = "ssr")]
mod guest_tasks;
#[cfg(feature = "ssr")]
mod mails;
mod model;
pub mod pages;

#[cfg(feature = "ssr")]
pub use db::{anonymise, claim, guest_files_named, stage_of, sweep_guests};
#[cfg(feature = "ssr")]
pub use guest_tasks::{MailGuestMessages, MailGuestStage, SendGuestLinks};
pub use model::*;
