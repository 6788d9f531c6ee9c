mod employer;
mod filters;
mod home;
mod job;
mod list;
mod row;
mod search_bar;

pub use employer::{EmployerPage, NewPostingPage, PostingPage, PostingPreviewPage, PostingsPage};
pub use home::HomePage;
pub use job::JobPage;
pub use list::JobsPage;
pub use row::{JobRow, JobRows, jobs_count};
