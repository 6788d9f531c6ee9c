use std::sync::Arc;

use leptos::prelude::*;

use super::posting::JobPosting;
use crate::{
    jobs::{
        Job, PostingChanged,
        api::{CountView, LoadJob},
        seen::note_seen,
    },
    live::{Watch, live},
    ui::{Load, OnOpen, act, slug_param},
};

/// `/jobs/{slug}`: a posting.
#[component]
pub fn JobPage() -> impl IntoView {
    let slug = slug_param();
    view! { <OpenJob slug=Signal::derive(slug)/> }
}

/// Loads a posting, and again when it changes.
#[component]
pub(super) fn OpenJob(
    #[prop(into)] slug: Signal<String>,
    /// Whether it stands beside the list that it was found in.
    #[prop(optional)]
    beside: bool,
) -> impl IntoView {
    let shown = RwSignal::new(None::<Watch>);
    live().watch(shown);
    let again = live().changes(move |heard| {
        let changed: Option<PostingChanged> = heard.get();
        changed.is_some_and(|changed| shown.get_untracked().is_some_and(|shown| shown.thing == changed.id))
    });
    let view = move |job: Job| {
        let watch = Watch { thing: job.card.id, version: job.version };
        Effect::new(move || {
            shown.set(Some(watch));
            note_seen(watch.thing);
        });
        view! { <JobPosting job beside/> }.into_any()
    };
    let opened: OnOpen<Job> = Arc::new(|job: Job| Some(act(CountView { id: job.card.id })));
    view! { <Load ask=move || LoadJob { slug: slug.get() } again opened view/> }
}
