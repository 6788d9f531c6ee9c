//! Demo conversations: what is said on the way to a decision.

use chrono::TimeDelta;
use fastrand::Rng;
use uuid::Uuid;

use super::{
    generate::{Kind, fill},
    insert::{ApplicationRow, ConversationRow, MessageRow, NotificationRow, ReadRow, UserRow},
    plan::Plan,
    postings::Posting,
};
use crate::{
    applications::Stage,
    messages::{Side, excerpt},
    notifications,
};

/// One of every so many applications that somebody has looked at is talked about.
const TALKED_ABOUT: usize = 3;

const IN_REVIEW: &[&str] = &[
    "Hello {name}, thank you for your application. We are reading it with pleasure. When could you start?",
    "Thank you for getting back to me so soon! My notice period is two months, so the first of the month after next.",
    "That suits us well. You will hear from us by the end of next week.",
];
const INTERVIEW: &[&str] = &[
    "Hello {name}, we would like to meet you. Would Tuesday at 10 or Thursday at 14 suit you, here in {city} or by video?",
    "With pleasure! Thursday at 14 would be perfect, by video if I may.",
    "Thursday it is. You will talk with two of us for about an hour: first about your work, then about ours.",
    "Thank you. Is there anything that I should prepare?",
    "Nothing in particular. If you have something to show, do bring it.",
];
const OFFER: &[&str] = &[
    "Dear {name}, we enjoyed our conversation and would like to work with you. The offer comes by post; do ask whatever you want to know about it.",
    "That is wonderful news, thank you! May I have until Friday to think it over?",
    "Of course. Take your time.",
];
const REJECTED: &[&str] = &[
    "Dear {name}, we have decided for somebody who has done just this work for some years. It was close, and we would be glad to hear from you again.",
    "Thank you for telling me, and for the kind words. I wish you all the best with the position.",
];

const DE_IN_REVIEW: &[&str] = &[
    "Guten Tag {name}, vielen Dank für Ihre Bewerbung, wir lesen sie gerade. Wann könnten Sie anfangen?",
    "Danke für die schnelle Antwort! Meine Kündigungsfrist beträgt zwei Monate.",
];
const DE_INTERVIEW: &[&str] = &[
    "Guten Tag {name}, wir würden Sie gern kennenlernen. Passt Ihnen Dienstag um 10 oder Donnerstag um 14 Uhr, in {city} oder per Video?",
    "Sehr gern! Donnerstag um 14 Uhr, am liebsten vor Ort.",
    "Dann bis Donnerstag. Melden Sie sich bitte einfach am Empfang.",
];

/// Everything that is said.
#[derive(Default)]
pub struct Talks {
    pub conversations: Vec<ConversationRow>,
    pub messages: Vec<MessageRow>,
    pub reads: Vec<ReadRow>,
    pub notifications: Vec<NotificationRow>,
}

impl Talks {
    /// Lets `member` of the posting's company and the applicant talk, if they do.
    pub fn about(
        &mut self,
        plan: &Plan,
        rng: &mut Rng,
        posting: &Posting,
        (application, stage): (&ApplicationRow, Stage),
        member: &UserRow,
        by_demo_seeker: bool,
    ) {
        let german = posting.language == "de";
        let lines = match stage {
            Stage::InReview if german => DE_IN_REVIEW,
            Stage::InReview => IN_REVIEW,
            Stage::Interview if german => DE_INTERVIEW,
            Stage::Interview => INTERVIEW,
            Stage::Offer | Stage::Hired => OFFER,
            Stage::Rejected => REJECTED,
            Stage::Received | Stage::Withdrawn => return,
        };
        if !by_demo_seeker && rng.usize(..TALKED_ABOUT) > 0 {
            return;
        }
        let lines = &lines[..rng.usize(1..=lines.len())];
        let company = plan.company_id(posting.company);
        let (created_at, n) = (application.updated_at, self.conversations.len());
        let id = plan.id(Kind::Talk, created_at, n);
        let vars = [("name", application.name.as_str()), ("city", posting.city)];
        let pause = (plan.now - created_at).min(TimeDelta::days(2)) / (lines.len() as i32 + 1);
        let last_seq = lines.len() as i64;
        let mut last = (String::new(), created_at, Side::Company);
        for (seq, line) in (1..).zip(lines) {
            let side = if seq % 2 == 1 { Side::Company } else { Side::Seeker };
            let (sender, name) = match side {
                Side::Company => (member.id, &member.name),
                Side::Seeker => (application.user, &application.name),
            };
            let (mut text, at) = (String::new(), created_at + pause * seq);
            fill(&mut text, line, &vars);
            last = (excerpt(&text), at, side);
            self.messages.push(MessageRow {
                id: plan.id(Kind::Message, at, self.messages.len()),
                conversation: id,
                seq: i64::from(seq),
                side,
                sender,
                name: name.clone(),
                text,
                created_at: at,
            });
        }
        let (last_text, last_at, last_side) = last;
        // Every other newest message is not read yet.
        let unread = i64::from(n.is_multiple_of(2));
        let mut read = |user: Uuid, side: Side| {
            let missing = if side == last_side { 0 } else { unread };
            self.reads.push(ReadRow { conversation: id, user, seq: last_seq - missing });
        };
        read(application.user, Side::Seeker);
        read(member.id, Side::Company);
        if unread == 1 {
            let (user, name) = match last_side {
                Side::Company => (application.user, plan.company(posting.company).name),
                Side::Seeker => (member.id, application.name.clone()),
            };
            self.notifications.push(NotificationRow {
                id: plan.id(Kind::Notification, last_at, self.notifications.len()),
                user,
                kind: notifications::Kind::Message,
                about: id,
                title: posting.title.clone(),
                name,
                created_at: last_at,
            });
        }
        self.conversations.push(ConversationRow {
            id,
            posting: application.posting,
            seeker: application.user,
            company,
            last_seq,
            last_text,
            last_side,
            last_at,
            created_at,
        });
    }
}
