//! Notifications and their kinds.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    accounts::{Role, switch_path},
    error::problems,
    l10n::{arg, t, term},
    live::{Event, Payload},
    paging::Page,
    ui::done_messages,
};
#[cfg(feature = "ssr")]
use crate::{error::Problem, forms::Check};

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
    /// The kinds of notifications that users of a role can get.
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
    /// What the other side of a conversation may see. Mutual: a user who does not show it does not see it either.
    Shown {
        Reading => shown_reading,
        Typing => shown_typing,
        Presence => shown_presence,
    }
}

term! {
    /// How often one gets mails about notifications.
    Rhythm {
        AtOnce => rhythm_at_once,
        Daily => rhythm_daily,
        Weekly => rhythm_weekly,
        Never => rhythm_never,
    }
}

/// When one gets mails about notifications.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MailTimes {
    pub rhythm: Rhythm,
    /// From this hour of the day to that one, where one is, no mail is sent: `(22, 7)` is the night.
    pub quiet: Option<(u8, u8)>,
    /// The time zone, by the IANA's name; empty for UTC.
    pub time_zone: String,
}

impl Default for MailTimes {
    fn default() -> Self {
        Self { rhythm: Rhythm::AtOnce, quiet: None, time_zone: String::new() }
    }
}

/// When one gets mails, as the form sends it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MailTimesForm {
    pub rhythm: String,
    /// Hours of the day; empty for none.
    pub quiet_from: String,
    pub quiet_to: String,
    /// The browser's time zone; empty without scripts.
    pub time_zone: String,
}

impl MailTimesForm {
    /// What is chosen; what the form does not say stays as it is stored.
    #[cfg(feature = "ssr")]
    pub fn check(&self, check: &mut Check, stored: MailTimes) -> MailTimes {
        let mut hour = |name: &'static str, text: &str| match text {
            "" => None,
            text => {
                let hour = text.parse().ok().filter(|hour| *hour < 24);
                if hour.is_none() {
                    check.fail(name, Problem::NotAChoice);
                }
                hour
            }
        };
        let (from, to) = (hour("quiet_from", &self.quiet_from), hour("quiet_to", &self.quiet_to));
        if from.is_some() != to.is_some() {
            check.fail(if from.is_none() { "quiet_from" } else { "quiet_to" }, Problem::Required);
        }
        let zone = crate::text::Zone::parse(&self.time_zone).filter(|_| !self.time_zone.is_empty());
        MailTimes {
            rhythm: if self.rhythm.is_empty() {
                stored.rhythm
            } else {
                check.choice("rhythm", &self.rhythm).unwrap_or(stored.rhythm)
            },
            quiet: from.zip(to),
            time_zone: zone.map_or(stored.time_zone, |zone| zone.name().to_string()),
        }
    }
}

/// Which notifications a user gets, and what they show to others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotificationSettings {
    /// The kinds that are switched on.
    pub kinds: Vec<Kind>,
    /// The kinds that come by mail as well.
    pub mails: Vec<Kind>,
    pub mail_times: MailTimes,
    pub shown: Vec<Shown>,
}

/// A notification.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct Notification {
    pub id: Uuid,
    pub kind: Kind,
    /// The conversation, application or posting that it leads to.
    pub about: Uuid,
    /// The application of the candidate whom it names.
    pub subject: Option<Uuid>,
    /// The posting's title, or the company's name.
    pub title: String,
    /// Name of the person who caused it, of several the last; for a changed stage, the stage.
    pub name: String,
    /// How many events are folded into it.
    pub count: i64,
    #[serde(with = "chrono::serde::ts_microseconds")]
    pub at: DateTime<Utc>,
    pub read: bool,
}

impl Notification {
    /// Its sentence, in the page's language.
    pub fn text(&self) -> String {
        let t = t();
        // Of whoever is erased nothing is named.
        let name = if self.name.is_empty() { t.notification_somebody() } else { self.name.clone() };
        let (count, name, title) = (arg::Count(self.count), arg::Name(name), arg::Title(&self.title));
        match self.kind {
            Kind::Applied => t.notification_applied(count, name, title),
            Kind::StageChanged => t.notification_stage_changed(title, arg::Stage(&self.name)),
            Kind::Withdrawn => t.notification_withdrawn(count, name, title),
            Kind::Message => t.notification_message(count, name, title),
            Kind::MessageRequest => t.notification_message_request(name, title),
            Kind::PostingClosing => t.notification_posting_closing(&self.title),
            Kind::PostingClosed => t.notification_posting_closed(&self.title),
            Kind::MemberJoined => t.notification_member_joined(name, title),
            Kind::ReportHandled => t.notification_report_handled(&self.title),
        }
    }

    /// The subject of its mail. What became of an application is for its sender, not for whoever sees their screen.
    #[cfg(feature = "ssr")]
    pub fn subject(&self) -> String {
        match self.kind {
            Kind::StageChanged => t().mail_stage_subject(&self.title),
            _ => self.text(),
        }
    }

    /// The page that it links to.
    pub fn href(&self) -> String {
        let about = self.about;
        match self.kind {
            Kind::Applied | Kind::Withdrawn => match (self.subject, self.count) {
                (Some(application), 1) => format!("/employer/candidates/{application}"),
                _ if self.kind == Kind::Withdrawn => format!("/employer/candidates?posting={about}&stage=withdrawn"),
                _ => format!("/employer/candidates?posting={about}"),
            },
            Kind::StageChanged => format!("/applications/{about}"),
            Kind::Message | Kind::MessageRequest | Kind::ReportHandled => format!("/messages/{about}#end"),
            Kind::PostingClosing | Kind::PostingClosed => format!("/employer/postings/{about}"),
            Kind::MemberJoined => switch_path(about, "/employer/team"),
        }
    }
}

