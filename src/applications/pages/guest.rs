use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::{
    guest_thread::GuestMessages,
    noted::NotedView,
    one::SentContents,
    timeline::{StageBadge, StageMovedNotice, StageTimeline},
};
use crate::{
    accounts::me,
    applications::{
        Application, GuestApplication, GuestPage, Outcome, PendingApplication,
        api::{
            AgreeNoted, ConfirmGuest, EraseGuest, LoadGuest, MailGuestLinks, ObjectNoted, SignUpGuest, WithdrawGuest,
        },
    },
    l10n::{arg, format, t},
    ui::{
        ActionError, ButtonForm, Confirm, Fact, FormAction, LinkButton, Load, PageHead, PageMeta, ServerForm, Submit,
        TextField, query_params,
    },
};

/// What a guest does behind their link.
#[derive(Clone, Copy)]
struct Actions {
    confirm: FormAction,
    withdraw: FormAction,
    sign_up: FormAction,
    erase: FormAction,
    agree: FormAction,
    object: FormAction,
}

/// `/guest/:token`: what was sent without an account. Opening it changes nothing.
#[component]
pub fn GuestLinkPage() -> impl IntoView {
    keep_to_ourselves();
    let params = use_params_map();
    let token = move || params.with(|params| params.get("token").unwrap_or_default());
    let before = query_params(|get| get("before").parse().ok());
    let actions = Actions {
        confirm: FormAction::to::<ConfirmGuest>(),
        withdraw: FormAction::to::<WithdrawGuest>(),
        sign_up: FormAction::to::<SignUpGuest>(),
        erase: FormAction::to::<EraseGuest>(),
        agree: FormAction::to::<AgreeNoted>(),
        object: FormAction::to::<ObjectNoted>(),
    };
    let again = actions.withdraw.answers();
    view! {
        <Load
            ask=move || LoadGuest { token: token(), before: before.get() }
            again=Signal::derive(move || again.get())
            view=move |page| view! { <GuestView page token=token() actions/> }.into_any()
        />
    }
}

