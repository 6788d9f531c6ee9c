mod apply;
mod candidate;
mod candidates;
mod guest;
mod guest_apply;
mod guest_thread;
mod one;
mod sent;
mod stages;
mod timeline;

pub use apply::ApplyPage;
pub use candidate::CandidatePage;
pub use candidates::CandidatesPage;
pub use guest::{GuestLinkPage, GuestLinksPage};
pub use one::ApplicationPage;
pub use sent::ApplicationsPage;
pub use stages::PostingStagesPage;
