//! Notifications and their kinds.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};
use uuid::Uuid;

use crate::{accounts::Role, applications::Stage, jobs::term, l10n::t, ui::list::Page};

term! {
    /// What a notification is about.
    Kind {
        Applied => notification_kind_applied,
        StageChanged => notification_kind_stage_changed,
        Withdrawn => notification_kind_withdrawn,
        Message => notification_kind_message,
        MessageRequest => notification_kind_message_request,
        PostingClosing => notification_kind_posting_closing,
        PostingClosed => notification_kind_posting_closed,
        MemberJoined => notification_kind_member_joined,
        ReportHandled => notification_kind_report_handled,
    }
}

impl Kind {
    /// The kinds that people of a role hear of.
    pub fn of(role: Role) -> &'static [Self] {
        match role {
            Role::Seeker => &[Self::StageChanged, Self::Message, Self::ReportHandled],
            Role::Employer => &[
                Self::Applied,
                Self::Withdrawn,
                Self::Message,
                Self::MessageRequest,
                Self::PostingClosing,
                Self::PostingClosed,
                Self::MemberJoined,
                Self::ReportHandled,
            ],
        }
    }
}

term! {
    /// What the other side of a conversation may see; it is seen by nobody who does not show it.
    Shown {
        Reading => shown_reading,
        Typing => shown_typing,
        Presence => shown_presence,
    }
}

/// What somebody is told, and what they show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotificationSettings {
    /// The kinds that are switched on.
    pub kinds: Vec<Kind>,
    pub shown: Vec<Shown>,
}

/// A notification.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Notification {
    pub id: Uuid,
    pub kind: Kind,
    /// The conversation, application or posting that it leads to.
    pub about: Uuid,
    /// The posting's title, or the company's name.
    pub title: String,
    /// Whose doing it was, the last of several; of a changed stage, the stage.
    pub name: String,
    /// So many are folded into it.
    pub count: i64,
    pub at: DateTime<Utc>,
    pub read: bool,
}

impl Notification {
    /// In words.
    pub fn text(&self) -> String {
        let (t, count) = (t(), self.count);
        match self.kind {
            Kind::Applied => t.notification_applied(count, &self.name, &self.title),
            Kind::StageChanged => {
                let stage = self.name.parse::<Stage>().map_or_else(|_| self.name.clone(), Stage::label);
                t.notification_stage_changed(stage, &self.title)
            }
            Kind::Withdrawn => t.notification_withdrawn(count, &self.name, &self.title),
            Kind::Message => t.notification_message(count, &self.name, &self.title),
            Kind::MessageRequest => t.notification_message_request(&self.name, &self.title),
            Kind::PostingClosing => t.notification_posting_closing(&self.title),
            Kind::PostingClosed => t.notification_posting_closed(&self.title),
            Kind::MemberJoined => t.notification_member_joined(&self.name, &self.title),
            Kind::ReportHandled => t.notification_report_handled(&self.title),
        }
    }

    /// Where it leads.
    pub fn href(&self) -> String {
        let about = self.about;
        match self.kind {
            Kind::Applied | Kind::Withdrawn => format!("/employer/candidates?posting={about}"),
            Kind::StageChanged => format!("/applications/{about}"),
            Kind::Message | Kind::MessageRequest | Kind::ReportHandled => format!("/messages/{about}#end"),
            Kind::PostingClosing | Kind::PostingClosed => format!("/employer/postings/{about}"),
            Kind::MemberJoined => "/employer/company".into(),
        }
    }
}

/// What the page of notifications shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Notifications {
    pub page: Page<Notification>,
    pub unread: i64,
}

/// What the bell shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bell {
    pub unread: i64,
    pub newest: Vec<Notification>,
}
