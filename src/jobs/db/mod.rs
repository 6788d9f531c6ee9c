//! The postings' rows. They are locked in the order of their ids.

mod board;
mod company_tasks;
mod editor;
mod list_key;
mod lists;
mod search;
mod states;

pub use board::*;
pub use company_tasks::{CompanyTask, cancel_task, note_task, work_some, work_task, work_task_in};
pub use editor::*;
pub use lists::*;
pub(crate) use search::card_columns;
pub use states::*;
