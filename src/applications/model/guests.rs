//! Applications of people without an account, as they see them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Application, NotedCandidate};
use crate::messages::GuestThread;

/// Where the page behind a guest's link begins; the token follows.
pub const GUEST_PATH: &str = "/guest/";
/// The page that says where to go on, once an application without an account is sent.
pub const GUEST_SENT_PATH: &str = "/guest?sent";
/// Days within which an application without an account is confirmed.
pub const DAYS_TO_CONFIRM: i64 = 3;
/// Days that a link to a confirmed one is good for.
pub const GUEST_LINK_DAYS: i64 = 365;

/// What the apply page shows somebody who is not logged in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GuestStart {
    pub title: String,
    pub company: String,
    /// Whether the posting takes applications.
    pub open: bool,
}

/// What is behind a guest's link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuestPage {
    /// The link is not good, or not any more.
    Unknown,
    /// Sent, and not confirmed: the company sees nothing of it.
    Pending(PendingApplication),
    Sent(Box<GuestApplication>),
    /// The company has noted it itself, and the person has not said that it is them.
    Noted(Box<NotedCandidate>),
    /// An account's by now, where it is found under this id.
    Account(Uuid),
}

/// An application that waits to be confirmed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct PendingApplication {
    pub title: String,
    pub company: String,
    /// The posting's slug, unless it is archived.
    pub slug: Option<String>,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub letter: String,
    /// What the resume is called.
    pub resume: String,
    pub expires_at: DateTime<Utc>,
}

/// An application that was sent without an account, and what was written about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GuestApplication {
    pub application: Application,
    pub thread: GuestThread,
}
