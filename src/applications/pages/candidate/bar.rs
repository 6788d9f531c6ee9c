//! The bar that stays: which of the list it is, who, where they stand, and the decision.

use leptos::{ev::SubmitEvent, prelude::*};
use uuid::Uuid;

use super::{Acts, id_of, may};
use crate::{
    accounts::Action,
    applications::{Candidate, CandidateFilter, Decision, Outcome, PostingStage, pages::timeline::StageBadge},
    l10n::{arg, format, t},
    resumes::file_path,
    ui::{ButtonForm, FormAction, Icon, IconName, ServerForm, Submit, menu::Menu},
};

#[component]
pub(super) fn DecisionBar(candidate: Candidate, name: String, filter: CandidateFilter, acts: Acts) -> impl IntoView {
    let t = t();
    let posting = CandidateFilter { posting: candidate.posting.id.to_string(), ..Default::default() };
    let resume = candidate.sent.as_ref().and_then(|sent| sent.resume.as_ref()).map(|(id, _)| {
        view! {
            <a class="button decision__resume" href=file_path(*id) target="_blank" rel="external">
                {t.candidate_open_resume()}
            </a>
        }
    });
    let tags = tags(&candidate);
    let standing = candidate.standing.clone();
    let title = candidate.posting.title.clone();
    view! {
        <header class="decision">
            <PlaceInList candidate=candidate.clone() filter=filter.clone()/>
            <div class="decision__who">
                <h1 class="decision__name" dir="auto">{name}</h1>
                <p class="decision__facts">
                    <StageBadge standing/> {tags}
                    <a href=posting.path() dir="auto">{title}</a>
                </p>
            </div>
            <Decisions candidate filter acts/>
            {resume}
        </header>
    }
}

/// What is special about how they came here.
fn tags(candidate: &Candidate) -> impl IntoView + use<> {
    let t = t();
    let waits = candidate.added.as_ref().is_some_and(|added| added.waits);
    let tag = |label: String, text: String| view! { <span class="tag" title=text>{label}</span> };
    match (waits, candidate.guest) {
        (true, _) => Some(tag(t.candidate_waits(), t.candidate_waits_text())),
        (_, true) => Some(tag(t.candidate_guest(), t.candidate_guest_text())),
        _ => None,
    }
}

/// `‹ 3 of 18 in Received ›`: the way back to the list, and to those beside this one.
#[component]
fn PlaceInList(candidate: Candidate, filter: CandidateFilter) -> impl IntoView {
    let t = t();
    let list = filter.as_list();
    let beside = |id: Option<Uuid>, rel: &'static str, sign: &'static str, keys: &'static str, label: String| match id {
        Some(id) => {
            let (href, title) = (list.candidate_path(id), label.clone());
            view! {
                <a class="button button--quiet button--icon" rel=rel href=href aria-keyshortcuts=keys title=title>
                    <span aria-hidden="true">{sign}</span> <span class="visually-hidden">{label}</span>
                </a>
            }
            .into_any()
        }
        None => view! { <span class="decision__end" aria-hidden="true">{sign}</span> }.into_any(),
    };
    let stage = filter.list_stage().map(crate::applications::Stage::label);
    let position = candidate.place.position.map(|at| arg::Position(format::number(at)));
    let total = arg::Total(format::number(candidate.place.total));
    let place = match (position, stage) {
        (Some(at), Some(stage)) => t.candidate_place_in(at, total, arg::Stage(stage)),
        (Some(at), None) => t.candidate_place_of(at, total),
        (None, Some(stage)) => t.candidate_left_in(total, arg::Stage(stage)),
        (None, None) => t.candidate_back(),
    };
    let back = list.back_path();
    view! {
        <nav class="decision__place" aria-label=t.candidate_neighbours()>
            {beside(candidate.previous, "prev", "‹", "k ArrowLeft", t.candidate_previous())}
            <a class="decision__list" href=back title=t.candidate_back()>{place}</a>
            {beside(candidate.next, "next", "›", "j ArrowRight", t.candidate_next())}
        </nav>
    }
}

