//! What mails about accounts say.

use uuid::Uuid;

use super::{Purpose, db};
use crate::{
    accounts::device_name,
    db::Tx,
    error::AppError,
    l10n::{Locale, arg, in_language, t},
    platform::{
        mail::{Mail, send_later},
        site::Site,
        token::new_token,
    },
    text::with_query,
};

/// Who gets a mail.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    pub id: Uuid,
    pub email: &'a str,
    pub name: &'a str,
    pub locale: Locale,
}

impl Reader<'_> {
    /// A mail about the account, which one cannot do without.
    pub fn mail(&self, subject: String, paragraphs: Vec<String>, action: Option<(String, String)>) -> Mail {
        let hello = t().mail_hello(self.name);
        Mail {
            subject,
            paragraphs: std::iter::once(hello).chain(paragraphs).collect(),
            action,
            reason: t().mail_reason_account(),
            ..Mail::to(self.email, self.name, self.locale)
        }
    }

    /// Stores a new link of the reader's, and gives its address.
    async fn link(&self, tx: &mut Tx, site: &Site, purpose: Purpose) -> Result<String, AppError> {
        let token = new_token()?;
        db::insert(tx, self.id, purpose, self.email, &token).await?;
        Ok(site.origin.clone() + &with_query(purpose.path(), &[("token", &token)]))
    }
}

/// Asks to confirm the address.
pub async fn send_confirmation(tx: &mut Tx, site: &Site, reader: Reader<'_>) -> Result<(), AppError> {
    let link = reader.link(tx, site, Purpose::ConfirmEmail).await?;
    let mail = in_language(reader.locale, || {
        let t = t();
        reader.mail(t.mail_confirm_subject(), vec![t.mail_confirm_text()], Some((t.mail_confirm_action(), link)))
    });
    send_later(tx, &mail).await
}

/// Gives a link that sets a new password.
pub async fn send_password_link(tx: &mut Tx, site: &Site, reader: Reader<'_>) -> Result<(), AppError> {
    let link = reader.link(tx, site, Purpose::ResetPassword).await?;
    let mail = in_language(reader.locale, || {
        let t = t();
        let texts = vec![t.mail_reset_text(), t.mail_reset_ignore()];
        reader.mail(t.mail_reset_subject(), texts, Some((t.mail_reset_action(), link)))
    });
    send_later(tx, &mail).await
}

/// Tells that the password is another.
pub async fn send_password_changed(tx: &mut Tx, site: &Site, reader: Reader<'_>) -> Result<(), AppError> {
    let mail = in_language(reader.locale, || {
        let t = t();
        let texts = vec![t.mail_password_changed_text(), t.mail_not_you()];
        reader.mail(t.mail_password_changed_subject(), texts, Some((t.mail_not_you_action(), forgot(site))))
    });
    send_later(tx, &mail).await
}

/// Tells the address of an account that another one is to take its place, once that is confirmed.
pub async fn send_email_change_asked(tx: &mut Tx, site: &Site, reader: Reader<'_>, new: &str) -> Result<(), AppError> {
    let mail = in_language(reader.locale, || {
        let t = t();
        let texts = vec![t.mail_email_change_text(masked(new)), t.mail_email_change_not_you()];
        reader.mail(t.mail_email_change_subject(), texts, Some((t.mail_not_you_action(), forgot(site))))
    });
    send_later(tx, &mail).await
}

/// Tells the old address that the account has a new one.
pub async fn send_email_changed(tx: &mut Tx, reader: Reader<'_>, new: &str) -> Result<(), AppError> {
    let mail = in_language(reader.locale, || {
        let t = t();
        let texts = vec![t.mail_email_changed_text(masked(new)), t.mail_email_changed_not_you()];
        reader.mail(t.mail_email_changed_subject(), texts, None)
    });
    send_later(tx, &mail).await
}

/// Tells of a login with a browser that was not seen before.
pub async fn send_new_sign_in(
    tx: &mut Tx,
    site: &Site,
    reader: Reader<'_>,
    user_agent: &str,
    address: &str,
) -> Result<(), AppError> {
    let mail = in_language(reader.locale, || {
        let t = t();
        let device = device_name(user_agent);
        let texts = vec![t.mail_sign_in_text(arg::Device(&device), arg::Address(address)), t.mail_not_you()];
        reader.mail(t.mail_sign_in_subject(), texts, Some((t.mail_not_you_action(), forgot(site))))
    });
    send_later(tx, &mail).await
}

/// Tells the owner of an address that somebody has tried to register with it.
pub async fn send_address_taken(tx: &mut Tx, site: &Site, reader: Reader<'_>) -> Result<(), AppError> {
    let mail = in_language(reader.locale, || {
        let t = t();
        let texts = vec![t.mail_taken_text(), t.mail_taken_forgot()];
        reader.mail(t.mail_taken_subject(), texts, Some((t.mail_reset_action(), forgot(site))))
    });
    send_later(tx, &mail).await
}

fn forgot(site: &Site) -> String {
    format!("{}/forgot", site.origin)
}

/// An address of which its owner knows what it is, and nobody else learns it: `a…@example.org`.
fn masked(email: &str) -> String {
    match email.rsplit_once('@') {
        Some((user, host)) => format!("{}…@{host}", user.chars().next().unwrap_or('…')),
        None => "…".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_to_whom_knows_it() {
        for (email, told) in [("ada@b.example", "a…@b.example"), ("ä@bücher.example", "ä…@bücher.example"), ("x", "…")]
        {
            assert_eq!(masked(email), told);
        }
    }
}
