//! Mails: written in the transaction of their cause, sent by the queue, over SMTP or, where no server is configured, into
//! a mailbox that the site's own machine can open.

mod db;
mod dkim;
mod layout;
pub mod mailbox;
mod smtp;

use futures::{FutureExt, future::BoxFuture};
use lettre::{
    Message,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};
use serde::{Deserialize, Serialize};

pub use self::{
    db::{bounced, forget_bounce, newest, sweep},
    smtp::{MailConfig, Smtp},
};
use super::{
    Platform,
    queue::{NewTask, Task, TaskError, TaskHandler, enqueue, finish},
};
use crate::{db::Tx, error::AppError, l10n::Locale, text::clean_line};

const KIND: &str = "mail";

/// What a mail says, in the language of whoever gets it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mail {
    /// The address as people write it; its host may have letters beyond ASCII.
    pub to: String,
    pub name: String,
    /// BCP 47, as [`crate::l10n::Locale`] is written.
    pub language: String,
    pub subject: String,
    /// Plain texts, one for each paragraph.
    pub paragraphs: Vec<String>,
    /// What the button says, and where it leads.
    pub action: Option<(String, String)>,
    /// Why one gets it, in small letters.
    pub reason: String,
    /// Where one ends mails of its kind without logging in (RFC 8058); none for mails that one cannot do without.
    pub unsubscribe: Option<String>,
}

impl Mail {
    /// A mail to somebody that says nothing yet.
    pub fn to(email: &str, name: &str, locale: Locale) -> Self {
        Self {
            to: email.to_string(),
            name: name.to_string(),
            language: locale.to_string(),
            subject: String::new(),
            paragraphs: Vec::new(),
            action: None,
            reason: String::new(),
            unsubscribe: None,
        }
    }
}

/// How mails leave the site.
pub enum Mailer {
    Smtp(Smtp),
    /// They are kept for [`mailbox`].
    Kept,
}

impl Mailer {
    /// Whether mails reach people, so that a confirmed address can be asked for.
    pub fn reaches_people(&self) -> bool {
        matches!(self, Self::Smtp(_))
    }
}

/// Queues a mail in the transaction of its cause.
pub async fn send_later(tx: &mut Tx, mail: &Mail) -> Result<(), AppError> {
    enqueue(tx, NewTask::new(KIND, mail)?).await
}

/// Sends queued mails.
pub struct SendMail;

impl TaskHandler for SendMail {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn run<'a>(&'a self, platform: &'a Platform, task: &'a Task) -> BoxFuture<'a, Result<(), TaskError>> {
        send(platform, task).boxed()
    }
}

async fn send(platform: &Platform, task: &Task) -> Result<(), TaskError> {
    let mail: Mail = task.read()?;
    let key = ascii_address(&mail.to).to_lowercase();
    if let Some(reason) = bounced(&platform.db, &key).await? {
        return Err(TaskError::Never(format!("the address was refused before: {reason}")));
    }
    let sent = match &*platform.mailer {
        Mailer::Smtp(smtp) => smtp.send(&message(&mail, smtp.sender(), &message_id(task, smtp.domain()))?).await,
        Mailer::Kept => Ok(()),
    };
    if let Err(smtp::Refusal::Address(reason)) = &sent {
        db::note_bounce(&platform.db, &key, reason).await?;
    }
    sent.map_err(TaskError::from)?;
    let mut tx = platform.db.begin().await?;
    if !platform.mailer.reaches_people() {
        db::keep(&mut tx, task.id, &mail.to, &task.payload).await?;
    }
    finish(&mut tx, task).await?;
    Ok(tx.commit().await?)
}

/// The address with its host as the domain name system has it.
fn ascii_address(address: &str) -> String {
    let ascii = address.rsplit_once('@').and_then(|(user, host)| {
        let host = idna::domain_to_ascii(host).ok()?;
        Some(format!("{user}@{host}"))
    });
    ascii.unwrap_or_else(|| address.to_string())
}

/// The same for every try, so that a mail which arrives twice is seen to be one.
fn message_id(task: &Task, domain: &str) -> String {
    format!("<{}@{domain}>", task.id.simple())
}

/// A text as it may stand in a mail's head: on one line, and without what a reader would decode (RFC 2047), so that a
/// name shows what was checked. What is not ASCII is encoded by `lettre`.
fn head_text(text: &str) -> String {
    clean_line(text).replace("=?", "= ?")
}

