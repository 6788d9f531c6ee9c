//! What mails of companies say.

use sqlx::FromRow;

use crate::{
    accounts::MemberRole,
    l10n::{Locale, arg, in_language, locale, t},
    platform::{mail::Mail, site::Site},
};

/// An invitation, as its mail tells it.
#[derive(FromRow)]
pub struct InvitationMail {
    email: String,
    role: MemberRole,
    company: String,
    by: String,
    /// The language of the account with the address, if there is one.
    locale: Option<String>,
}

impl InvitationMail {
    /// The mail, in the language of its reader, else of whoever invites.
    pub fn mail(&self, site: &Site, token: &str) -> Mail {
        let known: Option<Locale> = self.locale.as_ref().and_then(|locale| locale.parse().ok());
        let locale = known.unwrap_or_else(locale);
        in_language(locale, || {
            let t = t();
            let (by, company) = (arg::By(&self.by), arg::Company(&self.company));
            let text = t.mail_invitation_text(by, company, arg::Role(self.role.label()));
            Mail {
                to: self.email.clone(),
                name: String::new(),
                language: locale.to_string(),
                subject: t.mail_invitation_subject(arg::By(&self.by), arg::Company(&self.company)),
                paragraphs: vec![text, t.mail_invitation_bound()],
                action: Some((t.mail_invitation_action(), format!("{}/invitation/{token}", site.origin))),
                reason: t.mail_invitation_reason(&self.by),
                unsubscribe: None,
            }
        })
    }
}
