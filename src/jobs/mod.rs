//! Postings, from two sides: everybody sees the open ones (the list with its search, a posting's page, the home page),
//! and their employer works on them (write, publish, close, duplicate, archive, and count views and applications).

pub mod api;
#[cfg(feature = "ssr")]
pub mod cache;
#[cfg(feature = "ssr")]
mod db;
#[cfg(feature = "ssr")]
pub mod feed;
#[cfg(feature = "ssr")]
mod job_posting;
mod model;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod share;
#[cfg(feature = "ssr")]
pub mod sitemap;
#[cfg(feature = "ssr")]
pub mod tags;
#[cfg(feature = "ssr")]
pub mod views;

#[cfg(feature = "ssr")]
pub use db::{
    CompanyTask, PlaceAsked, SEARCH_VERSION, cancel_task, company_jobs, index, index_some, mark_sent, move_last_days,
    note_task, push_in_places, push_titled, render_some, sweep, titled_column, version, work_some, work_task,
    work_task_in,
};
#[cfg(feature = "ssr")]
pub(crate) use db::{card_columns, is_open};
pub use model::*;
pub use pages::{JobRow, JobRows, jobs_count};
