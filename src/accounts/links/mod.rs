//! Links of one use to a person's mailbox: one confirms the address, another sets a new password. Opening one changes
//! nothing, because robots open links, too; the page behind it has a button that does.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
mod mails;
#[cfg(feature = "ssr")]
mod tasks;

use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
pub use self::{
    db::{belongs, end_email_change, end_password_links, is_known_device, know_device, note_confirmed, sweep},
    mails::{
        Reader, send_address_taken, send_confirmation, send_email_change_asked, send_email_changed, send_new_sign_in,
        send_password_changed,
    },
    tasks::SendPasswordLink,
};

/// What a link is good for.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "TEXT", rename_all = "snake_case")]
pub enum Purpose {
    ConfirmEmail,
    ResetPassword,
}

#[cfg(feature = "ssr")]
impl Purpose {
    /// How long such a link is good.
    fn lifetime(self) -> chrono::TimeDelta {
        match self {
            Self::ConfirmEmail => chrono::TimeDelta::days(3),
            Self::ResetPassword => chrono::TimeDelta::minutes(30),
        }
    }

    /// The page that it leads to.
    fn path(self) -> &'static str {
        match self {
            Self::ConfirmEmail => "/confirm",
            Self::ResetPassword => "/reset",
        }
    }
}

/// What the page behind a link shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenedLink {
    /// The address that the link was sent to; none where the link is not good any more.
    pub email: Option<String>,
}
