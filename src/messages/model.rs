//! Conversations, messages, and the forms that write them.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};
use uuid::Uuid;

use crate::{
    error::{AppError, Problem, problems},
    l10n::term,
    text::{clean_text, file_name, looks_empty},
    ui::done_messages,
};

/// Characters of a message.
pub const MAX_TEXT: usize = 4_000;
/// Addresses in a message that are links; further ones are text.
pub const MAX_LINKS: usize = 50;
/// Bytes of a message's links together, which escape what is not ASCII.
pub const MAX_LINK_BYTES: usize = 8_000;
/// Empty lines that may stand together in a message.
const EMPTY_LINES: usize = 2;
/// Characters of a search in conversations.
pub const MAX_SEARCH: usize = 100;
/// Messages shown at once.
pub const MESSAGES_PER_PAGE: i64 = 50;
/// A message can be edited and deleted for this long.
pub const EDIT_MINUTES: i64 = 15;
/// Companies that a seeker can ask in a day before applying.
pub const QUESTIONS_A_DAY: i64 = 10;
/// Files of one message.
pub const MAX_FILES: usize = 5;
/// Megabytes of one message's files together.
pub const FILES_MEGABYTES: usize = 10;
/// Characters of a report's reason.
pub const MAX_REASON: usize = 1_000;

/// The two sides of a conversation.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Display, EnumString, IntoStaticStr, VariantArray,
)]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "TEXT", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Side {
    Seeker,
    Company,
}

impl Side {
    pub fn other(self) -> Self {
        match self {
            Self::Seeker => Self::Company,
            Self::Company => Self::Seeker,
        }
    }
}

term! {
    /// The state of a conversation.
    ConversationState {
        Requested => conversation_requested,
        Open => conversation_open,
        Declined => conversation_declined,
    }
}

/// A kind of file that can be attached to a message.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Display, EnumString, IntoStaticStr, VariantArray,
)]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "TEXT", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum FileKind {
    Pdf,
    Png,
    Jpeg,
    Webp,
}

impl FileKind {
    /// What a file input offers.
    pub const ACCEPT: &str = "application/pdf,image/png,image/jpeg,image/webp";

    /// [RFC 6838](https://www.rfc-editor.org/rfc/rfc6838)'s name of it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
        }
    }
}

/// A file of a message.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct Attachment {
    pub id: Uuid,
    /// Without an ending.
    pub name: String,
    pub kind: FileKind,
    /// Bytes.
    pub size: i64,
}

impl Attachment {
    /// Its name with its ending.
    pub fn file_name(&self) -> String {
        file_name(&self.name, self.kind.into())
    }

    /// The address of the file.
    pub fn path(&self) -> String {
        format!("/messages/files/{}", self.id)
    }
}

/// A web address in a message's text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TextLink {
    /// Where it stands in the text, in bytes.
    pub from: usize,
    pub to: usize,
    pub href: String,
    /// What is shown of it where what was written hides whose it is.
    pub shown: Option<String>,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct Message {
    pub id: Uuid,
    /// Its place in the conversation, from 1.
    pub seq: i64,
    pub side: Side,
    /// Who sent it; their account may be gone.
    pub sender: Uuid,
    pub name: String,
    /// Empty once it is deleted.
    pub text: String,
    #[serde(default)]
    #[cfg_attr(feature = "ssr", sqlx(skip))]
    pub links: Vec<TextLink>,
    #[cfg_attr(feature = "ssr", sqlx(skip))]
    pub attachments: Vec<Attachment>,
    pub at: DateTime<Utc>,
    pub edited: bool,
    pub deleted: bool,
}

impl Message {
    /// Whether `user` may still change it.
    pub fn can_change(&self, user: Uuid, now: DateTime<Utc>) -> bool {
        is_young(self.at, now) && !self.deleted && self.sender == user
    }
}

/// What somebody without an account sees of a conversation, on the page behind their link.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GuestThread {
    /// The oldest first.
    pub messages: Vec<Message>,
    /// Older ones come before this seq; none if these are all.
    pub older: Option<i64>,
    /// Whether they may write.
    pub takes: bool,
    /// The id of the message that they write next.
    pub next_id: Uuid,
    pub newest: i64,
    /// Up to where they have read.
    pub read: i64,
}

/// Whether a message of this age can still be changed.
pub fn is_young(at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now < at + TimeDelta::minutes(EDIT_MINUTES)
}

/// The receipt of a stored message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    pub seq: i64,
    pub at: DateTime<Utc>,
    /// Whether it had been stored before: a retry of the same id.
    pub again: bool,
}

/// A conversation in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConversationRow {
    pub id: Uuid,
    /// The person or company on the other side.
    pub with: String,
    pub title: String,
    pub state: ConversationState,
    pub last_text: String,
    /// Whether the newest message is of this person's side, if there is one.
    pub mine: Option<bool>,
    /// The colleague who wrote the newest message, if a colleague did.
    pub colleague: Option<String>,
    pub last_at: DateTime<Utc>,
    pub unread: i64,
    /// What a search has found, where that is not the newest message.
    pub hit: Option<MessageHit>,
}

/// A message that a search has found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MessageHit {
    pub seq: i64,
    /// What it says around the word that was found.
    pub excerpt: String,
    /// How many messages are newer.
    pub newer: i64,
}

term! {
    /// Which conversations the list shows, and in which order.
    Show {
        Newest => messages_show_newest,
        UnreadFirst => messages_show_unread_first,
        Unread => messages_show_unread,
    }
}

