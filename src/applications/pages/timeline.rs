use leptos::prelude::*;

use crate::{
    applications::{Stage, StageChange},
    l10n::{arg, t},
    ui::*,
};

/// The stage that an application is at.
#[component]
pub fn StageBadge(stage: Stage) -> impl IntoView {
    view! { <span class=stage.badge()>{stage.label()}</span> }
}

/// The stages that it came through, the present one last.
#[component]
pub fn StageTimeline(changes: Vec<StageChange>) -> impl IntoView {
    let last = changes.len().saturating_sub(1);
    let item = |(i, change): (usize, StageChange)| {
        let class = if i == last { "timeline__item timeline__item--current" } else { "timeline__item" };
        let text = match change.by {
            Some(name) => t().candidate_change_by(arg::Stage(change.stage.label()), arg::Name(name)),
            None => change.stage.label(),
        };
        view! { <li class=class><Day at=change.at/> <span class="timeline__text">{text}</span></li> }
    };
    view! { <ol class="timeline">{changes.into_iter().enumerate().map(item).collect_view()}</ol> }
}
