//! Accounts: register, log in and out, sessions, settings.

pub mod api;
#[cfg(feature = "ssr")]
pub mod arrival;
#[cfg(feature = "ssr")]
mod db;
mod model;
pub mod pages;
#[cfg(feature = "ssr")]
mod password;

pub use model::*;

#[cfg(feature = "ssr")]
pub use db::{
    NewUser, UserRow, end_sessions, find_login, find_session, hold, insert_user, keep_form, list_users, reload,
    set_disabled, set_password, sweep, take_form,
};
#[cfg(feature = "ssr")]
pub use password::hash as hash_password;