/// What the page for asking a question shows at first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The posting's title.
    pub title: String,
    pub company: String,
    /// Whether the posting is open.
    pub open: bool,
    /// The existing conversation about the posting, if there is one.
    pub conversation: Option<Uuid>,
    /// Id of the new message: a form that is sent twice makes one message (idempotent).
    pub next_id: Uuid,
}

/// A person of the other side, with their presence as far as they show it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct Person {
    pub id: Uuid,
    pub online: bool,
    /// When they were last online, if ever.
    pub seen: Option<DateTime<Utc>>,
}

/// A conversation with a part of its messages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thread {
    /// The server's time.
    pub now: DateTime<Utc>,
    pub id: Uuid,
    pub side: Side,
    pub with: String,
    pub title: String,
    /// The posting's slug, unless the posting is archived.
    pub slug: Option<String>,
    /// The application it is about, once there is one.
    pub application: Option<Uuid>,
    pub state: ConversationState,
    pub blocked_by: Option<Side>,
    pub messages: Vec<Message>,
    /// The first of them, when there are older ones.
    pub older: Option<i64>,
    /// The people of the other side who show their presence.
    pub others: Vec<Person>,
    /// Seq up to which this person had read when they opened it.
    pub read: i64,
    /// Seq up to which the other side has read.
    pub read_by_other: i64,
    /// Id of the next message, for the form without JavaScript: sent twice, it makes one message (idempotent).
    pub next_id: Uuid,
}

impl Thread {
    /// Whether this person can write.
    pub fn can_write(&self) -> bool {
        let open = match (self.state, self.side) {
            (ConversationState::Open, _) | (ConversationState::Requested, Side::Company) => true,
            (ConversationState::Requested, Side::Seeker) | (ConversationState::Declined, _) => false,
        };
        open && self.blocked_by.is_none()
    }
}

/// A message's text as it is stored ([`clean_text`]), if it has one and is not too long.
pub fn clean(text: &str) -> Result<String, Problem> {
    let text = fold_empty_lines(&clean_text(text));
    match text.chars().count() {
        0 => Err(Problem::Required),
        n if n > MAX_TEXT => Err(Problem::TooLong(MAX_TEXT)),
        _ => Ok(text),
    }
}

/// Leaves [`EMPTY_LINES`] of the empty lines that stand together.
fn fold_empty_lines(text: &str) -> String {
    let (mut folded, mut empty) = (String::with_capacity(text.len()), 0);
    for line in text.split_inclusive('\n') {
        empty = if looks_empty(line) { empty + 1 } else { 0 };
        if empty <= EMPTY_LINES {
            folded.push_str(line);
        }
    }
    folded
}

/// The same as `clean`, with the problem as an error of the field.
pub fn check_text(text: &str) -> Result<String, AppError> {
    clean(text).map_err(|problem| AppError::field("text", problem))
}

problems! {
    /// What cannot be done.
    MessageProblem {
        /// The conversation takes no messages from this side.
        ConversationClosed => problem_conversation_closed,
        /// The conversation's state no longer allows this answer or block.
        Unanswerable => problem_unanswerable,
        /// A message is too old to be changed.
        TooLate => problem_too_late,
        /// The daily limit of companies asked is reached.
        TooManyQuestions(count) => problem_too_many_questions,
        /// The file of this number is neither a PDF nor a PNG, JPEG or WebP picture.
        NotAnAttachment(number) => problem_not_an_attachment,
        /// The file of this number has no bytes.
        EmptyAttachment(number) => problem_empty_attachment,
        /// The PDF of this number opens with a password only.
        LockedAttachment(number) => problem_locked_attachment,
        /// The PDF of this number cannot be opened.
        DamagedAttachment(number) => problem_damaged_attachment,
        /// The quota of the attachments of a company's members, in megabytes, would be exceeded.
        CompanyQuotaFull(count) => problem_company_quota_full,
    }
}

done_messages! {
    /// What pages say was done.
    MessageDone {
        QuestionSent => done_question_sent,
        Reported => done_reported,
        NotificationsSaved => done_notifications_saved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cleaned() {
        assert_eq!(clean(" a\r\nb\rc \n"), Ok("a\nb\nc".into()));
        assert_eq!(clean("pay\u{202e}0001\u{202c} \u{0}\u{1b}[2J\tok"), Ok("pay0001 [2J\tok".into()));
        for nothing in ["", "  \n\t ", "\u{200b}\u{2060}\u{3164}", "\u{202e}"] {
            assert_eq!(clean(nothing), Err(Problem::Required), "{nothing:?}");
        }
        for (written, folded) in [
            ("a\nb\n\nc\n\n\nd", "a\nb\n\nc\n\n\nd"),
            ("a\n\n\n\nb", "a\n\n\nb"),
            (&format!("a{}b", "\n".repeat(400)), "a\n\n\nb"),
            (&format!("a{}b", "\r\n \t\u{200b}".repeat(400)), "a\n \t\n \t\n \tb"),
            (&format!("a{}b", "\u{2028}".repeat(400)), "a\n\n\nb"),
            ("a\u{85}b\u{b}c\u{c}d\u{2029}e", "a\nb\nc\nd\ne"),
        ] {
            assert_eq!(clean(written).as_deref(), Ok(folded), "{written:?}");
        }
        assert!(clean(&"ü".repeat(MAX_TEXT)).is_ok());
        assert_eq!(clean(&"ü".repeat(MAX_TEXT + 1)), Err(Problem::TooLong(MAX_TEXT)));
    }
}
