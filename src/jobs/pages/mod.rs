mod beside;
mod employer;
mod filters;
mod home;
mod job;
mod list;
mod posting;
mod row;
mod search_bar;
mod share_link;

pub use employer::{EmployerPage, NewPostingPage, PostingPage, PostingPreviewPage, PostingsPage};
pub use home::{HomeSearch, PublicHome};
pub use job::JobPage;
pub use list::JobsPage;
pub use row::{JobRow, JobRows, jobs_count};
