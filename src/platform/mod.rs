//! What every feature on the server is built on: configuration, connections, bodies, files, rate limits, logs.

pub mod audit;
pub mod body;
pub mod buckets;
pub mod client_addr;
pub mod config;
pub mod connections;
pub mod cookies;
pub mod download;
pub mod encoding;
pub mod error_page;
pub mod files;
pub mod files_db;
pub mod fresh_cache;
pub mod json_ld;
pub mod limits;
pub mod limits_db;
pub mod logging;
pub mod mail;
pub mod markdown;
pub mod page_record;
pub mod patience;
pub mod pdf;
pub mod picture;
pub mod queue;
pub mod rates;
pub mod readiness;
pub mod referer;
pub mod request;
pub mod serve;
pub mod share_picture;
pub mod site;
pub mod static_files;
pub mod stream;
pub mod tasks;
pub mod test_clock;
pub mod token;
pub mod upload;
pub mod xml;

use std::sync::Arc;

use crate::db::Db;

/// The services that every feature uses on the server. Cheap to clone.
#[derive(Clone)]
pub struct Platform {
    pub db: Db,
    pub files: files::Files,
    pub rates: Arc<rates::Rates>,
    pub mailer: Arc<mail::Mailer>,
    pub site: Arc<site::Site>,
}

impl Platform {
    /// Whether one can apply without an account: what one has sent is confirmed by a mail, which reaches people, or can be
    /// read in the development mailbox of a site on this machine.
    pub fn takes_guests(&self) -> bool {
        self.mailer.reaches_people() || self.site.is_local
    }
}

/// The [`Platform`], inside a server function.
pub fn platform() -> Platform {
    leptos::prelude::expect_context()
}
