//! An account for somebody whose address is proved to be theirs: they came by a link that was mailed to it.

use uuid::Uuid;

use super::{
    db, device,
    entry::begin_session,
    links::{self, Reader},
    model::{AccountProblem, Email, Role, ValidRegistration, new_password},
    parts::account_parts,
    password, session,
};
use crate::{
    db::Tx,
    error::AppError,
    l10n::locale,
    platform::{
        Platform,
        audit::{Act, SecurityEvent, record},
        cookies::set_cookie,
        platform,
        request::client,
    },
};

/// Makes a seeker's account with a confirmed address, which takes over what is known by it, and logs it in. An error of
/// the field `password`, or [`AccountProblem::EmailTaken`] where an account has the address.
pub async fn sign_up(email: Email, name: String, typed: &str) -> Result<(), AppError> {
    let platform = platform();
    let password = new_password(typed).map_err(|problem| AppError::field("password", problem))?;
    password::refuse_common(&password, email.as_str(), &name)?;
    let key = email.key();
    platform.rates.register(client(), &key).await?;
    if db::find_login(&platform.db, &[key.clone(), key.clone()]).await?.is_some() {
        return Err(AppError::refused(AccountProblem::EmailTaken));
    }
    let hash = password::hash(password.clone()).await?;
    let (company, invitation, time_zone) = (None, None, String::new());
    let valid = ValidRegistration { role: Role::Seeker, company, invitation, time_zone, name, email, password };
    let mut tx = platform.db.begin().await?;
    let id = insert_proved(&mut tx, &valid, &hash).await?;
    record(&mut tx, Act::done(SecurityEvent::Registration, id).on("account", id)).await?;
    record(&mut tx, Act::done(SecurityEvent::EmailConfirmation, id).on("account", id)).await?;
    let_in_anew(&platform, tx, id, &key).await
}

/// Stores an account with a confirmed address, which takes over what is known by it.
pub async fn insert_proved(tx: &mut Tx, valid: &ValidRegistration, hash: &str) -> Result<Uuid, AppError> {
    let (id, key) = (Uuid::now_v7(), valid.email.key());
    db::hold_address(tx, &key).await?;
    let ValidRegistration { email, name, role, .. } = valid;
    db::insert_user(tx, db::NewUser { id, email, name, role: *role, password_hash: hash }).await?;
    for part in account_parts().iter() {
        part.make(tx, id, valid).await?;
    }
    for part in account_parts().iter() {
        part.prove(tx, id, &key).await?;
    }
    links::note_confirmed(tx, id).await?;
    Ok(id)
}

/// Begins the first session of a new account, by the key of its address.
pub async fn let_in_anew(platform: &Platform, mut tx: Tx, id: Uuid, key: &str) -> Result<(), AppError> {
    let (token, end, _) = begin_session(&mut tx, id).await?;
    device::note_login(&mut tx, &platform.site, Reader { id, email: "", name: "", locale: locale() }).await?;
    tx.commit().await?;
    platform.rates.logged_in(client(), key).await;
    set_cookie(&session::session_cookie(&platform.site, token, end));
    Ok(())
}
