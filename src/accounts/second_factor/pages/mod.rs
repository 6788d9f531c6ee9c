mod app;
mod code;
mod codes;
mod form;
mod passkey;
mod section;
mod security;

pub use app::AppSetupPage;
pub use code::LoginCodePage;
pub use codes::RecoveryCodesPage;
pub use form::PasskeyForm;
pub use passkey::{NewPasskeyPage, PasskeyPage};
pub use section::SecuritySection;
pub use security::SecurityPage;