/// The address is a secret: other sites are not told that somebody came from it.
fn keep_to_ourselves() {
    #[cfg(feature = "ssr")]
    if let Some(options) = use_context::<leptos_axum::ResponseOptions>() {
        use axum::http::{HeaderValue, header::REFERRER_POLICY};
        // Forms without scripts need it on this site.
        options.insert_header(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    }
}

#[component]
fn GuestView(page: GuestPage, token: String, actions: Actions) -> impl IntoView {
    let t = t();
    match page {
        GuestPage::Pending(pending) => view! { <PendingView pending token action=actions.confirm/> }.into_any(),
        GuestPage::Sent(sent) => view! { <SentView sent=*sent token actions/> }.into_any(),
        GuestPage::Noted(noted) => {
            view! { <NotedView noted=*noted token agree=actions.agree object=actions.object/> }.into_any()
        }
        GuestPage::Account(id) => view! {
            <PageMeta title=t.guest_account_title() noindex=true/>
            <div class="narrow stack">
                <PageHead title=t.guest_account_title() lead=t.guest_account_text()/>
                <p><LinkButton href=format!("/applications/{id}") label=t.guest_account_action() class="button button--primary"/></p>
            </div>
        }
        .into_any(),
        GuestPage::Unknown => view! {
            <PageMeta title=t.guest_unknown_title() noindex=true/>
            <div class="narrow stack">
                <PageHead title=t.guest_unknown_title() lead=t.guest_unknown_text()/>
                <ActionError action=actions.confirm/>
                <p><LinkButton href="/guest" label=t.guest_unknown_action() class="button button--primary"/></p>
            </div>
        }
        .into_any(),
    }
}

/// What is to be confirmed.
#[component]
fn PendingView(pending: PendingApplication, token: String, action: FormAction) -> impl IntoView {
    let t = t();
    let letter = (!pending.letter.is_empty()).then(|| {
        view! {
            <h3>{t.application_letter()}</h3>
            <p class="plain-text" dir="auto">{pending.letter}</p>
        }
    });
    view! {
        <PageMeta title=t.guest_confirm_title(pending.title.clone()) noindex=true/>
        <div class="narrow stack">
            <PageHead title=t.guest_confirm_title(pending.title) lead=t.guest_confirm_lead(pending.company)/>
            <ServerForm action reload=true guarded=false>
                <input type="hidden" name="token" value=token/>
                <div class="form__actions"><Submit label=t.guest_confirm_action()/></div>
            </ServerForm>
            <p class="muted">{t.guest_confirm_until(format::day(pending.expires_at))}</p>
            <section class="panel stack">
                <h2 class="panel__title">{t.application_contents()}</h2>
                <dl class="facts">
                    <div><dt>{t.application_resume()}</dt><dd dir="auto">{pending.resume}</dd></div>
                    <div><dt>{t.application_name()}</dt><dd dir="auto">{pending.name}</dd></div>
                    <div><dt>{t.application_email()}</dt><dd>{pending.email}</dd></div>
                    <Fact name=t.application_phone() value=pending.phone/>
                </dl>
                {letter}
            </section>
        </div>
    }
}

/// An application, where it stands, and what was written about it.
#[component]
fn SentView(sent: GuestApplication, token: String, actions: Actions) -> impl IntoView {
    let t = t();
    let GuestApplication { application, thread } = sent;
    let Application { company, title, changes, .. } = application.clone();
    let withdrawn = application.standing.before().filter(|_| application.standing.outcome == Outcome::Withdrawn);
    let withdrawn = withdrawn.map(|stage| {
        let text = t.application_withdrawn(arg::Stage(stage), arg::Company(&company));
        view! { <p class="notice notice--info">{text}</p> }
    });
    let posting = application.slug.as_ref().map(|slug| {
        view! { <LinkButton href=format!("/jobs/{slug}") label=t.application_posting()/> }
    });
    let again = token.clone();
    view! {
        <PageMeta title=title.clone() noindex=true/>
        <PageHead title=title>{posting}</PageHead>
        <div class="split">
            <div class="split__main stack">
                <p class="cluster">
                    <StageBadge standing=application.standing.clone()/>
                    <a href=format!("/companies/{}", application.company_slug)>{company.clone()}</a>
                </p>
                {withdrawn}
                <GuestMessages thread token=token.clone() company=company.clone()/>
                <SentContents application=application.clone() erasable=false/>
            </div>
            <aside class="split__aside">
                <section class="panel">
                    <h2 class="panel__title">{t.application_history()}</h2>
                    <StageTimeline changes/>
                </section>
                <SignUp email=application.email.clone() token=token.clone() action=actions.sign_up/>
                <Withdrawal application token action=actions.withdraw/>
                <Confirm label=t.guest_erase() warning=t.guest_erase_warning(company) open=actions.erase.has_failed()>
                    <ButtonForm action=actions.erase label=t.guest_erase_action() fields=vec![("token", again)] class="button button--danger" in_list=true/>
                </Confirm>
            </aside>
        </div>
    }
}

/// Takes the application back while it is not decided.
#[component]
fn Withdrawal(application: Application, token: String, action: FormAction) -> impl IntoView {
    let t = t();
    let is_withdrawn = application.standing.outcome == Outcome::Withdrawn;
    let version = action.hold_version(application.id, application.version);
    let behind = version != application.version && !is_withdrawn;
    let (last, by) = (application.changes.last().cloned(), application.company);
    let take_back = (!application.standing.is_final()).then(|| {
        let fields = vec![("token", token), ("version", version.to_string())];
        view! {
            <Confirm label=t.application_withdraw() warning=t.application_withdraw_warning() action open=action.has_failed()>
                <ButtonForm action label=t.application_withdraw_action() fields class="button button--danger" in_list=true/>
            </Confirm>
        }
    });
    view! {
        <StageMovedNotice action behind last by still=|| Some(crate::l10n::t().application_still())/>
        {take_back}
    }
}

/// Makes an account of the address. Whoever is logged in has one.
#[component]
fn SignUp(email: String, token: String, action: FormAction) -> impl IntoView {
    let t = t();
    me().is_none().then(|| {
        view! {
            <section class="panel stack">
                <h2 class="panel__title">{t.guest_sign_up_title()}</h2>
                <p class="muted">{t.guest_sign_up_text(email.clone())}</p>
                <ServerForm action reload=true guarded=false>
                    <input type="hidden" name="token" value=token/>
                    // Password managers store the new password under it.
                    <input type="hidden" name="username" autocomplete="username" value=email/>
                    <TextField name="password" label=t.field_password() kind="password" help=t.field_password_help() autocomplete="new-password"/>
                    <div class="form__actions"><Submit label=t.guest_sign_up_action()/></div>
                </ServerForm>
            </section>
        }
    })
}

/// `/guest`: says where to go on once something was sent, and mails new links.
#[component]
pub fn GuestLinksPage() -> impl IntoView {
    let t = t();
    let was_sent = use_query_map().with_untracked(|query| query.get("sent").is_some());
    let (title, lead) = match was_sent {
        true => (t.guest_sent_title(), t.guest_sent_text()),
        false => (t.guest_title(), t.guest_lead()),
    };
    view! {
        <PageMeta title=title.clone() noindex=true/>
        <div class="narrow stack">
            <PageHead title lead/>
            {was_sent.then(|| view! { <p class="muted">{t.guest_sent_again()}</p> })}
            <ServerForm action={FormAction::to::<MailGuestLinks>()} reload=true guarded=false>
                <TextField name="email" label=t.field_email() kind="email" autocomplete="email"/>
                <div class="form__actions"><Submit label=t.guest_links_action()/></div>
            </ServerForm>
        </div>
    }
}
