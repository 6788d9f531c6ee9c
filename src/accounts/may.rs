//! What somebody may do in a company: [`may`] alone decides it, for pages and for the server. `docs/roles.md` is the
//! same as a table.

use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};
use uuid::Uuid;

use crate::{error::AppError, l10n::t};

/// What somebody is in a company.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Display, EnumString, IntoStaticStr, VariantArray,
)]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "TEXT", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum MemberRole {
    Owner,
    Recruiter,
    HiringManager,
    Interviewer,
}

impl MemberRole {
    /// The role's name in the page's language.
    pub fn label(self) -> String {
        match self {
            Self::Owner => t().role_owner(),
            Self::Recruiter => t().role_recruiter(),
            Self::HiringManager => t().role_hiring_manager(),
            Self::Interviewer => t().role_interviewer(),
        }
    }

    /// Every role, for a field that chooses one.
    pub fn choices() -> Vec<(String, String)> {
        Self::VARIANTS.iter().map(|role| (role.to_string(), role.label())).collect()
    }

    /// Whether the role reaches every posting of its company; the others reach those whose team they are on.
    pub fn reaches_all(self) -> bool {
        matches!(self, Self::Owner | Self::Recruiter)
    }
}

/// What somebody is on the site's staff.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Display, EnumString, IntoStaticStr, VariantArray,
)]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "TEXT", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum StaffRole {
    Moderator,
    Admin,
}

impl StaffRole {
    /// The role's name in the page's language.
    pub fn label(self) -> String {
        match self {
            Self::Moderator => t().staff_moderator(),
            Self::Admin => t().staff_admin(),
        }
    }
}

/// What the site's staff does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray)]
pub enum StaffAction {
    /// The page that staff begins with.
    SeeAdmin,
    /// Conversations that people have reported, and noting that one was looked at.
    HandleReports,
    /// Who is on the staff.
    SeeStaff,
    SeeAuditLog,
}

/// Whether somebody may do something as staff. For everybody else there is nothing of it.
pub fn may_as_staff(role: Option<StaffRole>, action: StaffAction) -> Result<(), AppError> {
    match (role.ok_or(AppError::NotFound)?, action) {
        (StaffRole::Admin, _) | (_, StaffAction::SeeAdmin | StaffAction::HandleReports) => Ok(()),
        (StaffRole::Moderator, _) => Err(AppError::Forbidden),
    }
}

/// Who acts, and for which company; a job seeker for none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    pub member: Option<(Uuid, MemberRole)>,
}

/// What is done to what. Lists are allowed to every role that may see some of what they hold, and hold no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray)]
pub enum Action {
    /// The dashboard with its counts.
    SeeOverview,
    /// Postings as their employer sees them.
    SeePostings,
    /// Writing a new one, also as a copy.
    CreatePosting,
    /// Everything between the first draft and closing.
    EditPosting,
    DeletePosting,
    /// Who works on a posting.
    ChooseTeam,
    /// Applications with all that was sent, resumes included.
    SeeCandidates,
    /// Adding somebody who has not applied, and who is told by mail.
    AddCandidate,
    /// Moving and deciding.
    DecideCandidates,
    /// Reading and writing messages.
    Write,
    /// The company's page and logo.
    EditCompany,
    /// Who is a member, and leaving.
    SeeTeam,
    /// Inviting, changing roles, removing.
    ManageTeam,
}

/// What an action is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A company as a whole.
    Company(Uuid),
    /// A posting, or what belongs to one: its candidates, a conversation about it.
    Posting { company: Uuid, on_team: bool },
}

