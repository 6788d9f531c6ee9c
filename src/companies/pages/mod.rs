mod company;
mod edit;
mod list;

pub use company::CompanyPage;
pub use edit::EditCompanyPage;
pub use list::CompaniesPage;
