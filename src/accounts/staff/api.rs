//! Server functions of the first run, and of accounts that the operator invites people to make.

use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use {
    super::db,
    crate::{
        accounts::{
            AccountDone, AccountProblem, Email, Role, StaffRole, ValidRegistration, arrival,
            entry::landing,
            new_password, password,
            second_factor::SECURITY_PATH,
            sign_up::{insert_proved, let_in_anew},
        },
        db::Tx,
        forms::Check,
        platform::{
            Platform,
            audit::{Act, SecurityEvent, record},
            platform,
            request::client,
        },
        ui::done_at,
    },
    uuid::Uuid,
};

/// Whether the first admin can be made with a token.
#[server(endpoint = "load_setup")]
pub async fn load_setup(#[server(default)] token: String) -> Result<bool, AppError> {
    db::may_set_up(&platform().db, &token).await
}

/// Makes the first admin, and logs them in.
#[server(endpoint = "set_up_site")]
pub async fn set_up_site(
    #[server(default)] token: String,
    #[server(default)] name: String,
    #[server(default)] email: String,
    #[server(default)] password: String,
) -> Result<(), AppError> {
    let platform = platform();
    let over = || AppError::refused(AccountProblem::LinkIsOver);
    if !db::may_set_up(&platform.db, &token).await? {
        return Err(over());
    }
    let new = check(&platform, &name, &email, &password).await?;
    let hash = password::hash(password).await?;
    let mut tx = platform.db.begin().await?;
    if !db::take_setup(&mut tx, &token).await? {
        return Err(over());
    }
    let key = new.email.key();
    let id = make(&mut tx, &new, &hash, Some(StaffRole::Admin)).await?;
    record(&mut tx, Act::done(SecurityEvent::SiteSetup, id).on("account", id).changing("", StaffRole::Admin)).await?;
    let_in_anew(&platform, tx, id, &key).await?;
    lead_on(SECURITY_PATH);
    Ok(())
}

/// The address that an invitation to make an account is for; none where it is not good any more.
#[server(endpoint = "load_account_invitation")]
pub async fn load_account_invitation(#[server(default)] token: String) -> Result<Option<String>, AppError> {
    db::invited(&platform().db, &token).await
}

/// Makes the account that somebody was invited to make, and logs them in.
#[server(endpoint = "make_invited_account")]
pub async fn make_invited_account(
    #[server(default)] token: String,
    #[server(default)] name: String,
    #[server(default)] password: String,
) -> Result<(), AppError> {
    let platform = platform();
    let over = || AppError::refused(AccountProblem::LinkIsOver);
    let email = db::invited(&platform.db, &token).await?.ok_or_else(over)?;
    let new = check(&platform, &name, &email, &password).await?;
    let hash = password::hash(password).await?;
    let mut tx = platform.db.begin().await?;
    let staff = db::take_invitation(&mut tx, &token).await?.ok_or_else(over)?;
    let key = new.email.key();
    let id = make(&mut tx, &new, &hash, staff).await?;
    let became = staff.map_or_else(String::new, |staff| staff.to_string());
    let act = Act::done(SecurityEvent::StaffInvitationAcceptance, id).on("account", id).changing("", became);
    record(&mut tx, act).await?;
    let_in_anew(&platform, tx, id, &key).await?;
    lead_on(if staff.is_some() { SECURITY_PATH } else { landing("", Role::Seeker) });
    Ok(())
}

/// Checks what was typed about a new account.
#[cfg(feature = "ssr")]
async fn check(platform: &Platform, name: &str, email: &str, password: &str) -> Result<ValidRegistration, AppError> {
    let mut check = Check::default();
    let name = check.line("name", name, 120);
    let email = check.parsed("email", Email::parse(email));
    let chosen = check.parsed("password", new_password(password));
    check.finish()?;
    let (Some(email), Some(password)) = (email, chosen) else { return Err(AppError::Internal) };
    password::refuse_common(&password, email.as_str(), &name)?;
    platform.rates.register(client(), &email.key()).await?;
    let (role, time_zone) = (Role::Seeker, String::new());
    Ok(ValidRegistration { role, company: None, invitation: None, time_zone, name, email, password })
}

/// Makes an account. Whoever has the link reads the mailbox, or was given it by the operator.
#[cfg(feature = "ssr")]
async fn make(tx: &mut Tx, new: &ValidRegistration, hash: &str, staff: Option<StaffRole>) -> Result<Uuid, AppError> {
    let id = insert_proved(tx, new, hash).await?;
    db::set_role(tx, id, staff).await?;
    Ok(id)
}

#[cfg(feature = "ssr")]
fn lead_on(next: &str) {
    leptos_axum::redirect(&arrival::path(&done_at(next, AccountDone::Welcome)));
}
