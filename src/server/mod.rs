//! The server's half: configuration, database, sessions, the router, and what runs in the background.

pub mod audit;
pub mod background;
pub mod body;
pub mod buckets;
pub mod clearing;
pub mod client_addr;
pub mod config;
pub mod connections;
pub mod db;
pub mod download;
pub mod error_page;
pub mod faults;
pub mod files;
pub mod files_db;
pub mod form_memory;
pub mod line;
pub mod logging;
pub mod markdown;
pub mod page_cache;
pub mod page_owner;
pub mod patience;
pub mod picture;
pub mod rates;
pub mod readiness;
pub mod referer;
pub mod router;
pub mod serve;
pub mod session;
pub mod state;
pub mod stream;
pub mod upload;
pub mod write_limits;

pub use state::AppState;
