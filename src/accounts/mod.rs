//! Accounts: register, log in and out, sessions, settings.

pub mod api;
#[cfg(feature = "ssr")]
pub mod arrival;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
mod device;
mod device_name;
mod email;
#[cfg(feature = "ssr")]
mod entry;
#[cfg(feature = "ssr")]
pub mod kept_forms;
pub mod links;
pub mod may;
mod me;
mod model;
pub mod pages;
#[cfg(feature = "ssr")]
mod parts;
#[cfg(feature = "ssr")]
mod password;
pub mod second_factor;
#[cfg(feature = "ssr")]
pub mod session;
#[cfg(feature = "ssr")]
mod sign_up;
pub mod staff;
#[cfg(feature = "ssr")]
pub mod upload;

pub use device_name::device_name;
pub use may::{Action, MemberRole, StaffAction, StaffRole, Thing};
pub use me::{elsewhere, me, provide_me, switch_path};
pub use model::*;
pub use pages::{ConfirmNotice, EmployerFrame};

#[cfg(feature = "ssr")]
pub(crate) use db::reaches;
#[cfg(feature = "ssr")]
pub use db::{
    NewUser, Reach, UserRow, act_as, act_for, confirmed_owner, end_sessions, find_by_email, find_session, hold,
    hold_address, insert_user, list_users, members, members_at, reload, renew_keys, set_disabled, set_password, sweep,
};
#[cfg(feature = "ssr")]
pub use links::{SendPasswordLink, end_password_links};
#[cfg(feature = "ssr")]
pub use parts::{AccountPart, AccountParts, Work};
#[cfg(feature = "ssr")]
pub use password::hash as hash_password;
#[cfg(feature = "ssr")]
pub use session::{
    current_user, employer, may_as_staff, may_at_application, may_at_conversation, may_at_posting, may_in_company,
    person, seeker, viewer,
};
#[cfg(feature = "ssr")]
pub use sign_up::sign_up;
