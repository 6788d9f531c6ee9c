//! What came with an application, and what happened with it.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::{
    applications::{Added, Candidate, CandidateProfile, SentApplication, pages::timeline::StageTimeline, source_label},
    l10n::t,
    text::mailto,
    ui::Ago,
};

#[component]
pub(super) fn CandidateContents(candidate: Candidate) -> impl IntoView {
    let at = candidate.created_at;
    view! {
        {candidate.added.map(|added| view! { <AddedFacts added/> })}
        {candidate.sent.map(|sent| view! { <SentContents sent at/> })}
        <section>
            <h2 class="panel__title">{t().application_history()}</h2>
            <StageTimeline changes=candidate.changes/>
        </section>
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
