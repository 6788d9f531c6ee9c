//! People, and the forms about them.

use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};
use uuid::Uuid;

pub use super::email::Email;
#[cfg(feature = "ssr")]
pub use super::email::{key_of, login_keys};
use super::{
    may::{Action, Actor, MemberRole, StaffRole, Thing, may},
    second_factor::Protection,
};
use crate::{
    error::{AppError, Problem, problems},
    forms::Check,
    ui::done_messages,
};

/// What somebody is here for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, IntoStaticStr, VariantArray,
)]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "TEXT", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    Seeker,
    Employer,
}

/// The logged-in person, as pages see them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Me {
    pub id: Uuid,
    pub name: String,
    /// What they act as now.
    pub role: Role,
    /// The company that they act for.
    pub company: Option<Uuid>,
    /// What they are in which companies.
    pub hats: Vec<Hat>,
    /// What they are on the site's staff.
    pub staff: Option<StaffRole>,
    /// Seq of their newest event when the page was rendered; the socket sends the later events.
    pub newest_event: i64,
    /// Unread count of notifications when the page was rendered.
    pub unread: i64,
    /// How many of them are about messages.
    pub unread_talks: i64,
    /// Whether they have to confirm their address before they can apply, publish or invite.
    pub must_confirm: bool,
}

/// What somebody is in a company.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct Hat {
    pub company: Uuid,
    pub name: String,
    pub role: MemberRole,
}

impl Me {
    /// What they are in the company that they act for.
    pub fn hat(&self) -> Option<&Hat> {
        self.hats.iter().find(|hat| Some(hat.company) == self.company)
    }

    /// Whether their role has something to do with this action at all: what is shown to them.
    pub fn may(&self, action: Action) -> bool {
        self.hat().is_some_and(|hat| {
            may(Actor { member: Some((hat.company, hat.role)) }, action, Thing::Company(hat.company)).is_ok()
        })
    }
}

/// The pages of invitations; behind it stands the token.
pub const INVITATION_PATH: &str = "/invitation/";

/// The page that says what one acts as now, and offers another company or none.
pub const SWITCH_PATH: &str = "/switch";

/// The logged-in person, as the server knows them.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct CurrentUser {
    pub id: Uuid,
    /// The session in use.
    pub session: Uuid,
    pub email: String,
    pub name: String,
    /// What they act as: an employer for a company that they are a member of, else a seeker.
    pub role: Role,
    /// The address that takes the place of `email` once it is confirmed.
    pub new_email: Option<String>,
    /// Whether mails to `email` are known to reach the person.
    pub is_confirmed: bool,
    /// Whether another account has the address.
    pub is_shadow: bool,
    #[sqlx(skip)]
    pub locale: Option<crate::l10n::Locale>,
    /// The company that the session acts for.
    pub company: Option<Uuid>,
    /// What they are there.
    pub member_role: Option<MemberRole>,
    /// What they are on the site's staff.
    pub staff: Option<StaffRole>,
    /// What they are in which companies; empty where no page can be rendered.
    #[sqlx(skip)]
    pub hats: Vec<Hat>,
    /// Seq of their newest event.
    pub newest_event: i64,
    /// Unread notifications.
    pub unread: i64,
    /// Those of them that are about messages, one for each conversation.
    pub unread_talks: i64,
}

#[cfg(feature = "ssr")]
impl From<CurrentUser> for Me {
    fn from(user: CurrentUser) -> Self {
        let CurrentUser { id, name, role, company, hats, staff, newest_event, unread, unread_talks, .. } = user;
        Self { id, name, role, company, hats, staff, newest_event, unread, unread_talks, must_confirm: false }
    }
}

/// Fewest and most characters of a password; any characters will do (NIST SP 800-63B).
pub const PASSWORD_LENGTH: std::ops::RangeInclusive<usize> = 10..=128;

/// The form of a new account.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Registration {
    pub role: String,
    pub company: String,
    pub name: String,
    pub email: String,
    pub password: String,
    /// The browser's time zone, for an employer's company; empty without scripts.
    pub time_zone: String,
    /// The token of an invitation: the account becomes a member of that company, and founds none.
    pub invitation: String,
    pub next: String,
}

/// A new account that can be made.
pub struct ValidRegistration {
    pub role: Role,
    /// Name of the company, for an employer.
    pub company: Option<String>,
    /// The token of the invitation that it is made with.
    pub invitation: Option<String>,
    /// Where the browser says that it is.
    pub time_zone: String,
    pub name: String,
    pub email: Email,
    pub password: String,
}

