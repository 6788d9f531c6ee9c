//! What mails to invited people say.

use crate::{
    accounts::{Email, StaffRole},
    l10n::{Locale, in_language, t},
    platform::mail::Mail,
};

/// Somebody whom the operator has invited.
pub struct InvitedPerson<'a> {
    pub email: &'a Email,
    pub staff: Option<StaffRole>,
}

impl InvitedPerson<'_> {
    pub fn mail(&self, locale: Locale, link: &str) -> Mail {
        in_language(locale, || {
            let t = t();
            let text = match self.staff {
                Some(role) => t.mail_join_staff(role.label()),
                None => t.mail_join_text(),
            };
            Mail {
                to: self.email.as_str().to_string(),
                name: String::new(),
                language: locale.to_string(),
                subject: t.mail_join_subject(),
                paragraphs: vec![text, t.mail_join_bound()],
                action: Some((t.mail_join_action(), link.to_string())),
                reason: t.mail_join_reason(),
                unsubscribe: None,
            }
        })
    }
}
