//! What every feature stands on, on the server: configuration, connections, bodies, files, limits, logs.

pub mod audit;
pub mod body;
pub mod buckets;
pub mod client_addr;
pub mod config;
pub mod connections;
pub mod download;
pub mod error_page;
pub mod files;
pub mod files_db;
pub mod logging;
pub mod markdown;
pub mod patience;
pub mod picture;
pub mod rates;
pub mod readiness;
pub mod referer;
pub mod serve;
pub mod stream;
pub mod upload;
