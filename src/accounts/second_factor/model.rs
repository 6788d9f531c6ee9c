//! What pages show of an account's second factors.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The page of everything that protects an account.
pub const SECURITY_PATH: &str = "/settings/security";
/// The page that asks for the second factor after the password.
pub const CODE_PATH: &str = "/login/code";

/// Passkeys of one account.
pub const MAX_PASSKEYS: i64 = 20;
/// Characters of a passkey's name.
pub const MAX_PASSKEY_NAME: usize = 60;

/// What an account is protected with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct Protection {
    /// Since when an authenticator app is set up.
    pub app_since: Option<DateTime<Utc>>,
    pub passkeys: i64,
    /// Recovery codes that are not used.
    pub codes_left: i64,
}

impl Protection {
    /// Whether a login asks for more than the password.
    pub fn is_set_up(&self) -> bool {
        self.app_since.is_some() || self.passkeys > 0
    }
}

/// What the page shows that manages all of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Security {
    pub protection: Protection,
    pub passkeys: Vec<Passkey>,
    /// Whether browsers let passkeys be made for the site's address.
    pub takes_passkeys: bool,
    /// Whether the person looks after the site, and so needs a second factor.
    pub must_have_one: bool,
}

/// A passkey, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct Passkey {
    pub id: Uuid,
    pub name: String,
    pub created_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
}

/// An authenticator app that is being set up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AppSetup {
    /// The secret as text to type, in groups of four.
    pub secret: String,
    pub picture: QrPicture,
}

/// A QR code as the path of an SVG, one unit a module, with the margin that readers need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QrPicture {
    pub side: usize,
    pub dark: String,
}

/// How a login that waits can be completed, beside a recovery code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ways {
    pub app: bool,
    pub passkey: bool,
}
