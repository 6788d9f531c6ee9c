//! The SQL of postings.

mod address;
mod board;
mod company_tasks;
mod editor;
mod expression;
mod feed;
mod found;
mod fragments;
mod index;
mod list_key;
mod lists;
mod place_asked;
mod search;
mod sitemap;
mod states;
mod team;
mod titled;

pub use board::*;
pub use company_tasks::{CompanyTask, cancel_task, note_task, work_some, work_task, work_task_in};
pub use editor::*;
pub use feed::{FeedRow, feed};
pub use found::{MAX_COUNTED, count_jobs};
pub(crate) use fragments::{card_columns, is_open};
pub use index::{SEARCH_VERSION, index, index_some};
pub use lists::*;
pub use place_asked::PlaceAsked;
pub use search::{has_words, left_out, push_in_places};
pub use sitemap::*;
pub use states::*;
pub use team::*;
pub use titled::{push_titled, titled_column};
