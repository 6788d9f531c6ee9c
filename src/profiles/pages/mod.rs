//! Pages of profiles.

mod for_me;
mod profile;

pub use for_me::{FitRow, JobsForMePage};
pub use profile::ProfilePage;
