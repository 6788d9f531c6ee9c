use leptos::prelude::*;

use super::timeline::{SentBadge, StageMovedNotice, StageTimeline};
use crate::{
    applications::{
        Application, Outcome, Stage, StageChanged, Step, StepState,
        api::{LoadApplication, WithdrawApplication},
    },
    jobs::JobRows,
    l10n::{arg, t},
    live::live,
    messages::api::OpenConversation,
    resumes::file_path,
    ui::{Ago, ButtonForm, Confirm, Fact, FormAction, Icon, IconName, LinkButton, Load, Logo, PageMeta, id_param},
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
    let withdrawn = application.standing.before().filter(|_| application.standing.outcome == Outcome::Withdrawn);
    let withdrawn = withdrawn.map(|stage| {
        let text = t.application_withdrawn(arg::Stage(stage), arg::Company(&application.company));
        view! { <p class="notice notice--info">{text}</p> }
    });
    let similar = application.similar.clone();
    let similar = (!similar.is_empty()).then(|| {
        view! {
            <section class="section">
                <div class="section__head"><h2>{t.application_similar()}</h2></div>
                <JobRows jobs=similar/>
            </section>
        }
    });
    view! {
        <PageMeta title=application.title.clone() noindex=true/>
        <nav class="crumbs"><a href="/applications">{t.applications_title()}</a></nav>
        <ApplicationHead application=application.clone()/>
        <div class="split">
            <div class="split__main stack">
                <StepsPanel application=application.clone()/>
                {withdrawn}
                <SentContents application=application.clone()/>
            </div>
            <aside class="split__aside">
                <section class="panel">
                    <h2 class="panel__title">{t.application_history()}</h2>
                    <StageTimeline changes=application.changes.clone() sender=true/>
                </section>
                <Withdrawal application action=withdraw/>
            </aside>
        </div>
        {similar}
    }
}

#[component]
fn ApplicationHead(application: Application) -> impl IntoView {
    let t = t();
    let posting = application.slug.as_ref().map(|slug| {
        view! { <LinkButton href=format!("/jobs/{slug}") label=t.application_posting()/> }
    });
    view! {
        <div class="page__head application-head">
            <Logo name=application.company.clone() file=application.logo large=true/>
            <h1 class="page__title" dir="auto">{application.title}</h1>
            <p class="application-head__company">
                <a href=format!("/companies/{}", application.company_slug) dir="auto">{application.company}</a>
                " " <SentBadge standing=application.standing/>
            </p>
            <div class="page__actions">
                <ButtonForm action={FormAction::to::<OpenConversation>()} label=t.conversation_open_action() fields=vec![("application", application.id.to_string())] class="button button--primary"/>
                {posting}
            </div>
        </div>
    }
}

/// Where it stands, as steps, and what comes next.
#[component]
pub(super) fn StepsPanel(application: Application) -> impl IntoView {
    let t = t();
    let company = &application.company;
    let next = match application.standing.stage() {
        Stage::Received => Some(t.application_next_received(company)),
        Stage::InReview => Some(t.application_next_review(company)),
        Stage::Interview => Some(t.application_next_interview(company)),
        Stage::Offer => Some(t.application_next_offer(company)),
        Stage::Hired => Some(t.application_next_hired(company)),
        Stage::Rejected => Some(t.application_next_rejected(company)),
        Stage::Withdrawn => None,
    };
    let steps = application.steps().into_iter().map(|step| view! { <StepItem step/> }).collect_view();
    view! {
        <section class="panel" aria-labelledby="stands">
            <h2 class="panel__title" id="stands">{t.application_stands()}</h2>
            <ol class="steps">{steps}</ol>
            {next.map(|next| view! { <p class="steps__next">{next}</p> })}
        </section>
    }
}

#[component]
fn StepItem(step: Step) -> impl IntoView {
    let t = t();
    let class = match step.state {
        StepState::Done => "step step--done",
        StepState::Here => "step step--here",
        StepState::Ahead => "step",
        StepState::Over => "step step--over",
    };
    let said = match step.state {
        StepState::Done => t.application_step_done(),
        StepState::Here => t.application_step_here(),
        StepState::Ahead => t.application_step_ahead(),
        StepState::Over => String::new(),
    };
    let mark = (step.state == StepState::Done).then(|| view! { <Icon name=IconName::Check/> });
    view! {
        <li class=class aria-current={(step.state == StepState::Here).then_some("step")}>
            <span class="step__mark" aria-hidden="true">{mark}</span>
            <span class="step__label" dir="auto">{step.label}</span>
            <span class="visually-hidden">{said}</span>
            {step.at.map(|at| view! { <span class="step__when"><Ago at/></span> })}
        </li>
    }
}

/// Takes the application back while it is not decided: it asks first.
#[component]
fn Withdrawal(application: Application, action: FormAction) -> impl IntoView {
    let t = t();
    let is_withdrawn = application.standing.outcome == Outcome::Withdrawn;
    let version = action.hold_version(application.id, application.version);
    let behind = version != application.version && !is_withdrawn;
    let (last, by) = (application.changes.last().cloned(), application.company);
    let take_back = (!application.standing.is_final()).then(|| {
        let fields = vec![("id", application.id.to_string()), ("version", version.to_string())];
        view! {
            <Confirm label=t.application_withdraw() warning=t.application_withdraw_warning() action open=action.has_failed() class="button button--quiet button--small">
                <ButtonForm action label=t.application_withdraw_action() fields class="button button--danger" in_list=true/>
            </Confirm>
        }
    });
    view! {
        <StageMovedNotice action behind last by still=|| Some(crate::l10n::t().application_still())/>
        {take_back}
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
