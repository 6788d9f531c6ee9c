mod bubbles;
mod composer;
mod draft;
mod edit;
mod list;
mod question;
mod settings;
mod thread;

pub use edit::EditMessagePage;
pub use list::MessagesPage;
pub use question::AskPage;
pub use settings::NotificationSettingsPage;
pub use thread::ThreadPage;
