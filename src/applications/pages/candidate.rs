use leptos::prelude::*;

use super::timeline::{StageBadge, StageTimeline};
use crate::{
    applications::{
        Candidate, CandidateFilter, CandidateProfile, Stage,
        api::{ChangeStage, LoadCandidate},
    },
    l10n::t,
    live::{Event, live},
    messages::api::OpenConversation,
    resumes::ResumeFrame,
    ui::*,
};

/// `/employer/candidates/:id`: an application, its stage, and the resume beside it.
#[component]
pub fn CandidatePage() -> impl IntoView {
    let id = id_param();
    let change = FormAction::to::<ChangeStage>();
    let moved = live().changes(move |event| matches!(event, Event::Application { id: of, .. } if *of == id()));
    let again = Signal::derive(move || change.answers().get() + moved.get());
    view! {
        <EmployerFrame>
            <Load
                ask=move || LoadCandidate { id: id() }
                again
                view=move |candidate| view! { <Shown candidate change/> }.into_any()
            />
        </EmployerFrame>
    }
}

#[component]
fn Shown(candidate: Candidate, change: FormAction) -> impl IntoView {
    let t = t();
    let list = CandidateFilter { posting: candidate.posting.id.to_string(), ..Default::default() };
    let letter = match candidate.letter.is_empty() {
        true => view! { <p class="muted">{t.candidate_no_letter()}</p> }.into_any(),
        false => view! { <p class="plain-text">{candidate.letter.clone()}</p> }.into_any(),
    };
    let resume = candidate.resume_id.map(|id| view! { <ResumeFrame id name=candidate.resume.clone()/> });
    view! {
        <PageMeta title=candidate.name.clone() noindex=true/>
        <div class="candidate">
            <div class="candidate__main">
                <div>
                    <nav class="crumbs">
                        <a href="/employer/candidates">{t.candidates_title()}</a>
                        <a href=list.path()>{candidate.posting.title.clone()}</a>
                    </nav>
                    <PageHead title=candidate.name.clone() lead=t.candidate_applied_for(candidate.posting.title.clone())>
                        <ButtonForm action={FormAction::to::<OpenConversation>()} label=t.conversation_open_action() fields=vec![("application", candidate.id.to_string())]/>
                    </PageHead>
                </div>
                <StageControl candidate=candidate.clone() change/>
                <Contact candidate=candidate.clone()/>
                <section>
                    <h2 class="panel__title">{t.application_letter()}</h2>
                    {letter}
                </section>
                <Profile profile=candidate.profile/>
                <section>
                    <h2 class="panel__title">{t.application_history()}</h2>
                    <StageTimeline changes=candidate.changes/>
                </section>
                <Neighbours newer=candidate.newer older=candidate.older/>
            </div>
            {resume}
        </div>
    }
}

/// Where the application stands, and where it can go.
#[component]
fn StageControl(candidate: Candidate, change: FormAction) -> impl IntoView {
    let t = t();
    let stage = candidate.stage;
    let control = match stage {
        Stage::Withdrawn => view! {
            <ActionError action=change/>
            <p class="notice">{t.candidate_withdrawn()}</p>
        }
        .into_any(),
        _ => view! {
            <ServerForm action=change class="stage-control">
                <input type="hidden" name="id" value=candidate.id.to_string()/>
                <input type="hidden" name="version" value=candidate.version.to_string()/>
                <SelectField
                    name="stage"
                    label=t.candidate_move()
                    choices=stage.next_choices()
                    value=stage.usual_next().to_string()
                />
                <Submit label=t.candidate_move_action()/>
            </ServerForm>
        }
        .into_any(),
    };
    view! {
        <section class="panel stack">
            <p class="cluster"><span class="muted">{t.application_stage()}</span> <StageBadge stage/></p>
            {control}
        </section>
    }
}

#[component]
fn Contact(candidate: Candidate) -> impl IntoView {
    let t = t();
    let phone = (!candidate.phone.is_empty()).then(|| {
        let digits: String = candidate.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        view! { <div><dt>{t.application_phone()}</dt><dd><a href=format!("tel:{digits}")>{candidate.phone}</a></dd></div> }
    });
    let mail = mailto(&candidate.email);
    view! {
        <section>
            <h2 class="panel__title">{t.candidate_contact()}</h2>
            <dl class="facts">
                <div><dt>{t.application_email()}</dt><dd><a href=mail>{candidate.email}</a></dd></div>
                {phone}
                <div><dt>{t.application_sent()}</dt><dd><Ago at=candidate.created_at/></dd></div>
            </dl>
        </section>
    }
}

/// What the candidate's profile says, where they wrote one.
#[component]
fn Profile(profile: CandidateProfile) -> impl IntoView {
    let t = t();
    if profile == CandidateProfile::default() {
        return ().into_any();
    }
    let link = |address: String| match address.starts_with("https://") || address.starts_with("http://") {
        true => {
            let href = address.clone();
            view! { <li><a href=href rel="nofollow noopener noreferrer">{address}</a></li> }.into_any()
        }
        false => view! { <li>{address}</li> }.into_any(),
    };
    let place = (!profile.place.is_empty())
        .then(|| view! { <div><dt>{t.candidate_place()}</dt><dd>{profile.place}</dd></div> });
    let links = (!profile.links.is_empty()).then(|| {
        view! { <div><dt>{t.candidate_links()}</dt><dd><ul>{profile.links.into_iter().map(link).collect_view()}</ul></dd></div> }
    });
    let skills = (!profile.skills.is_empty()).then(|| {
        let tags = profile.skills.into_iter().map(|skill| view! { <li class="tag">{skill}</li> }).collect_view();
        view! { <ul class="tags" aria-label=t.candidate_skills()>{tags}</ul> }
    });
    let facts = (place.is_some() || links.is_some()).then(|| view! { <dl class="facts">{place} {links}</dl> });
    view! {
        <section class="stack">
            <h2 class="panel__title">{t.candidate_profile()}</h2>
            {(!profile.headline.is_empty()).then(|| view! { <p><strong>{profile.headline}</strong></p> })}
            {(!profile.about.is_empty()).then(|| view! { <p class="plain-text">{profile.about}</p> })}
            {skills}
            {facts}
        </section>
    }
    .into_any()
}

/// The way to the posting's other candidates.
#[component]
fn Neighbours(newer: Option<uuid::Uuid>, older: Option<uuid::Uuid>) -> impl IntoView {
    let path = |id: uuid::Uuid| format!("/employer/candidates/{id}");
    let newer =
        newer.map(|id| view! { <a class="pager__link button" rel="prev" href=path(id)>{t().candidate_newer()}</a> });
    let older =
        older.map(|id| view! { <a class="pager__link button" rel="next" href=path(id)>{t().candidate_older()}</a> });
    (newer.is_some() || older.is_some())
        .then(|| view! { <nav class="pager" aria-label=t().candidate_neighbours()>{newer} {older}</nav> })
}
