use leptos::prelude::*;

use super::timeline::{StageBadge, StageMovedNotice, StageTimeline};
use crate::{
    applications::{
        Application, Outcome, StageChanged,
        api::{LoadApplication, WithdrawApplication},
    },
    l10n::{arg, t},
    live::live,
    messages::api::OpenConversation,
    resumes::file_path,
    ui::{ButtonForm, Confirm, Fact, FormAction, LinkButton, Load, PageHead, PageMeta, id_param},
};

/// `/applications/:id`: where an application stands, and what was sent.
#[component]
pub fn ApplicationPage() -> impl IntoView {
    let id = id_param();
    let withdraw = FormAction::to::<WithdrawApplication>();
    let moved = live().changes(move |heard| heard.get().is_some_and(|StageChanged { id: of, .. }| of == id()));
    let again = Signal::derive(move || withdraw.answers().get() + moved.get());
    view! {
        <Load
            ask=move || LoadApplication { id: id() }
            again
            view=move |application| view! { <ApplicationDetails application withdraw/> }.into_any()
        />
    }
}

#[component]
fn ApplicationDetails(application: Application, withdraw: FormAction) -> impl IntoView {
    let t = t();
    let is_withdrawn = application.standing.outcome == Outcome::Withdrawn;
    let version = withdraw.hold_version(application.id, application.version);
    let (last, by) = (application.changes.last().cloned(), application.company.clone());
    let behind = version != application.version && !is_withdrawn;
    let take_back = (!application.standing.is_final()).then(|| {
        let fields = vec![("id", application.id.to_string()), ("version", version.to_string())];
        view! {
            <Confirm label=t.application_withdraw() warning=t.application_withdraw_warning() action=withdraw open=withdraw.has_failed()>
                <ButtonForm action=withdraw label=t.application_withdraw_action() fields class="button button--danger" in_list=true/>
            </Confirm>
        }
    });
    let withdrawn = application.standing.before().filter(|_| is_withdrawn).map(|stage| {
        let text = t.application_withdrawn(arg::Stage(stage), arg::Company(&application.company));
        view! { <p class="notice notice--info">{text}</p> }
    });
    let posting = application.slug.as_ref().map(|slug| {
        view! { <LinkButton href=format!("/jobs/{slug}") label=t.application_posting()/> }
    });
    view! {
        <PageMeta title=application.title.clone() noindex=true/>
        <nav class="crumbs"><a href="/applications">{t.applications_title()}</a></nav>
        <PageHead title=application.title.clone()>
            <ButtonForm action={FormAction::to::<OpenConversation>()} label=t.conversation_open_action() fields=vec![("application", application.id.to_string())] class="button button--primary"/>
            {posting}
        </PageHead>
        <div class="split">
            <div class="split__main stack">
                <p class="cluster">
                    <StageBadge standing=application.standing.clone()/>
                    <a href=format!("/companies/{}", application.company_slug)>{application.company.clone()}</a>
                </p>
                {withdrawn}
                <SentContents application=application.clone()/>
            </div>
            <aside class="split__aside">
                <section class="panel">
                    <h2 class="panel__title">{t.application_history()}</h2>
                    <StageTimeline changes=application.changes/>
                </section>
                <StageMovedNotice action=withdraw behind last by still=|| Some(crate::l10n::t().application_still())/>
                {take_back}
            </aside>
        </div>
    }
}

/// What the seeker has sent.
#[component]
pub(super) fn SentContents(
    application: Application,
    /// Whether the resume is one that its owner can delete.
    #[prop(default = true)]
    erasable: bool,
) -> impl IntoView {
    let t = t();
    let resume = match application.resume_id {
        Some(id) => view! { <a href=file_path(id) rel="external" dir="auto">{application.resume}</a> }.into_any(),
        None if !erasable => view! { <bdi>{application.resume}</bdi> }.into_any(),
        None => view! { <bdi>{application.resume}</bdi> " " <span class="muted">"(" {t.application_resume_deleted()} ")"</span> }
            .into_any(),
    };
    let letter = (!application.letter.is_empty()).then(|| {
        view! {
            <h3>{t.application_letter()}</h3>
            <p class="plain-text" dir="auto">{application.letter}</p>
        }
    });
    view! {
        <section class="panel stack">
            <h2 class="panel__title">{t.application_contents()}</h2>
            <dl class="facts">
                <div><dt>{t.application_resume()}</dt><dd>{resume}</dd></div>
                <div><dt>{t.application_name()}</dt><dd dir="auto">{application.name}</dd></div>
                <div><dt>{t.application_email()}</dt><dd>{application.email}</dd></div>
                <Fact name=t.application_phone() value=application.phone/>
            </dl>
            {letter}
        </section>
    }
}
