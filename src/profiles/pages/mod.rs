//! Pages of profiles.

mod for_me;
mod profile;

pub use for_me::JobsForMePage;
pub use profile::ProfilePage;
