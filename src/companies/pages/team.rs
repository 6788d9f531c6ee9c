use leptos::prelude::*;

use crate::{
    accounts::{Action, EmployerFrame, MemberRole, me},
    companies::{
        PendingInvitation, Team, TeamMember,
        api::{
            ChangeRole, HandOver, InviteMember, LeaveCompany, LoadTeam, RemoveMember, RenewInvitation,
            WithdrawInvitation,
        },
    },
    l10n::t,
    ui::{
        ActionError, ButtonForm, Confirm, Day, FormAction, Load, PageHead, PageMeta, SelectField, ServerForm, Submit,
        TextField,
    },
};

/// What is sent from this page; the forms are re-rendered with it.
#[derive(Clone, Copy)]
struct Actions {
    role: FormAction,
    hand_over: FormAction,
    remove: FormAction,
    renew: FormAction,
    withdraw: FormAction,
}

/// `/employer/team`: who works here, and who is invited.
#[component]
pub fn TeamPage() -> impl IntoView {
    let invite = FormAction::to::<InviteMember>();
    let actions = Actions {
        role: FormAction::to::<ChangeRole>(),
        hand_over: FormAction::to::<HandOver>(),
        remove: FormAction::to::<RemoveMember>(),
        renew: FormAction::to::<RenewInvitation>(),
        withdraw: FormAction::to::<WithdrawInvitation>(),
    };
    view! {
        <PageMeta title=t().employer_team() noindex=true/>
        <EmployerFrame>
            <PageHead title=t().employer_team() lead=t().team_lead()/>
            <Load ask=|| LoadTeam {} view=move |team| view! { <TeamSections team invite actions/> }.into_any()/>
        </EmployerFrame>
    }
}

#[component]
fn TeamSections(team: Team, invite: FormAction, actions: Actions) -> impl IntoView {
    let t = t();
    let manages = me().is_some_and(|me| me.may(Action::ManageTeam));
    let Team { members, invitations, link } = team;
    let rows = members.into_iter().map(|member| view! { <MemberRow member manages actions/> }).collect_view();
    let leave = FormAction::to::<LeaveCompany>();
    view! {
        <div class="narrow stack">
            <section class="panel stack">
                <h2 class="panel__title">{t.team_members()}</h2>
                <ActionError action=actions.role/>
                <ActionError action=actions.hand_over/>
                <ActionError action=actions.remove/>
                <ul class="stack">{rows}</ul>
                <p class="muted">{t.team_roles_help()}</p>
            </section>
            {manages.then(|| view! { <InvitationSections invitations link invite actions/> })}
            <section class="panel stack">
                <h2 class="panel__title">{t.team_leave()}</h2>
                <ActionError action=leave/>
                <Confirm label=t.team_leave() warning=t.team_leave_warning() open=leave.has_failed()>
                    <ButtonForm action=leave label=t.team_leave() fields=vec![] class="button button--danger" reload=true in_list=true/>
                </Confirm>
            </section>
        </div>
    }
}

#[component]
fn MemberRow(member: TeamMember, manages: bool, actions: Actions) -> impl IntoView {
    let t = t();
    let TeamMember { id, name, email, role, since, you } = member;
    let id = id.to_string();
    let shown = name.clone();
    let options = MemberRole::choices().into_iter().map(move |(value, label)| {
        let selected = value == role.to_string();
        view! { <option value=value selected=selected>{label}</option> }
    });
    let others = (!you).then(|| {
        let fields = vec![("id", id.clone())];
        let same = fields.clone();
        view! {
            <Confirm label=t.team_hand_over() about=name.clone() warning=t.team_hand_over_warning() class="button button--small">
                <ButtonForm action=actions.hand_over label=t.team_hand_over_action() fields=same reload=true in_list=true/>
            </Confirm>
            <Confirm label=t.team_remove() about=name.clone() warning=t.team_remove_warning() class="button button--small">
                <ButtonForm action=actions.remove label=t.team_remove_action() fields class="button button--danger" reload=true in_list=true/>
            </Confirm>
        }
    });
    let controls = manages.then(|| {
        view! {
            <div class="cluster">
                <ServerForm action=actions.role class="cluster" reload=true in_list=true>
                    <input type="hidden" name="id" value=id.clone()/>
                    <select class="field__input" name="role" aria-label=t.team_role_of(&name)>{options.collect_view()}</select>
                    <Submit label=t.team_role_save() class="button button--small"/>
                </ServerForm>
                {others}
            </div>
        }
    });
    view! {
        <li class="stack">
            <div>
                <p><bdi>{shown}</bdi> {you.then(|| view! { " " <span class="badge badge--success">{t.team_you()}</span> })}</p>
                <p class="muted"><bdi>{email}</bdi> " · " {t.team_role_since(role.label())} " " <Day at=since/></p>
            </div>
            {controls}
        </li>
    }
}

#[component]
fn InvitationSections(
    invitations: Vec<PendingInvitation>,
    link: Option<(uuid::Uuid, String)>,
    invite: FormAction,
    actions: Actions,
) -> impl IntoView {
    let t = t();
    let none = invitations.is_empty().then(|| view! { <p class="muted">{t.team_invitations_none()}</p> });
    let rows = invitations.into_iter().map(|invitation| {
        let link = link.clone().filter(|(of, _)| *of == invitation.id).map(|(_, link)| link);
        view! { <InvitationRow invitation link actions/> }
    });
    view! {
        <section class="panel stack">
            <h2 class="panel__title">{t.team_invite()}</h2>
            <ServerForm action=invite reload=true>
                <TextField name="email" label=t.field_email() kind="email" help=t.team_invite_help()/>
                <SelectField name="role" label=t.team_role() choices=MemberRole::choices() value=MemberRole::Recruiter.to_string()/>
                <div class="form__actions"><Submit label=t.team_invite_action()/></div>
            </ServerForm>
        </section>
        <section class="panel stack">
            <h2 class="panel__title">{t.team_invitations()}</h2>
            <ActionError action=actions.renew/>
            <ActionError action=actions.withdraw/>
            {none}
            <ul class="stack">{rows.collect_view()}</ul>
        </section>
    }
}

#[component]
fn InvitationRow(invitation: PendingInvitation, link: Option<String>, actions: Actions) -> impl IntoView {
    let t = t();
    let PendingInvitation { id, email, role, by, expires_at, expired, .. } = invitation;
    let fields = vec![("id", id.to_string())];
    let state = match expired {
        true => view! { {t.team_invitation_expired(role.label())} }.into_any(),
        false => view! { {t.team_invited_as(role.label())} " " <Day at=expires_at/> }.into_any(),
    };
    let link = link.map(|link| {
        view! {
            <label class="field">
                <span class="field__label">{t.team_link()}</span>
                <input class="field__input" type="text" readonly name="link" value=link/>
            </label>
        }
    });
    let by = by.map(|by| view! { " · " {t.invitation_by(by)} });
    view! {
        <li class="stack">
            <div>
                <p><bdi>{email}</bdi></p>
                <p class="muted">{state} {by}</p>
            </div>
            {link}
            <div class="cluster">
                <ButtonForm action=actions.renew label=t.team_renew() fields=fields.clone() class="button button--small" reload=true in_list=true/>
                <ButtonForm action=actions.withdraw label=t.team_withdraw() fields class="button button--small" reload=true in_list=true/>
            </div>
        </li>
    }
}
