use std::sync::Arc;

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    candidates::filter_asked,
    timeline::{StageBadge, StageMovedNotice, StageTimeline},
};
use crate::{
    accounts::{Action, EmployerFrame, me},
    applications::{
        Added, Candidate, CandidateFilter, CandidateProfile, Decision, Outcome, SentApplication, StageChanged,
        api::{ChangeStage, LoadCandidate, MarkSeen, UndoRejection},
        candidate_name, source_label,
    },
    l10n::t,
    live::live,
    messages::api::OpenConversation,
    resumes::ResumeFrame,
    text::mailto,
    ui::{
        ActionError, Ago, ButtonForm, Choice, FormAction, Load, OnOpen, PageHead, PageMeta, SelectField, ServerForm,
        Submit, act, id_param,
    },
};

/// `/employer/candidates/:id`: an application, its stage, and the resume beside it.
#[component]
pub fn CandidatePage() -> impl IntoView {
    let id = id_param();
    let (filter, change) = (filter_asked(), FormAction::to::<ChangeStage>());
    let undo = FormAction::to::<UndoRejection>();
    let moved = live().changes(move |heard| heard.get().is_some_and(|StageChanged { id: of, .. }| of == id()));
    let again = Signal::derive(move || change.answers().get() + undo.answers().get() + moved.get());
    let opened: OnOpen<Candidate> =
        Arc::new(|candidate: Candidate| (!candidate.seen).then(|| act(MarkSeen { id: candidate.id })));
    view! {
        <EmployerFrame>
            <Load
                opened
                ask=move || LoadCandidate { id: id(), filter: filter.get() }
                again
                view=move |candidate| view! { <CandidateDetails candidate filter=filter.get_untracked() change undo/> }.into_any()
            />
        </EmployerFrame>
    }
}

#[component]
fn CandidateDetails(
    candidate: Candidate,
    filter: CandidateFilter,
    change: FormAction,
    undo: FormAction,
) -> impl IntoView {
    let t = t();
    let here = filter.candidate_path(candidate.id);
    let list = CandidateFilter { posting: candidate.posting.id.to_string(), ..Default::default() };
    let sent = candidate.sent.clone();
    let resume = sent.as_ref().and_then(|sent| sent.resume.clone());
    let resume = resume.map(|(id, name)| view! { <ResumeFrame id name/> });
    let name = if candidate.objected { t.candidate_objected_name() } else { candidate_name(&candidate.name) };
    let talk = (!candidate.anonymised && may(Action::Write)).then(|| {
        let fields = vec![("application", candidate.id.to_string())];
        view! {
            <ButtonForm action={FormAction::to::<OpenConversation>()} label=t.conversation_open_action() fields/>
        }
    });
    let sent = sent.map(|sent| view! { <SentContents sent at=candidate.created_at/> });
    let added = candidate.added.clone().map(|added| view! { <AddedFacts added/> });
    view! {
        <PageMeta title=name.clone() noindex=true/>
        <div class="candidate">
            <div class="candidate__main">
                <div>
                    <nav class="crumbs">
                        <a href="/employer/candidates">{t.candidates_title()}</a>
                        <a href=list.path() dir="auto">{candidate.posting.title.clone()}</a>
                    </nav>
                    <PageHead title=name lead=t.candidate_applied_for(candidate.posting.title.clone())>
                        {talk}
                    </PageHead>
                </div>
                <StageControl candidate=candidate.clone() here change undo/>
                {added}
                {sent}
                <section>
                    <h2 class="panel__title">{t.application_history()}</h2>
                    <StageTimeline changes=candidate.changes/>
                </section>
                <NeighbourLinks previous=candidate.previous next=candidate.next filter/>
            </div>
            {resume}
        </div>
    }
}

/// Who has added the candidate, and where they know them from.
#[component]
fn AddedFacts(added: Added) -> impl IntoView {
    let t = t();
    let by = added.by.map_or_else(|| t.candidate_added(), |name| t.candidate_added_by(name));
    view! {
        <section>
            <h2 class="panel__title" dir="auto">{by}</h2>
            <dl class="facts">
                <div><dt>{t.candidate_source()}</dt><dd dir="auto">{source_label(&added.source)}</dd></div>
            </dl>
        </section>
    }
}

