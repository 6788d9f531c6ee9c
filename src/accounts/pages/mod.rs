mod confirm;
mod dashboard;
mod forgot;
mod login;
mod register;
mod reset;
mod settings;
mod switch;

pub use confirm::ConfirmEmailPage;
pub use dashboard::{ConfirmNotice, EmployerFrame};
pub use forgot::ForgotPasswordPage;
pub use login::LoginPage;
pub(super) use login::next_from_query;
pub use register::RegisterPage;
pub use reset::ResetPasswordPage;
pub use settings::SettingsPage;
pub use switch::SwitchPage;
