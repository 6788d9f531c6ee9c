mod company;
mod edit;
mod invitation;
mod list;
mod team;

pub use company::CompanyPage;
pub use edit::EditCompanyPage;
pub use invitation::InvitationPage;
pub use list::CompaniesPage;
pub use team::TeamPage;
