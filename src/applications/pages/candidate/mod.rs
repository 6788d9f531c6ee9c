//! The page of a candidate: the moment of deciding. A bar that stays, what was sent or written, and the resume beside it.

mod bar;
mod contents;
mod keys;
mod moved;

use std::sync::Arc;

use leptos::prelude::*;
use uuid::Uuid;

use self::{bar::DecisionBar, contents::CandidateContents, keys::Shortcuts};
use super::{candidates::filter_asked, timeline::StageMovedNotice};
use crate::{
    accounts::{Action, EmployerFrame, me},
    applications::{
        Candidate, CandidateFilter, Decision, Outcome, StageChanged,
        api::{ChangeStage, LoadCandidate, MarkSeen, UndoRejection},
        candidate_name,
    },
    l10n::{format, t},
    live::live,
    messages::{MessageChanged, TalkPane, api::OpenConversation},
    resumes::ResumeFrame,
    ui::{ActionError, ButtonForm, Choice, FormAction, Load, OnOpen, PageMeta, act, id_param, query_params},
};

pub(super) use moved::{MovedToast, Undoing};

/// The part of the page that shows the conversation, as its address calls it.
const MESSAGES: &str = "messages";

/// What can be done on the page. It outlives what is loaded: one candidate after the other.
#[derive(Clone, Copy)]
struct Acts {
    change: FormAction,
    undo: FormAction,
    talk: FormAction,
    slip: Undoing,
    /// The decision that was pressed last.
    pressed: RwSignal<Option<String>>,
}

impl Acts {
    fn new() -> Self {
        Self {
            change: FormAction::to::<ChangeStage>(),
            undo: FormAction::to::<UndoRejection>(),
            talk: FormAction::to::<OpenConversation>(),
            slip: Undoing::new(),
            pressed: RwSignal::new(None),
        }
    }
}

/// `/employer/candidates/:id`: an application, its stage, and the resume beside it.
#[component]
pub fn CandidatePage() -> impl IntoView {
    let id = id_param();
    let (filter, acts) = (filter_asked(), Acts::new());
    let tab = query_params(|get| get("tab"));
    let moved = live().changes(move |heard| heard.get().is_some_and(|StageChanged { id: of, .. }| of == id()));
    let talks = acts.talk.successes();
    let again = Signal::derive(move || {
        let answers = acts.change.answers().get() + acts.undo.answers().get() + acts.slip.action.answers().get();
        answers + talks.get() + moved.get()
    });
    let opened: OnOpen<Candidate> =
        Arc::new(|candidate: Candidate| (!candidate.seen).then(|| act(MarkSeen { id: candidate.id })));
    view! {
        <EmployerFrame>
            <Shortcuts/>
            <Load
                opened
                ask=move || LoadCandidate { id: id(), filter: filter.get() }
                again
                view=move |candidate| {
                    view! { <CandidateDetails candidate filter=filter.get_untracked() acts tab/> }.into_any()
                }
            />
        </EmployerFrame>
    }
}

fn may(action: Action) -> bool {
    me().is_some_and(|me| me.may(action))
}

#[component]
fn CandidateDetails(candidate: Candidate, filter: CandidateFilter, acts: Acts, tab: Memo<String>) -> impl IntoView {
    let t = t();
    let name = if candidate.objected { t.candidate_objected_name() } else { candidate_name(&candidate.name) };
    let resume = candidate.sent.as_ref().and_then(|sent| sent.resume.clone());
    let resume = resume.map(|(id, name)| view! { <ResumeFrame id name/> });
    let moved = candidate.moved.clone();
    let pane = {
        let (candidate, filter) = (candidate.clone(), filter.clone());
        move || match may(Action::Write) && tab.with(|tab| tab == MESSAGES) {
            true => view! { <Talk candidate=candidate.clone() filter=filter.clone() talk=acts.talk/> }.into_any(),
            false => view! { <CandidateContents candidate=candidate.clone()/> }.into_any(),
        }
    };
    view! {
        <PageMeta title=name.clone() noindex=true/>
        <div class="work candidate">
            <DecisionBar candidate=candidate.clone() name filter=filter.clone() acts/>
            <div class="candidate__main">
                <MovedAway candidate=candidate.clone() acts/>
                <Tabs candidate filter=filter.clone() tab/>
                {pane}
            </div>
            {resume}
        </div>
        <MovedToast moved filter undoing=acts.slip/>
    }
}