/// Whether somebody may do something. What is another company's is not told apart from what is not there.
pub fn may(actor: Actor, action: Action, thing: Thing) -> Result<(), AppError> {
    let Some((own, role)) = actor.member else { return Err(AppError::Forbidden) };
    let (Thing::Company(company) | Thing::Posting { company, .. }) = thing;
    if company != own {
        return Err(AppError::NotFound);
    }
    let reached = role.reaches_all() || matches!(thing, Thing::Company(_) | Thing::Posting { on_team: true, .. });
    let allowed = match action {
        Action::SeeOverview | Action::SeeCandidates | Action::SeeTeam => true,
        Action::SeePostings | Action::EditPosting | Action::DecideCandidates | Action::Write => {
            role != MemberRole::Interviewer
        }
        Action::CreatePosting
        | Action::DeletePosting
        | Action::ChooseTeam
        | Action::AddCandidate
        | Action::EditCompany => role.reaches_all(),
        Action::ManageTeam => role == MemberRole::Owner,
    };
    if allowed && reached { Ok(()) } else { Err(AppError::NotYourRole) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: Uuid = Uuid::from_u128(1);
    const OTHER: Uuid = Uuid::from_u128(2);

    /// One letter a role, owner to interviewer: `+` may, `t` on the team's postings, `-` may not.
    fn table(action: Action) -> &'static str {
        match action {
            Action::SeeOverview | Action::SeeTeam => "++++",
            Action::SeeCandidates => "++tt",
            Action::SeePostings | Action::EditPosting | Action::DecideCandidates | Action::Write => "++t-",
            Action::CreatePosting
            | Action::DeletePosting
            | Action::ChooseTeam
            | Action::AddCandidate
            | Action::EditCompany => "++--",
            Action::ManageTeam => "+---",
        }
    }

    #[test]
    fn every_role_does_what_the_table_says() {
        for action in Action::VARIANTS {
            for (role, allowed) in MemberRole::VARIANTS.iter().zip(table(*action).chars()) {
                let actor = Actor { member: Some((OWN, *role)) };
                let at = |thing| may(actor, *action, thing);
                let yes = |yes: bool| if yes { Ok(()) } else { Err(AppError::NotYourRole) };
                assert_eq!(at(Thing::Company(OWN)), yes(allowed != '-'), "{role} {action:?}");
                let posting = |on_team| Thing::Posting { company: OWN, on_team };
                assert_eq!(at(posting(true)), yes(allowed != '-'), "{role} {action:?}");
                let everywhere = role.reaches_all() && allowed == '+';
                assert_eq!(at(posting(false)), yes(everywhere), "{role} {action:?}");
                assert_eq!(at(Thing::Company(OTHER)), Err(AppError::NotFound), "{role} {action:?}");
                let foreign = Thing::Posting { company: OTHER, on_team: true };
                assert_eq!(at(foreign), Err(AppError::NotFound), "{role} {action:?}");
            }
        }
    }

    #[test]
    fn a_job_seeker_may_do_none_of_it() {
        for action in Action::VARIANTS {
            assert_eq!(may(Actor { member: None }, *action, Thing::Company(OWN)), Err(AppError::Forbidden));
        }
    }

    #[test]
    fn staff_does_what_the_table_in_the_docs_says() {
        let docs = include_str!("../../docs/roles.md");
        for action in StaffAction::VARIANTS {
            let word = |role: StaffRole| if may_as_staff(Some(role), *action).is_ok() { "yes" } else { "no" };
            let row = format!("| `{action:?}` | {} | {} |", word(StaffRole::Admin), word(StaffRole::Moderator));
            assert!(docs.contains(&row), "docs/roles.md has no row {row}");
            assert_eq!(may_as_staff(None, *action), Err(AppError::NotFound));
        }
    }

    /// `docs/roles.md` says what the code does.
    #[test]
    fn the_table_in_the_docs_is_this_one() {
        let docs = include_str!("../../docs/roles.md");
        for action in Action::VARIANTS {
            let words = table(*action).chars().map(|sign| match sign {
                '+' => "yes",
                't' => "their postings",
                _ => "no",
            });
            let row = format!("| `{action:?}` | {} |", words.collect::<Vec<_>>().join(" | "));
            assert!(docs.contains(&row), "docs/roles.md has no row {row}");
        }
    }
}
