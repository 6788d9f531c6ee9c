//! Resumes: private PDFs of seekers, read by their owner and by the employers they were sent to.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
pub mod files;
mod model;
pub mod pages;

#[cfg(feature = "ssr")]
pub use db::{add as add_resume, count as count_resumes, forget_owner, hold as hold_resume, list as list_resumes};
pub use model::*;