fn may(action: Action) -> bool {
    me().is_some_and(|me| me.may(action))
}

/// The stage of an application, and the form that changes it.
#[component]
fn StageControl(candidate: Candidate, here: String, change: FormAction, undo: FormAction) -> impl IntoView {
    let t = t();
    let version = change.hold_version(candidate.id, candidate.version);
    let last = candidate.changes.last().cloned();
    let by = last.as_ref().and_then(|last| last.by.clone()).unwrap_or_else(|| candidate_name(&candidate.name));
    let (behind, standing) = (version != candidate.version, candidate.standing.clone());
    let (present, choices) = (present_choice(&candidate), stage_choices(&candidate));
    let (offered, at) = (choices.clone(), present.clone());
    let withdrawn = standing.outcome == Outcome::Withdrawn;
    let still = move || {
        let chosen = chosen_stage(change).filter(|chosen| *chosen != at && !withdrawn)?;
        let (_, label) = offered.iter().find(|(value, _)| *value == chosen)?;
        Some(crate::l10n::t().candidate_still(label.clone()))
    };
    // What is decided needs no further decision, so its button is not emphasized.
    let class = if standing.is_final() { "button" } else { "button button--primary" };
    let back = here.clone();
    let take_back = standing.before().filter(|_| standing.outcome == Outcome::Rejected).map(|stage| {
        let fields = vec![("id", candidate.id.to_string()), ("version", candidate.version.to_string()), ("back", back)];
        view! { <ButtonForm action=undo label=t.candidate_undo(stage) fields in_list=true/> }
    });
    let waits = candidate.added.as_ref().is_some_and(|added| added.waits).then(|| {
        view! { <span class="tag" title=t.candidate_waits_text()>{t.candidate_waits()}</span> }
    });
    let guest = (candidate.guest && waits.is_none()).then(|| {
        view! { <span class="tag" title=t.candidate_guest_text()>{t.candidate_guest()}</span> }
    });
    let control = match () {
        _ if candidate.objected => view! { <p class="notice">{t.candidate_objected()}</p> }.into_any(),
        _ if candidate.anonymised => view! { <p class="notice">{t.candidate_gone_text()}</p> }.into_any(),
        _ if withdrawn => view! { <p class="notice">{t.candidate_withdrawn()}</p> }.into_any(),
        _ if !may(Action::DecideCandidates) => ().into_any(),
        _ => view! {
            <ServerForm action=change class="stage-control" in_list=true>
                <input type="hidden" name="id" value=candidate.id.to_string()/>
                <input type="hidden" name="version" value=version.to_string()/>
                <input type="hidden" name="back" value=here/>
                <SelectField name="stage" label=t.candidate_move() choices value=present/>
                <Submit label=t.candidate_move_action() class/>
            </ServerForm>
            <ActionError action=undo/>
            {take_back}
        }
        .into_any(),
    };
    view! {
        <section class="panel stack">
            <p class="cluster"><span class="muted">{t.application_stage()}</span> <StageBadge standing/> {guest} {waits}</p>
            <StageMovedNotice action=change behind last by still/>
            {control}
        </section>
    }
}

/// The choice of the form that stands for how it is.
fn present_choice(candidate: &Candidate) -> String {
    match candidate.standing.outcome {
        Outcome::Rejected => Decision::REJECT.to_string(),
        _ => candidate.stage.to_string(),
    }
}

/// What an employer can choose. Always the same list, wherever the application stands, so that an option does not
/// change while the employer chooses.
fn stage_choices(candidate: &Candidate) -> Vec<Choice> {
    let stages = candidate.stages.iter().map(|stage| (stage.id.to_string(), stage.label()));
    stages.chain([(Decision::REJECT.to_string(), Outcome::Rejected.label())]).collect()
}

/// What is selected in the form, before it is sent.
fn chosen_stage(change: FormAction) -> Option<String> {
    #[cfg(not(feature = "ssr"))]
    if let Ok(Some(field)) = document().query_selector("select[name=stage]") {
        use leptos::wasm_bindgen::JsCast;
        return Some(field.unchecked_into::<leptos::web_sys::HtmlSelectElement>().value());
    }
    change.typed_into("stage")
}

