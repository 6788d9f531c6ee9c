//! The SQL of companies.

mod candidates;
mod companies;
mod edit;
mod invitations;
mod team;

pub use candidates::*;
pub use companies::*;
pub use edit::*;
pub use invitations::*;
pub use team::*;