/// Says that somebody else has moved the candidate meanwhile, and what failed.
#[component]
fn MovedAway(candidate: Candidate, acts: Acts) -> impl IntoView {
    let version = acts.change.hold_version(candidate.id, candidate.version);
    let last = candidate.changes.last().cloned();
    let by = last.as_ref().and_then(|last| last.by.clone()).unwrap_or_else(|| candidate_name(&candidate.name));
    let behind = version != candidate.version;
    let (choices, at) = (stage_choices(&candidate), present_choice(&candidate));
    let withdrawn = candidate.standing.outcome == Outcome::Withdrawn;
    let still = move || {
        let pressed = acts.pressed.get_untracked().or_else(|| acts.change.typed_into("stage"));
        let chosen = pressed.filter(|chosen| *chosen != at && !withdrawn)?;
        let (_, label) = choices.iter().find(|(value, _)| *value == chosen)?;
        Some(crate::l10n::t().candidate_still(label.clone()))
    };
    view! {
        <StageMovedNotice action=acts.change behind last by still/>
        <ActionError action=acts.undo/>
        <ActionError action=acts.slip.action/>
    }
}

/// The choice that stands for how it is.
fn present_choice(candidate: &Candidate) -> String {
    match candidate.standing.outcome {
        Outcome::Rejected => Decision::REJECT.to_string(),
        _ => candidate.stage.to_string(),
    }
}

/// What an employer can choose, wherever the application stands.
fn stage_choices(candidate: &Candidate) -> Vec<Choice> {
    let stages = candidate.stages.iter().map(|stage| (stage.id.to_string(), stage.label()));
    stages.chain([(Decision::REJECT.to_string(), Outcome::Rejected.label())]).collect()
}

/// What was sent, or what was written.
#[component]
fn Tabs(candidate: Candidate, filter: CandidateFilter, tab: Memo<String>) -> impl IntoView {
    let heard = live().changes(|heard| heard.is::<MessageChanged>());
    may(Action::Write).then(|| {
        let t = t();
        let (id, unread) = (candidate.id, candidate.unread);
        let here =
            move |this: &'static str| move || tab.with(|tab| (tab == MESSAGES) == (this == MESSAGES)).then_some("page");
        // What comes while they are open is read; what comes meanwhile is counted when the page is loaded again.
        let count = move || {
            let is_read = tab.with(|tab| tab == MESSAGES) || heard.try_get().is_some_and(|heard| heard > 0);
            (unread > 0 && !is_read)
                .then(|| view! { " " <span class="badge badge--new">{format::number(unread)}</span> })
        };
        view! {
            <nav class="tabs candidate__tabs" aria-label=t.candidate_tabs()>
                <a href=filter.page_of(id, "") aria-current=here("")>{t.candidate_tab_application()}</a>
                <a href=filter.page_of(id, MESSAGES) aria-current=here(MESSAGES)>{t.messages_title()} {count}</a>
            </nav>
        }
    })
}

/// The conversation about the application, or the way to begin it.
#[component]
fn Talk(candidate: Candidate, filter: CandidateFilter, talk: FormAction) -> impl IntoView {
    let t = t();
    if let Some(conversation) = candidate.conversation {
        return view! { <div class="candidate__talk"><TalkPane conversation/></div> }.into_any();
    }
    if candidate.anonymised {
        return view! { <p class="muted">{t.candidate_nothing_written()}</p> }.into_any();
    }
    let back = filter.page_of(candidate.id, MESSAGES);
    let fields = vec![("application", candidate.id.to_string()), ("back", back)];
    view! {
        <div class="empty">
            <p class="empty__title">{t.candidate_nothing_written()}</p>
            <p class="empty__text">{if candidate.guest { t.candidate_guest_text() } else { t.candidate_write_text() }}</p>
            <div class="empty__action">
                <ButtonForm action=talk label=t.conversation_open_action() fields class="button button--primary"/>
            </div>
        </div>
    }
    .into_any()
}

/// Where a candidate stands, as an id in forms.
fn id_of(id: Uuid) -> (&'static str, String) {
    ("id", id.to_string())
}
