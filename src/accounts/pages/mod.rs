mod dashboard;
mod login;
mod register;
mod settings;
mod switch;

pub use dashboard::EmployerFrame;
pub use login::LoginPage;
pub use register::RegisterPage;
pub use settings::SettingsPage;
pub use switch::SwitchPage;
