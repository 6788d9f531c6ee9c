//! What mails of applications say.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use uuid::Uuid;

use crate::{
    applications::model::{GUEST_PATH, Standing, source_label},
    l10n::{Locale, arg, format, in_language, t},
    platform::{mail::Mail, site::Site},
};

/// A new application, as the mail to its sender tells it.
#[derive(FromRow)]
pub struct ReceiptMail {
    pub id: Uuid,
    pub title: String,
    pub company: String,
    pub email: String,
    pub name: String,
    pub locale: Option<String>,
    pub has_account: bool,
}

impl ReceiptMail {
    /// To somebody with an account.
    pub fn mail(&self, site: &Site) -> Mail {
        self.leading_to(format!("{}/applications/{}", site.origin, self.id))
    }

    /// To somebody without one, whose link it leads to.
    pub fn guest_mail(&self, site: &Site, path: &str) -> Mail {
        self.leading_to(format!("{}{path}", site.origin))
    }

    fn leading_to(&self, address: String) -> Mail {
        let locale: Locale = self.locale.as_ref().and_then(|locale| locale.parse().ok()).unwrap_or_default();
        in_language(locale, || {
            let t = t();
            Mail {
                to: self.email.clone(),
                name: self.name.clone(),
                language: locale.to_string(),
                subject: t.mail_receipt_subject(&self.title),
                paragraphs: vec![
                    t.mail_hello(&self.name),
                    t.mail_receipt_text(arg::Company(&self.company), arg::Title(&self.title)),
                ],
                action: Some((t.mail_receipt_action(), address)),
                reason: t.mail_receipt_reason(),
                unsubscribe: None,
            }
        })
    }
}

/// An application without an account that waits to be confirmed, as the mail with its link tells it.
#[derive(FromRow)]
pub struct PendingMail {
    pub email: String,
    pub name: String,
    pub language: String,
    pub title: String,
    pub company: String,
    /// Whether an account has this confirmed address.
    pub has_account: bool,
}

impl PendingMail {
    pub fn mail(&self, site: &Site, token: &str) -> Mail {
        let locale: Locale = self.language.parse().unwrap_or_default();
        in_language(locale, || {
            let t = t();
            let what = t.mail_guest_confirm_text(arg::Title(&self.title), arg::Company(&self.company));
            let mut paragraphs = vec![t.mail_hello(&self.name), what, t.mail_guest_confirm_time()];
            if self.has_account {
                paragraphs.push(t.mail_guest_confirm_account());
            }
            Mail {
                to: self.email.clone(),
                name: self.name.clone(),
                language: locale.to_string(),
                subject: t.mail_guest_confirm_subject(&self.title),
                paragraphs,
                action: Some((t.mail_guest_confirm_action(), guest_address(site, token))),
                reason: t.mail_guest_confirm_reason(),
                unsubscribe: None,
            }
        })
    }
}

fn guest_address(site: &Site, token: &str) -> String {
    format!("{}{GUEST_PATH}{token}", site.origin)
}

/// What a company has noted of somebody, as the mail tells them: GDPR, article 14.
#[derive(FromRow)]
pub struct NotedMail {
    pub title: String,
    pub company: String,
    pub email: String,
    pub name: String,
    pub phone: String,
    pub has_resume: bool,
    pub source: String,
    pub at: DateTime<Utc>,
    pub language: Option<String>,
}

impl NotedMail {
    pub fn mail(&self, site: &Site, token: &str) -> Mail {
        let locale: Locale = self.language.as_ref().and_then(|language| language.parse().ok()).unwrap_or_default();
        in_language(locale, || {
            let t = t();
            let company = || arg::Company(&self.company);
            let mut kept = vec![t.mail_noted_name(), t.mail_noted_email()];
            kept.extend((!self.phone.is_empty()).then(|| t.mail_noted_phone()));
            kept.extend(self.has_resume.then(|| t.mail_noted_resume()));
            let (kept, source) = (arg::Kept(kept.join(", ")), arg::Source(source_label(&self.source)));
            let title = || arg::Title(&self.title);
            Mail {
                to: self.email.clone(),
                name: self.name.clone(),
                language: locale.to_string(),
                subject: t.mail_noted_subject(company(), title()),
                paragraphs: vec![
                    t.mail_hello(&self.name),
                    t.mail_noted_text(company(), title(), arg::When(format::day(self.at))),
                    t.mail_noted_kept(company(), kept, source),
                    t.mail_noted_why(&self.company),
                    t.mail_noted_rights(&self.company),
                ],
                action: Some((t.mail_noted_action(), guest_address(site, token))),
                reason: t.mail_noted_reason(&self.company),
                unsubscribe: None,
            }
        })
    }
}

/// What mails to somebody without an account name.
#[derive(FromRow)]
pub struct GuestMail {
    /// The application.
    pub id: Uuid,
    pub title: String,
    pub company: String,
    pub email: String,
    pub name: String,
    pub language: Option<String>,
}

impl GuestMail {
    fn locale(&self) -> Locale {
        self.language.as_ref().and_then(|language| language.parse().ok()).unwrap_or_default()
    }

    /// A mail in the guest's language, with a link to the application.
    fn written(&self, site: &Site, token: &str, say: impl FnOnce() -> (String, Vec<String>, String)) -> Mail {
        let locale = self.locale();
        in_language(locale, || {
            let (subject, texts, action) = say();
            Mail {
                to: self.email.clone(),
                name: self.name.clone(),
                language: locale.to_string(),
                subject,
                paragraphs: std::iter::once(t().mail_hello(&self.name)).chain(texts).collect(),
                action: Some((action, guest_address(site, token))),
                reason: t().mail_receipt_reason(),
                unsubscribe: None,
            }
        })
    }

    /// A new link to the application.
    pub fn link_mail(&self, site: &Site, token: &str) -> Mail {
        self.written(site, token, || {
            let t = t();
            let text = t.mail_guest_link_text(arg::Title(&self.title), arg::Company(&self.company));
            (t.mail_guest_link_subject(&self.title), vec![text], t.mail_receipt_action())
        })
    }

    /// What the company has written.
    pub fn message_mail(&self, site: &Site, token: &str, texts: &[String]) -> Mail {
        self.written(site, token, || {
            let t = t();
            let (company, title) = (arg::Company(&self.company), arg::Title(&self.title));
            let empty = |text: &String| if text.is_empty() { t.mail_guest_message_file() } else { text.clone() };
            let texts = texts.iter().map(empty).chain([t.mail_guest_message_answer()]).collect();
            (t.mail_guest_message_subject(company, title), texts, t.mail_guest_message_action())
        })
    }

    /// Where the application stands by now.
    pub fn stage_mail(&self, site: &Site, token: &str, standing: &Standing) -> Mail {
        self.written(site, token, || {
            let t = t();
            let (company, title) = (arg::Company(&self.company), arg::Title(&self.title));
            let text = t.mail_guest_stage_text(company, title, arg::Stage(standing.label()));
            (t.mail_guest_stage_subject(&self.title), vec![text], t.mail_receipt_action())
        })
    }
}
