//! What was just decided, with the way back.

use std::time::Duration;

use leptos::prelude::*;
use uuid::Uuid;

use super::id_of;
use crate::{
    applications::{CandidateFilter, Moved, Outcome, api::UndoMove, candidate_name},
    l10n::{arg, t},
    ui::{ButtonForm, FormAction, Icon, IconName},
};

/// A slip is noticed within this time. The candidate hears of the move only after it.
const SHOWN_FOR: Duration = Duration::from_secs(10);

/// Taking a move back, for as long as a page lives.
#[derive(Clone, Copy)]
pub(in crate::applications::pages) struct Undoing {
    pub action: FormAction,
    /// The move that is not offered any more, by application and version.
    over: RwSignal<Option<(Uuid, i64)>>,
}

impl Undoing {
    pub fn new() -> Self {
        Self { action: FormAction::to::<UndoMove>(), over: RwSignal::new(None) }
    }
}

/// "Mira Falk moved to In review · Undo".
#[component]
pub(in crate::applications::pages) fn MovedToast(
    moved: Option<Moved>,
    filter: CandidateFilter,
    undoing: Undoing,
) -> impl IntoView {
    let this = moved.as_ref().map(|moved| (moved.id, moved.version));
    Effect::new(move || {
        if this.is_some() {
            set_timeout(move || _ = undoing.over.try_set(this), SHOWN_FOR);
        }
    });
    view! {
        <div class="moved" role="status">
            {move || moved.clone().filter(|_| undoing.over.get() != this).map(|moved| {
                view! { <MovedText moved filter=filter.clone() undoing/> }
            })}
        </div>
    }
}

#[component]
fn MovedText(moved: Moved, filter: CandidateFilter, undoing: Undoing) -> impl IntoView {
    let t = t();
    let name = candidate_name(&moved.name);
    let text = match moved.standing.outcome {
        Outcome::Rejected => t.candidate_is_rejected(name),
        _ => t.candidate_is_moved(arg::Name(name), arg::Stage(moved.standing.label())),
    };
    let back = filter.candidate_path(moved.id);
    let fields = vec![id_of(moved.id), ("version", moved.version.to_string()), ("back", back)];
    let this = Some((moved.id, moved.version));
    view! {
        <div class="toast toast--success">
            <Icon name=IconName::Check/>
            <p class="toast__text">{text}</p>
            <ButtonForm action=undoing.action label=t.candidate_undo_move() fields in_list=true class="button button--quiet button--small"/>
            <button
                type="button"
                class="toast__close button button--quiet"
                aria-label=t.toast_close()
                on:click=move |_| undoing.over.set(this)
            >
                <Icon name=IconName::Close/>
            </button>
        </div>
    }
}
