mod list;
mod one;

pub use list::ResumesPage;
pub use one::ResumePage;
