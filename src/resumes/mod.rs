//! Resumes: private PDFs of seekers, read by their owner and by the employers they were sent to.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
pub mod files;
mod frame;
mod model;
pub mod pages;
#[cfg(feature = "ssr")]
mod pdf;

pub use frame::ResumeFrame;
pub use model::*;

#[cfg(feature = "ssr")]
pub use db::{
    NewResume, add as add_resume, add_sent, adopt, erase_unreadable, files_named, forget_owner, forget_unowned,
    hold as hold_resume, list as list_resumes,
};
#[cfg(feature = "ssr")]
pub use {files::make_room, pdf::Pdf};