/// What the candidate has sent.
#[component]
fn SentContents(sent: SentApplication, at: DateTime<Utc>) -> impl IntoView {
    let t = t();
    let letter = match sent.letter.is_empty() {
        true => view! { <p class="muted">{t.candidate_no_letter()}</p> }.into_any(),
        false => view! { <p class="plain-text" dir="auto">{sent.letter}</p> }.into_any(),
    };
    view! {
        <ContactFacts email=sent.email phone=sent.phone dial=sent.dial at/>
        <section>
            <h2 class="panel__title">{t.application_letter()}</h2>
            {letter}
        </section>
        <ProfileSection profile=sent.profile/>
    }
}

#[component]
fn ContactFacts(email: String, phone: String, dial: Option<String>, at: DateTime<Utc>) -> impl IntoView {
    let t = t();
    let phone = (!phone.is_empty()).then(|| {
        let phone = match dial {
            Some(form) => view! { <a href=format!("tel:{form}") dir="auto">{phone}</a> }.into_any(),
            None => view! { <span dir="auto">{phone}</span> }.into_any(),
        };
        view! { <div><dt>{t.application_phone()}</dt><dd>{phone}</dd></div> }
    });
    let mail = mailto(&email);
    view! {
        <section>
            <h2 class="panel__title">{t.candidate_contact()}</h2>
            <dl class="facts">
                <div><dt>{t.application_email()}</dt><dd><a href=mail>{email}</a></dd></div>
                {phone}
                <div><dt>{t.application_sent()}</dt><dd><Ago at/></dd></div>
            </dl>
        </section>
    }
}

/// What the candidate's profile says, where they wrote one.
#[component]
fn ProfileSection(profile: CandidateProfile) -> impl IntoView {
    let t = t();
    if profile == CandidateProfile::default() {
        return ().into_any();
    }
    let link = |address: String| match address.starts_with("https://") || address.starts_with("http://") {
        true => {
            let href = address.clone();
            view! { <li><a href=href rel="nofollow noopener noreferrer" dir="auto">{address}</a></li> }.into_any()
        }
        false => view! { <li dir="auto">{address}</li> }.into_any(),
    };
    let place = (!profile.place.is_empty())
        .then(|| view! { <div><dt>{t.candidate_place()}</dt><dd dir="auto">{profile.place}</dd></div> });
    let links = (!profile.links.is_empty()).then(|| {
        view! { <div><dt>{t.candidate_links()}</dt><dd><ul>{profile.links.into_iter().map(link).collect_view()}</ul></dd></div> }
    });
    let skills = (!profile.skills.is_empty()).then(|| {
        let tags =
            profile.skills.into_iter().map(|skill| view! { <li class="tag" dir="auto">{skill}</li> }).collect_view();
        view! { <ul class="tags" aria-label=t.candidate_skills()>{tags}</ul> }
    });
    let facts = (place.is_some() || links.is_some()).then(|| view! { <dl class="facts">{place} {links}</dl> });
    view! {
        <section class="stack">
            <h2 class="panel__title">{t.candidate_profile()}</h2>
            {(!profile.headline.is_empty()).then(|| view! { <p dir="auto"><strong>{profile.headline}</strong></p> })}
            {(!profile.about.is_empty()).then(|| view! { <p class="plain-text" dir="auto">{profile.about}</p> })}
            {skills}
            {facts}
        </section>
    }
    .into_any()
}

/// Links to the candidates before and after this one in the list, and back to the list.
#[component]
fn NeighbourLinks(previous: Option<Uuid>, next: Option<Uuid>, filter: CandidateFilter) -> impl IntoView {
    let t = t();
    let (newer, older) = (t.candidate_newer(), t.candidate_older());
    let (before, after) = if filter.oldest_first() { (older, newer) } else { (newer, older) };
    let link = |id: Option<Uuid>, rel: &'static str, label: String| {
        id.map(|id| view! { <a class="pager__link button" rel=rel href=filter.candidate_path(id)>{label}</a> })
    };
    view! {
        <nav class="pager" aria-label=t.candidate_neighbours()>
            {link(previous, "prev", before)}
            <a class="pager__link button" href=filter.back_path()>{t.candidate_back()}</a>
            {link(next, "next", after)}
        </nav>
    }
}
