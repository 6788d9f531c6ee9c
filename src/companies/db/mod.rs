//! The SQL of companies.

mod companies;
mod edit;
mod invitations;
mod team;

pub use companies::*;
pub use edit::*;
pub use invitations::*;
pub use team::*;
