//! Companies: who hires here, their public pages, and their members.

pub mod api;
#[cfg(feature = "ssr")]
mod db;
pub mod edit;
#[cfg(feature = "ssr")]
mod edit_db;
#[cfg(feature = "ssr")]
pub mod logo;
mod model;
pub mod pages;
#[cfg(feature = "ssr")]
mod tasks_db;

#[cfg(feature = "ssr")]
pub use db::{found, join, leave, members};
#[cfg(feature = "ssr")]
pub use edit_db::{files_named, render_some};
pub use model::*;
#[cfg(feature = "ssr")]
pub use tasks_db::work_some;
