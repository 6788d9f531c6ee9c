//! Server functions of a company's team.

use leptos::prelude::*;
use uuid::Uuid;

use crate::{
    companies::{Invitation, InvitationForm, Team},
    error::AppError,
};
#[cfg(feature = "ssr")]
use {
    crate::{
        accounts::{self, Action, CurrentUser, MemberRole, current_user, key_of, may_in_company, viewer},
        companies::{
            CompanyDone, Invited, TEAM_PATH,
            db::{self, NewInvitation},
            hint_of,
        },
        error::Problem,
        platform::{
            cookies::{cookie, read_cookie, set_cookie},
            platform,
            token::new_token,
        },
        ui::done,
    },
    axum::http::request::Parts,
};

/// The cookie that gives the team's page the token of the invitation that was just made. It is not in the address, so
/// that it stands in no log and no history.
#[cfg(feature = "ssr")]
const LINK_COOKIE: &str = "jobi_invitation";
/// The page shows the link so many minutes.
#[cfg(feature = "ssr")]
const LINK_MINUTES: i64 = 5;

/// The members of the company, and for owners its invitations.
#[server(endpoint = "load_team")]
pub async fn load_team() -> Result<Team, AppError> {
    let (user, company) = may_in_company(Action::SeeTeam)?;
    let platform = platform();
    let members = db::team(&platform.db, company, user.id).await?;
    if user.may_in_company(Action::ManageTeam).is_err() {
        return Ok(Team { members, invitations: Vec::new(), link: None });
    }
    let token = use_context::<Parts>().and_then(|parts| read_cookie(&platform.site, &parts.headers, LINK_COOKIE));
    let link = match token {
        Some(token) => {
            let id = db::pending_with(&platform.db, company, &token).await?;
            id.map(|id| (id, format!("{}/invitation/{token}", platform.site.origin)))
        }
        None => None,
    };
    Ok(Team { members, invitations: db::pending(&platform.db, company).await?, link })
}

/// Invites somebody by their e-mail address. The link is mailed, and shown afterwards.
#[server(endpoint = "invite_member")]
pub async fn invite_member(#[server(flatten)] form: InvitationForm) -> Result<(), AppError> {
    let (user, company) = may_in_company(Action::ManageTeam)?;
    let (email, role) = form.check()?;
    user.must_be_reachable(&platform().mailer)?;
    let token = new_token()?;
    let mut tx = platform().db.begin().await?;
    db::invite(&mut tx, NewInvitation { company, by: user.id, email: &email, role, token: &token }).await?;
    tx.commit().await?;
    show_link(token);
    done(TEAM_PATH, CompanyDone::MemberInvited);
    Ok(())
}

/// Makes a new link for an invitation; the one before is no longer valid.
#[server(endpoint = "renew_invitation")]
pub async fn renew_invitation(id: Uuid) -> Result<(), AppError> {
    let (user, company) = may_in_company(Action::ManageTeam)?;
    user.must_be_reachable(&platform().mailer)?;
    let token = new_token()?;
    let mut tx = platform().db.begin().await?;
    db::renew_invitation(&mut tx, company, user.id, id, &token).await?;
    tx.commit().await?;
    show_link(token);
    done(TEAM_PATH, CompanyDone::InvitationRenewed);
    Ok(())
}

#[cfg(feature = "ssr")]
fn show_link(token: String) {
    set_cookie(&cookie(&platform().site, LINK_COOKIE, token, time::Duration::minutes(LINK_MINUTES)));
}

/// Withdraws an invitation.
#[server(endpoint = "withdraw_invitation")]
pub async fn withdraw_invitation(id: Uuid) -> Result<(), AppError> {
    let (user, company) = may_in_company(Action::ManageTeam)?;
    db::withdraw_invitation(&platform().db, company, user.id, id).await?;
    done(TEAM_PATH, CompanyDone::InvitationWithdrawn);
    Ok(())
}

/// Gives a member another role.
#[server(endpoint = "change_role")]
pub async fn change_role(id: Uuid, #[server(default)] role: String) -> Result<(), AppError> {
    let (user, company) = may_in_company(Action::ManageTeam)?;
    let role: MemberRole = role.parse().map_err(|_| AppError::field("role", Problem::NotAChoice))?;
    db::change_role(&platform().db, company, user.id, id, role).await?;
    done(if id == user.id { "/employer" } else { TEAM_PATH }, CompanyDone::RoleChanged);
    Ok(())
}

/// Makes another member the owner in one's own place.
#[server(endpoint = "hand_over")]
pub async fn hand_over(id: Uuid) -> Result<(), AppError> {
    let (user, company) = may_in_company(Action::ManageTeam)?;
    db::hand_over(&platform().db, company, user.id, id).await?;
    done(TEAM_PATH, CompanyDone::HandedOver);
    Ok(())
}

/// Removes a member from the company.
#[server(endpoint = "remove_member")]
pub async fn remove_member(id: Uuid) -> Result<(), AppError> {
    let (user, company) = may_in_company(Action::ManageTeam)?;
    db::remove(&platform().db, company, user.id, id).await?;
    done(if id == user.id { "/" } else { TEAM_PATH }, CompanyDone::MemberRemoved);
    Ok(())
}

/// Leaves the company that one acts for.
#[server(endpoint = "leave_company")]
pub async fn leave_company() -> Result<(), AppError> {
    let (user, company) = may_in_company(Action::SeeTeam)?;
    db::remove(&platform().db, company, user.id, user.id).await?;
    done("/", CompanyDone::CompanyLeft);
    Ok(())
}

/// What the page of an invitation's link shows; opening it changes nothing.
#[server(endpoint = "load_invitation")]
pub async fn load_invitation(#[server(default)] token: String) -> Result<Invitation, AppError> {
    let Some(found) = db::invitation(&platform().db, &token).await? else { return Ok(Invitation::unknown()) };
    let invited = match viewer() {
        None => Invited::Visitor,
        Some(user) if key_of(&user.email) == found.email_key => Invited::You,
        Some(_) => Invited::Other,
    };
    let state = found.state();
    let hint = if invited == Invited::You { found.email } else { hint_of(&found.email) };
    Ok(Invitation { state, company: found.company, role: Some(found.role), by: found.by, hint, invited })
}

/// Accepts an invitation, and acts for its company from now on.
#[server(endpoint = "accept_invitation")]
pub async fn accept_invitation(#[server(default)] token: String) -> Result<(), AppError> {
    let user = current_user()?;
    let mut tx = platform().db.begin().await?;
    let CurrentUser { id, email, name, .. } = &user;
    let company = db::accept_in(&mut tx, &token, (*id, email, name)).await?;
    tx.commit().await?;
    // On its own, because people's rows are locked last and by their ids.
    let mut tx = platform().db.begin().await?;
    accounts::act_for(&mut tx, &user, Some(company)).await?;
    tx.commit().await?;
    done("/employer", CompanyDone::InvitationAccepted);
    Ok(())
}
