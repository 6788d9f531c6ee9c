mod dashboard;
mod login;
mod register;
mod settings;

pub use dashboard::EmployerFrame;
pub use login::LoginPage;
pub use register::RegisterPage;
pub use settings::SettingsPage;
