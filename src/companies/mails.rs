//! What mails of companies say.

use sqlx::FromRow;
use uuid::Uuid;

use crate::{
    accounts::{MemberRole, switch_path},
    companies::TEAM_PATH,
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
                subject: t.mail_invitation_subject(arg::By(&self.by), arg::Company(&self.company)),
                paragraphs: vec![text, t.mail_invitation_bound()],
                action: Some((t.mail_invitation_action(), format!("{}/invitation/{token}", site.origin))),
                reason: t.mail_invitation_reason(&self.by),
                ..Mail::to(&self.email, "", locale)
            }
        })
    }
}

/// A member of whose place in the team somebody else has decided.
#[derive(FromRow)]
pub struct MemberMail {
    email: String,
    name: String,
    locale: Option<String>,
    company: String,
    /// Who has decided.
    by: String,
}

impl MemberMail {
    /// Tells of another role, or of none any more.
    pub fn mail(&self, site: &Site, company: Uuid, role: Option<MemberRole>) -> Mail {
        let locale = self.locale.as_ref().and_then(|locale| locale.parse().ok()).unwrap_or_default();
        in_language(locale, || {
            let t = t();
            let (by, to) = (arg::By(&self.by), arg::Company(&self.company));
            let (subject, text) = match role {
                Some(role) => {
                    let role = role.label();
                    let subject = t.mail_role_subject(arg::Company(&self.company), arg::Role(&role));
                    (subject, t.mail_role_text(by, to, arg::Role(&role)))
                }
                None => (t.mail_removed_subject(&self.company), t.mail_removed_text(by, to)),
            };
            let look = site.origin.clone() + &switch_path(company, TEAM_PATH);
            Mail {
                subject,
                paragraphs: vec![t.mail_hello(&self.name), text],
                action: role.map(|_| (t.mail_notification_action(), look)),
                reason: t.mail_reason_team(&self.company),
                ..Mail::to(&self.email, &self.name, locale)
            }
        })
    }
}
