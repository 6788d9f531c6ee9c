//! Resumes: private PDFs of seekers, read by their owner and by the employers they were sent to.

#[cfg(feature = "ssr")]
mod db;
pub mod pages;

#[cfg(feature = "ssr")]
pub use db::forget_owner;
