//! The staff's pages.

mod audit;
mod frame;
mod overview;
mod reports;

pub use audit::AuditPage;
pub use overview::AdminPage;
pub use reports::ReportsPage;
