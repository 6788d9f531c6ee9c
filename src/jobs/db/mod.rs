//! The SQL of postings.

mod board;
mod company_tasks;
mod editor;
mod feed;
mod fragments;
mod list_key;
mod lists;
mod search;
mod sitemap;
mod states;

pub use board::*;
pub use company_tasks::{CompanyTask, cancel_task, note_task, work_some, work_task, work_task_in};
pub use editor::*;
pub use feed::{FeedRow, feed};
pub(crate) use fragments::{card_columns, is_open};
pub use lists::*;
pub use sitemap::*;
pub use states::*;