/// The mail as it goes over the wire.
fn message(mail: &Mail, sender: &Mailbox, id: &str) -> Result<Message, TaskError> {
    let never = |error: &dyn std::fmt::Display| TaskError::Never(error.to_string());
    let address = ascii_address(&mail.to).parse().map_err(|error| never(&error))?;
    let name = Some(head_text(&mail.name)).filter(|name| !name.is_empty());
    let (plain, html) = (layout::plain(mail), layout::html(mail));
    let mut message = Message::builder()
        .from(sender.clone())
        .to(Mailbox::new(name, address))
        .subject(head_text(&mail.subject))
        .message_id(Some(id.to_string()))
        .multipart(MultiPart::alternative_plain_html(plain, html))
        .map_err(|error| never(&error))?;
    let mut add = |name: &'static str, value: String| {
        let name = HeaderName::new_from_ascii_str(name);
        message.headers_mut().insert_raw(HeaderValue::new(name, value));
    };
    add("Auto-Submitted", "auto-generated".into());
    add("Content-Language", mail.language.clone());
    if let Some(link) = &mail.unsubscribe {
        add("List-Unsubscribe", format!("<{link}>"));
        add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".into());
    }
    Ok(message)
}

/// What `jobi mail test` sends.
pub fn test_message(sender: &Mailbox, to: Mailbox) -> Result<Message, lettre::error::Error> {
    let text = "This mail was sent by `jobi mail test`. Mails of the site will arrive like it.".to_string();
    Message::builder().from(sender.clone()).to(to).subject("Jobi can send mails").message_id(None).body(text)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    pub fn mail() -> Mail {
        Mail {
            to: "ada@bücher.example".into(),
            name: "Ada \"the first\", Löve\r\nBcc: x@example.org".into(),
            language: Locale::De.to_string(),
            subject: "Grüße\r\nBcc: y@example.org".into(),
            paragraphs: vec!["Hallo <b>Ada</b> & Co.".into(), "Zweitens".into()],
            action: Some(("Öffnen".into(), "https://jobs.example/reset/abc?x=1&y=2".into())),
            reason: "Weil du ein Konto hast.".into(),
            unsubscribe: Some("https://jobs.example/unsubscribe/abc".into()),
        }
    }

    #[test]
    fn a_name_is_read_as_it_was_checked() {
        let mail = Mail { subject: "Ü =?utf-8?q?evil=0A?= x".into(), name: "=?utf-8?b?ZXZpbA==?=".into(), ..mail() };
        let wire = wire(&mail);
        let (head, _) = wire.split_once("\r\n\r\n").unwrap();
        assert!(!head.contains("=?utf-8?q?evil") && !head.contains("=?utf-8?b?ZXZpbA"), "{head}");
    }

    fn wire(mail: &Mail) -> String {
        let sender = "Jobs <jobs@jobs.example>".parse().unwrap();
        String::from_utf8(message(mail, &sender, "<1@jobs.example>").unwrap().formatted()).unwrap()
    }

    #[test]
    fn a_mail_has_what_readers_and_servers_look_for() {
        let wire = wire(&mail());
        let (head, _) = wire.split_once("\r\n\r\n").unwrap();
        for line in [
            "To: ",
            "<ada@xn--bcher-kva.example>",
            "Message-ID: <1@jobs.example>",
            "Auto-Submitted: auto-generated",
            "Content-Language: de",
            "List-Unsubscribe: <https://jobs.example/unsubscribe/abc>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "Date: ",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative",
        ] {
            assert!(head.contains(line), "{line} is not in\n{head}");
        }
    }

    #[test]
    fn nothing_that_somebody_has_typed_makes_a_header() {
        let wire = wire(&mail());
        let (head, _) = wire.split_once("\r\n\r\n").unwrap();
        assert!(!head.lines().any(|line| line.to_lowercase().starts_with("bcc")), "{head}");
    }

    #[test]
    fn mails_that_one_cannot_do_without_offer_no_way_out() {
        assert!(!wire(&Mail { unsubscribe: None, ..mail() }).contains("List-Unsubscribe"));
    }

    #[test]
    fn an_address_that_no_mail_can_go_to_is_given_up() {
        let sender = "jobs@jobs.example".parse().unwrap();
        let given = message(&Mail { to: "nobody".into(), ..mail() }, &sender, "<1@jobs.example>");
        assert!(matches!(given, Err(TaskError::Never(_))));
    }
}
