//! What mails tell of second factors.

use crate::{
    accounts::links::Reader,
    db::Tx,
    error::AppError,
    l10n::{in_language, t},
    platform::{mail::send_later, site::Site},
};

/// What has happened to what protects an account.
#[derive(Clone, Copy, Debug)]
pub enum FactorChange<'a> {
    AppAdded,
    AppRemoved,
    PasskeyAdded(&'a str),
    PasskeyRenamed(&'a str),
    PasskeyRemoved(&'a str),
    CodesRenewed,
    /// A login with a recovery code; so many are left.
    CodeUsed(i64),
}

/// Tells the owner of an account.
pub async fn send_change(
    tx: &mut Tx,
    site: &Site,
    reader: Reader<'_>,
    change: FactorChange<'_>,
) -> Result<(), AppError> {
    let mail = in_language(reader.locale, || {
        let t = t();
        let what = match change {
            FactorChange::AppAdded => t.mail_factor_app_added(),
            FactorChange::AppRemoved => t.mail_factor_app_removed(),
            FactorChange::PasskeyAdded(name) => t.mail_factor_passkey_added(name),
            FactorChange::PasskeyRenamed(name) => t.mail_factor_passkey_renamed(name),
            FactorChange::PasskeyRemoved(name) => t.mail_factor_passkey_removed(name),
            FactorChange::CodesRenewed => t.mail_factor_codes_renewed(),
            FactorChange::CodeUsed(left) => t.mail_factor_code_used(left),
        };
        let action = (t.mail_not_you_action(), format!("{}/forgot", site.origin));
        reader.mail(t.mail_factor_subject(), vec![what, t.mail_not_you()], Some(action))
    });
    send_later(tx, &mail).await
}
