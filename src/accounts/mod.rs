//! Accounts: register, log in and out, sessions, settings.

pub mod api;
#[cfg(feature = "ssr")]
pub mod arrival;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
mod forms_db;
mod model;
pub mod pages;
#[cfg(feature = "ssr")]
mod password;

pub use model::*;

#[cfg(feature = "ssr")]
pub use db::{
    NewUser, UserRow, end_sessions, find_login, find_session, hold, insert_user, list_users, reload, set_disabled,
    set_password, sweep,
};
#[cfg(feature = "ssr")]
pub use forms_db::{FormOwner, find_form, keep_form, sweep_forms};
#[cfg(feature = "ssr")]
pub use password::hash as hash_password;
