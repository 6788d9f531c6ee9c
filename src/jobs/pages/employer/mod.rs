mod editor;
mod list;
mod overview;
mod parts;
mod preview;
mod state_panel;
mod team_panel;

pub use editor::{NewPostingPage, PostingPage};
pub use list::PostingsPage;
pub use overview::EmployerPage;
pub use preview::PostingPreviewPage;
