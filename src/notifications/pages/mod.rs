mod bell;
mod desktop_switch;
mod list;
mod row;
mod unsubscribe;

pub use bell::{NotificationBell, UnreadTalks, provide_unread};
pub use desktop_switch::DesktopSwitch;
use leptos::prelude::Signal;
pub use list::NotificationsPage;
pub use unsubscribe::UnsubscribePage;

use crate::live::live;

/// Counts events after which lists of notifications are stale. Every event counts: one that is folded into an unread
/// notification changes what that says, and no event of notifications tells of it.
fn stale_notifications() -> Signal<usize> {
    live().changes(|heard| heard.event_seq().is_some())
}