/// The decision: on, or out; and what is rarer in a menu.
#[component]
fn Decisions(candidate: Candidate, filter: CandidateFilter, acts: Acts) -> impl IntoView {
    let t = t();
    let decides = may(Action::DecideCandidates);
    let why = match () {
        _ if candidate.objected => Some(t.candidate_objected()),
        _ if candidate.anonymised => Some(t.candidate_gone_text()),
        _ if candidate.standing.outcome == Outcome::Withdrawn => Some(t.candidate_withdrawn()),
        _ => None,
    };
    if let Some(why) = why {
        return view! { <p class="decision__why muted">{why}</p> }.into_any();
    }
    if !decides {
        return ().into_any();
    }
    let begin = move |event: SubmitEvent| acts.pressed.set(pressed(&event));
    let rejected = candidate.standing.outcome == Outcome::Rejected;
    let next = next_stage(&candidate);
    let on = next.map(|stage| {
        let label = t.candidate_move_on(stage.label());
        view! { <Submit label name="stage" value=stage.id.to_string() keys="e"/> }
    });
    let reject = (!rejected).then(|| {
        view! { <Submit label=t.candidate_reject() class="button button--quiet" name="stage" value=Decision::REJECT keys="r"/> }
    });
    let back = filter.candidate_path(candidate.id);
    let take_back = candidate.standing.before().filter(|_| rejected).map(|stage| {
        let fields = vec![id_of(candidate.id), ("version", candidate.version.to_string()), ("back", back)];
        view! { <ButtonForm action=acts.undo label=t.candidate_undo(stage) fields in_list=true/> }
    });
    let decide = (reject.is_some() || on.is_some()).then(|| {
        let (candidate, filter) = (candidate.clone(), filter.clone());
        view! {
            <ServerForm action=acts.change class="decision__form" in_list=true guarded=false>
                <Hidden candidate filter change=acts.change/>
                {reject} {on}
            </ServerForm>
        }
    });
    view! {
        // What is about to be pressed is of what one sees: see `hold_version`.
        <div class="decision__acts" on:submit=begin on:pointerenter=move |_| acts.change.touch(true)>
            {take_back}
            {decide}
            <More candidate filter acts/>
        </div>
    }
    .into_any()
}

/// The button that a form was sent with.
fn pressed(event: &SubmitEvent) -> Option<String> {
    event.submitter()?.get_attribute("value")
}

/// Where one goes on from here: the stage behind the present one. Who is rejected or hired goes nowhere.
fn next_stage(candidate: &Candidate) -> Option<PostingStage> {
    if candidate.standing.is_final() {
        return None;
    }
    let at = candidate.stages.iter().position(|stage| stage.id == candidate.stage)?;
    candidate.stages.get(at + 1).cloned()
}

/// What a decision says beside where to.
#[component]
fn Hidden(candidate: Candidate, filter: CandidateFilter, change: FormAction) -> impl IntoView {
    let version = change.hold_version(candidate.id, candidate.version);
    // Whoever goes through a list goes on to the next; whoever was led here stays.
    let next = match (filter.is_of_list(), candidate.next) {
        (true, Some(next)) => filter.candidate_path(next),
        (true, None) => filter.back_path(),
        (false, _) => String::new(),
    };
    view! {
        <input type="hidden" name="id" value=candidate.id.to_string()/>
        <input type="hidden" name="version" value=version.to_string()/>
        <input type="hidden" name="back" value=filter.candidate_path(candidate.id)/>
        <input type="hidden" name="next" value=next/>
    }
}

/// The other stages, and which keys there are.
#[component]
fn More(candidate: Candidate, filter: CandidateFilter, acts: Acts) -> impl IntoView {
    let t = t();
    let rejected = candidate.standing.outcome == Outcome::Rejected;
    let next = next_stage(&candidate).map(|stage| stage.id);
    let others =
        candidate.stages.iter().filter(|stage| (rejected || stage.id != candidate.stage) && Some(stage.id) != next);
    let stages = others.map(|stage| {
        view! { <Submit label=t.candidate_move_on(stage.label()) class="decision__to" name="stage" value=stage.id.to_string()/> }
    });
    let stages = stages.collect_view();
    let button = view! { <Icon name=IconName::More/> <span class="visually-hidden">{t.candidate_more()}</span> };
    view! {
        <Menu class="menu decision__more" button_class="button button--quiet button--icon" button=button.into_any()>
            <div class="menu__panel">
                <ServerForm action=acts.change class="decision__stages" in_list=true guarded=false>
                    <Hidden candidate filter change=acts.change/>
                    {stages}
                </ServerForm>
                <p class="decision__keys muted">{t.candidate_keys()}</p>
            </div>
        </Menu>
    }
}
