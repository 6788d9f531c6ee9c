mod editor;
mod list;
mod overview;
mod parts;
mod pay_shown;
mod preview;
#[cfg(any(test, not(feature = "ssr")))]
mod rich_text;
mod state_panel;
mod team_panel;
mod writing;

pub use editor::{NewPostingPage, PostingPage};
pub use list::PostingsPage;
pub use overview::EmployerPage;
pub use preview::PostingPreviewPage;
