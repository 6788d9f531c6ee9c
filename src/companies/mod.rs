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
    Contact, Unlinked, accept_in, agree_noted, anonymise_candidate, anonymise_candidates, drop_bare, drop_noted,
    files_named, forget_contact, found, has_objected, index_some, is_guest, join, know, know_by_address, know_sender,
    leave_all, link_candidates, name_words, note, note_objection, render_some, sweep_invitations,
};
pub use model::*;
