//! What an account is protected with beside its password: an authenticator app's codes, passkeys, and recovery codes for
//! whoever has lost the rest. A passkey takes the place of the password, too: it asks for a finger or a PIN itself.

pub mod api;
#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
mod mails;
mod model;
pub mod pages;
#[cfg(feature = "ssr")]
mod passkey;
#[cfg(feature = "ssr")]
mod recovery;
#[cfg(feature = "ssr")]
mod totp;

pub use model::*;

#[cfg(feature = "ssr")]
pub use {
    api::ask,
    db::{is_set_up, is_set_up_in, protection, sweep},
};