/// Event: a person's unread count changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnreadCounted {
    pub unread: i64,
    /// Those of them that are about messages, one for each conversation.
    #[serde(default)]
    pub talks: i64,
}

impl Payload for UnreadCounted {
    const NAME: &'static str = "notifications";
}

impl Event for UnreadCounted {
    /// Each person has one unread count, so a newer event replaces an older one.
    fn subject(&self) -> Uuid {
        Uuid::nil()
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
    /// Those of them that are about messages, one for each conversation.
    pub talks: i64,
    pub newest: Vec<Notification>,
}

/// Mails that a link ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MailsOf {
    Kind(Kind),
    /// Summaries: of every kind.
    Digest,
}

impl std::fmt::Display for MailsOf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Kind(kind) => kind.fmt(f),
            Self::Digest => f.write_str("digest"),
        }
    }
}

impl std::str::FromStr for MailsOf {
    type Err = <Kind as std::str::FromStr>::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "digest" => Ok(Self::Digest),
            kind => kind.parse().map(Self::Kind),
        }
    }
}

/// What the page shows behind the link that ends mails.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unsubscription {
    /// None where the link is nobody's.
    pub mails: Option<MailsOf>,
    /// Whether they are ended already.
    pub is_ended: bool,
}

problems! {
    /// What cannot be done.
    NotificationProblem {
        NobodysLink => problem_nobodys_link,
    }
}

done_messages! {
    /// What pages say was done.
    NotificationDone {
        MailsEnded => done_mails_ended,
        NotificationsRead => done_notifications_read,
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;
    use crate::l10n::{Locale, in_language};

    /// What each kind says of none, one and two, in English and in German.
    #[rustfmt::skip]
    const SENTENCES: &[(Kind, &str, [&str; 3], [&str; 3])] = &[
        (Kind::Applied, "Anna Berg", [
            "0 new applications for Rust Engineer",
            "Anna Berg applied for Rust Engineer",
            "2 new applications for Rust Engineer",
        ], [
            "0 neue Bewerbungen auf Rust Engineer",
            "Anna Berg hat sich auf Rust Engineer beworben",
            "2 neue Bewerbungen auf Rust Engineer",
        ]),
        (Kind::StageChanged, "rejected",
            ["Your application for Rust Engineer: Rejected"; 3],
            ["Deine Bewerbung auf Rust Engineer: Abgelehnt"; 3]),
        (Kind::Withdrawn, "Anna Berg", [
            "0 candidates withdrew from Rust Engineer",
            "Anna Berg withdrew from Rust Engineer",
            "2 candidates withdrew from Rust Engineer",
        ], [
            "0 Bewerbungen auf Rust Engineer wurden zurückgezogen",
            "Anna Berg hat die Bewerbung auf Rust Engineer zurückgezogen",
            "2 Bewerbungen auf Rust Engineer wurden zurückgezogen",
        ]),
        (Kind::Message, "Anna Berg", [
            "0 new messages from Anna Berg about Rust Engineer",
            "Anna Berg wrote to you about Rust Engineer",
            "2 new messages from Anna Berg about Rust Engineer",
        ], [
            "0 neue Nachrichten von Anna Berg zu Rust Engineer",
            "Anna Berg hat dir zu Rust Engineer geschrieben",
            "2 neue Nachrichten von Anna Berg zu Rust Engineer",
        ]),
        (Kind::MessageRequest, "Anna Berg",
            ["Anna Berg has a question about Rust Engineer"; 3],
            ["Anna Berg hat eine Frage zu Rust Engineer"; 3]),
        (Kind::PostingClosing, "",
            ["Rust Engineer closes within three days"; 3],
            ["Rust Engineer schließt in drei Tagen oder früher"; 3]),
        (Kind::PostingClosed, "",
            ["Rust Engineer has closed"; 3],
            ["Rust Engineer ist geschlossen"; 3]),
        (Kind::MemberJoined, "Anna Berg",
            ["Anna Berg joined Rust Engineer"; 3],
            ["Anna Berg gehört jetzt zu Rust Engineer"; 3]),
        (Kind::ReportHandled, "",
            ["Your report about Rust Engineer was handled"; 3],
            ["Deine Meldung zu Rust Engineer wurde bearbeitet"; 3]),
    ];

    #[test]
    fn every_kind_says_what_it_means() {
        let kinds: Vec<Kind> = SENTENCES.iter().map(|(kind, ..)| *kind).collect();
        assert_eq!(kinds, Kind::VARIANTS, "every kind has its sentences here");
        for (kind, name, english, german) in SENTENCES {
            for count in 0..3 {
                let notification = Notification {
                    id: Uuid::nil(),
                    kind: *kind,
                    about: Uuid::nil(),
                    subject: None,
                    title: "Rust Engineer".into(),
                    name: name.to_string(),
                    count,
                    at: DateTime::UNIX_EPOCH,
                    read: false,
                };
                let text = |locale| in_language(locale, || notification.text());
                assert_eq!(text(Locale::En), english[count as usize]);
                assert_eq!(text(Locale::De), german[count as usize]);
            }
        }
    }
}
