//! Companies: who hires here, their public pages, and their members.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
pub mod logo;
#[cfg(feature = "ssr")]
mod mails;
mod model;
pub mod pages;

#[cfg(feature = "ssr")]
pub use db::{
    Contact, accept_in, anonymise_candidates, files_named, forget_contact, found, index_some, join, know, know_sender,
    leave_all, name_words, render_some, sweep_invitations,
};
pub use model::*;
