//! A company's team, and invitations into it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    accounts::{Email, MemberRole},
    error::AppError,
    forms::Check,
};

/// Where the team is.
pub const TEAM_PATH: &str = "/employer/team";

/// Invitations of a company that wait at a time.
pub const MAX_INVITATIONS: i64 = 100;

/// A member of a company.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct TeamMember {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub role: MemberRole,
    pub since: DateTime<Utc>,
    /// Whether it is the person who looks.
    pub you: bool,
}

/// An invitation that waits to be accepted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct PendingInvitation {
    pub id: Uuid,
    pub email: String,
    pub role: MemberRole,
    /// Who has invited, while they have an account.
    pub by: Option<String>,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub expired: bool,
}

/// What the team's page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Team {
    pub members: Vec<TeamMember>,
    /// Only owners see them.
    pub invitations: Vec<PendingInvitation>,
    /// The link of the invitation that was made just now.
    pub link: Option<(Uuid, String)>,
}

/// The form of an invitation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvitationForm {
    pub email: String,
    pub role: String,
}

impl InvitationForm {
    pub fn check(&self) -> Result<(Email, MemberRole), AppError> {
        let mut check = Check::default();
        let email = check.parsed("email", Email::parse(&self.email));
        let role = check.choice("role", &self.role);
        check.finish()?;
        email.zip(role).ok_or(AppError::Internal)
    }
}

/// Whether an invitation can be accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InvitationState {
    Open,
    Used,
    Expired,
    Withdrawn,
    /// There is none with this link, or not any more.
    Unknown,
}

/// For whom an invitation is, of who looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Invited {
    You,
    /// Somebody else than is logged in.
    Other,
    /// Nobody is logged in.
    Visitor,
}

/// What the page of an invitation's link shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Invitation {
    pub state: InvitationState,
    pub company: String,
    pub role: Option<MemberRole>,
    pub by: Option<String>,
    /// The address that it is for, with most of it left out.
    pub hint: String,
    pub invited: Invited,
}

impl Invitation {
    /// An invitation that nobody is told more of.
    pub fn unknown() -> Self {
        let (company, hint) = (String::new(), String::new());
        Self { state: InvitationState::Unknown, company, role: None, by: None, hint, invited: Invited::Visitor }
    }
}

/// An address with only the first letters of its parts: `a…@b….example`.
pub fn hint_of(email: &str) -> String {
    let first = |part: &str| part.chars().next().map(|c| format!("{c}…")).unwrap_or_default();
    let (user, host) = email.rsplit_once('@').unwrap_or((email, ""));
    let (name, top) = host.rsplit_once('.').unwrap_or((host, ""));
    format!("{}@{}.{top}", first(user), first(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_gives_no_address_away() {
        assert_eq!(hint_of("anna.berg@mail.example.org"), "a…@m….org");
        assert_eq!(hint_of("ü@b.example"), "ü…@b….example");
    }

    #[test]
    fn an_invitation_names_an_address_and_a_role() {
        let form = InvitationForm { email: "a".into(), role: "boss".into() };
        let error = form.check().unwrap_err();
        assert!(error.problem_of("email").is_some() && error.problem_of("role").is_some());
        let form = InvitationForm { email: "a@b.example".into(), role: "hiring_manager".into() };
        assert_eq!(form.check().unwrap().1, MemberRole::HiringManager);
    }
}
