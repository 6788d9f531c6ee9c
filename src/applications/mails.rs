//! What mails of applications say.

use sqlx::FromRow;
use uuid::Uuid;

use crate::{
    l10n::{Locale, arg, in_language, t},
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
}

impl ReceiptMail {
    pub fn mail(&self, site: &Site) -> Mail {
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
                action: Some((t.mail_receipt_action(), format!("{}/applications/{}", site.origin, self.id))),
                reason: t.mail_receipt_reason(),
                unsubscribe: None,
            }
        })
    }
}