impl Registration {
    pub fn check(&self) -> Result<ValidRegistration, AppError> {
        let mut check = Check::default();
        let invitation = (!self.invitation.is_empty()).then(|| self.invitation.clone());
        let role = if invitation.is_some() { Some(Role::Employer) } else { check.choice("role", &self.role) };
        let company = match role {
            Some(Role::Employer) if invitation.is_none() => Some(check.line("company", &self.company, 120)),
            _ => None,
        };
        let name = check.line("name", &self.name, 120);
        let email = check.parsed("email", Email::parse(&self.email));
        let password = check.parsed("password", new_password(&self.password));
        check.finish()?;
        let (Some(role), Some(email), Some(password)) = (role, email, password) else {
            return Err(AppError::Internal);
        };
        let time_zone = self.time_zone.clone();
        Ok(ValidRegistration { role, company, invitation, time_zone, name, email, password })
    }
}

/// A password as long as it must be. Whether it is a common one is checked on the server, which has the list.
pub fn new_password(text: &str) -> Result<String, Problem> {
    match text.chars().count() {
        0 => Err(Problem::Required),
        n if n < *PASSWORD_LENGTH.start() => Err(Problem::TooShort(*PASSWORD_LENGTH.start())),
        n if n > *PASSWORD_LENGTH.end() => Err(Problem::TooLong(*PASSWORD_LENGTH.end())),
        _ => Ok(text.to_string()),
    }
}

/// What the login page's address says where the browser has not kept the cookie of a login.
pub const COOKIES_REFUSED: &str = "cookies=refused";

/// A place where somebody is logged in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct Session {
    pub id: Uuid,
    pub user_agent: String,
    pub ip: String,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub seen_at: chrono::DateTime<chrono::Utc>,
    /// When the session expires; use does not prolong it.
    pub expires_at: chrono::DateTime<chrono::Utc>,
    /// Whether it is the session that sent this request.
    pub current: bool,
}

/// What the settings page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    pub name: String,
    pub email: String,
    /// The address that takes the place of `email` once it is confirmed.
    pub new_email: Option<String>,
    pub is_confirmed: bool,
    /// Whether a mail server has refused the address that is to be confirmed.
    pub is_refused: bool,
    pub protection: Protection,
    pub sessions: Vec<Session>,
}

problems! {
    /// What cannot be done.
    AccountProblem {
        EmailTaken => problem_email_taken,
        CommonPassword => problem_common_password,
        WrongPassword => problem_wrong_password,
        /// E-mail and password do not belong together; says no more on purpose.
        WrongLogin => problem_wrong_login,
        /// A link was used, is too old, or another has taken its place.
        LinkIsOver => problem_link_is_over,
        AlreadyConfirmed => problem_already_confirmed,
        /// It needs an address that is confirmed.
        NotConfirmed => problem_not_confirmed,
        /// No code of the app's now, or one that was used.
        WrongCode => problem_wrong_code,
        WrongRecoveryCode => problem_wrong_recovery_code,
        /// A passkey's answer is not right, too late, or not there; says no more on purpose.
        PasskeyFailed => problem_passkey_failed,
        /// Browsers take no passkeys for the site's address.
        PasskeysOff => problem_passkeys_off,
        TooManyPasskeys(count) => problem_too_many_passkeys,
        /// The password was given too long ago.
        LoginIsOver => problem_login_is_over,
        SetupIsOver => problem_setup_is_over,
        NoFactor => problem_no_factor,
        /// The last factor of whoever looks after the site.
        StaffNeedsFactor => problem_staff_needs_factor,
    }
}

done_messages! {
    /// What pages say was done.
    AccountDone {
        Welcome => done_welcome,
        LoggedOut => done_logged_out,
        AccountSaved => done_account_saved,
        PasswordChanged => done_password_changed,
        SessionEnded => done_session_ended,
        SessionsEnded => done_sessions_ended,
        PasswordLinkSent => done_password_link_sent,
        PasswordReset => done_password_reset,
        ConfirmationSent => done_confirmation_sent,
        EmailChangeCancelled => done_email_change_cancelled,
        EmailConfirmed => done_email_confirmed,
        AccountDeleted => done_account_deleted,
        AppAdded => done_app_added,
        AppRemoved => done_app_removed,
        PasskeyAdded => done_passkey_added,
        PasskeyRenamed => done_passkey_renamed,
        PasskeyRemoved => done_passkey_removed,
        CodesRenewed => done_codes_renewed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_count_characters() {
        assert_eq!(new_password("pässwörte"), Err(Problem::TooShort(10)));
        assert!(new_password("pässwörter").is_ok());
        assert!(new_password(&"ü".repeat(128)).is_ok());
        assert_eq!(new_password(&"ü".repeat(129)), Err(Problem::TooLong(128)));
    }

    #[test]
    fn an_employer_names_a_company() {
        let form = Registration {
            role: "employer".into(),
            name: "Anna".into(),
            email: "a@b.example".into(),
            password: "long enough".into(),
            ..Default::default()
        };
        let error = form.check().err().unwrap();
        assert_eq!(error.problem_of("company"), Some(&Problem::Required));
        assert!(Registration { role: "seeker".into(), ..form }.check().is_ok());
    }
}
