use leptos::prelude::*;

use crate::{
    applications::{StageChange, Standing},
    error::{AppError, Problem},
    l10n::{arg, format, t},
    ui::{ActionError, Clock, Day, FormAction, times},
};

/// Where an application stands, and where it stood when it was rejected or withdrawn.
#[component]
pub fn StageBadge(standing: Standing) -> impl IntoView {
    let before = standing.before().map(|stage| view! { " " <span class="muted">{t().stage_before(stage)}</span> });
    view! { <span class=standing.stage().badge() dir="auto">{standing.label()}</span> {before} }
}

/// Says that an application was moved by somebody else while this person was deciding about it: who moved it, and
/// whether the person's own decision still stands.
#[component]
pub fn StageMovedNotice(
    action: FormAction,
    /// Whether the person has looked at an older version.
    behind: bool,
    /// What happened last, and who did it.
    last: Option<StageChange>,
    by: String,
    /// Asks whether the decision still stands.
    still: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> impl IntoView {
    let (result, answers, times) = (action.result(), action.answers(), times());
    let loaded_with = answers.get_untracked();
    let refused = Memo::new(move |_| {
        result.with(|r| match r {
            Some(Err(AppError::Fields(_)) | Ok(())) | None => None,
            Some(Err(error)) => Some(error.clone()),
        })
    });
    move || {
        // Each answer loads the page again. Until then the error waits, as it is explained by what is loaded.
        let error = refused.get().filter(|_| answers.get() == loaded_with);
        let last = last.clone();
        let stale = error == Some(AppError::Refused(Problem::Stale));
        let what = last.filter(|_| stale || (behind && error.is_none())).map(|last| {
            let when = arg::When(format::ago(last.at, times.now().max(last.at)));
            t().stage_moved_meanwhile(arg::Name(&by), arg::Stage(last.standing.label()), when)
        });
        match (error, what) {
            (Some(_), Some(what)) => {
                let still = still().map(|still| view! { " " <strong>{still}</strong> });
                let notice = view! {
                    <div class="form__summary" role="alert" tabindex="-1" autofocus=true><p>{what} {still}</p></div>
                };
                Some(notice.into_any())
            }
            (Some(_), None) => Some(view! { <ActionError action/> }.into_any()),
            (None, Some(what)) => Some(view! { <p class="notice notice--info" role="status">{what}</p> }.into_any()),
            (None, None) => None,
        }
    }
}

/// The stages that an application went through, the current one last.
#[component]
pub fn StageTimeline(changes: Vec<StageChange>) -> impl IntoView {
    let last = changes.len().saturating_sub(1);
    let item = |(i, change): (usize, StageChange)| {
        let class = if i == last { "timeline__item timeline__item--current" } else { "timeline__item" };
        let text = match change.by {
            Some(name) => t().candidate_change_by(arg::Stage(change.standing.label()), arg::Name(name)),
            None => change.standing.label(),
        };
        view! {
            <li class=class>
                <span class="timeline__when"><Day at=change.at/> " " <Clock at=change.at/></span>
                <span class="timeline__text">{text}</span>
            </li>
        }
    };
    view! { <ol class="timeline">{changes.into_iter().enumerate().map(item).collect_view()}</ol> }
}
