use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{
    accounts::INVITATION_PATH,
    companies::{
        Invitation, InvitationState, Invited,
        api::{AcceptInvitation, LoadInvitation},
    },
    l10n::t,
    text::with_query,
    ui::{ActionError, ButtonForm, Empty, FormAction, Load, PageHead, PageMeta},
};

/// `/invitation/{token}`: what a link invites to. Opening it changes nothing.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let params = use_params_map();
    let token = move || params.with(|params| params.get("token").unwrap_or_default());
    let accept = FormAction::to::<AcceptInvitation>();
    view! {
        <PageMeta title=t().invitation_title() noindex=true/>
        <div class="narrow">
            <Load
                ask=move || LoadInvitation { token: token() }
                view=move |invitation| view! { <InvitationView invitation token=token() accept/> }.into_any()
            />
        </div>
    }
}

#[component]
fn InvitationView(invitation: Invitation, token: String, accept: FormAction) -> impl IntoView {
    let t = t();
    let over = match invitation.state {
        InvitationState::Open => None,
        InvitationState::Used => Some((t.invitation_used_title(), t.invitation_used())),
        InvitationState::Expired => Some((t.invitation_expired_title(), t.invitation_expired())),
        InvitationState::Withdrawn => Some((t.invitation_withdrawn_title(), t.invitation_withdrawn())),
        InvitationState::Unknown => Some((t.invitation_unknown_title(), t.invitation_unknown())),
    };
    if let Some((title, text)) = over {
        return view! { <PageHead title/> <ActionError action=accept/> <Empty title=text/> }.into_any();
    }
    let Invitation { company, role, by, hint, invited, .. } = invitation;
    let next = format!("{INVITATION_PATH}{token}");
    let login = with_query("/login", &[("next", &next)]);
    let register = with_query("/register", &[("next", &next)]);
    let ways = view! {
        <p class="cluster">
            <a class="button button--primary" href=login>{t.invitation_login()}</a>
            <a class="button" href=register>{t.invitation_register()}</a>
        </p>
    };
    let what = match invited {
        Invited::You => view! {
            <ButtonForm action=accept label=t.invitation_accept() fields=vec![("token", token)] class="button button--primary" reload=true in_list=true/>
        }
        .into_any(),
        Invited::Other => view! { <p class="notice notice--warning">{t.invitation_other(hint)}</p> {ways} }.into_any(),
        Invited::Visitor => view! { <p>{t.invitation_for(hint)}</p> {ways} }.into_any(),
    };
    view! {
        <PageHead title=t.invitation_to(company)/>
        <div class="panel stack">
            <ActionError action=accept/>
            {role.map(|role| view! { <p>{t.invitation_as(role.label())}</p> })}
            {by.map(|by| view! { <p class="muted">{t.invitation_by(by)}</p> })}
            {what}
        </div>
    }
    .into_any()
}
