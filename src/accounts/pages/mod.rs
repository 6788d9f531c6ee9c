mod login;
mod register;
mod settings;

pub use login::LoginPage;
pub use register::RegisterPage;
pub use settings::SettingsPage;
