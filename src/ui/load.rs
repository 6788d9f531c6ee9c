//! Data that a page loads: a skeleton meanwhile, then the page or an error.

use std::{sync::Arc, time::Duration};

use leptos::{ev, prelude::*};
use leptos_router::hooks::use_location;

use super::{
    call::{Answer, Ask, OnOpen, resource},
    layout::PageMeta,
    unsent::Unsent,
};
use crate::{error::AppError, l10n::t};

/// Loads the answer of a server function and renders it. While it is loaded again, what was rendered stays.
#[component]
pub fn Load<S: Ask>(
    /// The function's input; what it reads is tracked, and loads again when it changes.
    ask: impl Fn() -> S + Send + Sync + 'static,
    /// Loads again whenever it changes.
    #[prop(into, optional)]
    again: Signal<usize>,
    /// Chooses what is done because the page was opened.
    #[prop(optional)]
    opened: Option<OnOpen<S::Answer>>,
    view: impl Fn(S::Answer) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let tries = RwSignal::new(0);
    let again = Signal::derive(move || again.get() + tries.get());
    transition(resource(ask, again, opened), tries, Arc::new(move |answer| Ok(view(answer.read()?))))
}

type View = Arc<dyn Fn(Answer) -> Result<AnyView, AppError> + Send + Sync>;

fn transition(resource: Resource<Result<Answer, AppError>>, tries: RwSignal<usize>, view: View) -> AnyView {
    view! {
        <Transition fallback=Skeleton>
            {move || {
                let view = view.clone();
                Suspend::new(async move {
                    let page = resource.await.and_then(|answer| view(answer));
                    page.unwrap_or_else(|error| view! { <ErrorPage error tries/> }.into_any())
                })
            }}
        </Transition>
    }
    .into_any()
}

/// Where one sets up a second factor.
const FACTOR_PATH: &str = "/settings/security";

/// Stands where content will be.
#[component]
pub fn Skeleton() -> impl IntoView {
    view! { <div class="skeleton" aria-busy="true"><p></p><p></p><p></p></div> }
}

/// A page that says what went wrong, with the HTTP status that belongs to it. Whoever is not logged in is sent to
/// the login and back.
#[component]
pub fn ErrorPage(
    error: AppError,
    /// Counts the tries to load the page; raised, it is loaded again.
    #[prop(into, optional)]
    tries: Option<RwSignal<usize>>,
) -> impl IntoView {
    let location = use_location();
    if error == AppError::Unauthorized {
        let path = location.pathname.get_untracked();
        let query = location.search.get_untracked();
        let here = if query.is_empty() { path } else { format!("{path}?{}", query.trim_start_matches('?')) };
        let login = login_path(&here);
        #[cfg(feature = "ssr")]
        leptos_axum::redirect(&login);
        // As a whole: what the page knows of its person is no longer so.
        Effect::new(move || _ = window().location().replace(&login));
        return ().into_any();
    }
    #[cfg(feature = "ssr")]
    if let Some(options) = use_context::<leptos_axum::ResponseOptions>() {
        let status = axum::http::StatusCode::from_u16(error.status());
        options.set_status(status.expect("a valid status"));
        if let Some(seconds) = error.retry_after() {
            options.insert_header(axum::http::header::RETRY_AFTER, seconds.into());
        }
    }
    let title = match error {
        AppError::NotFound => t().not_found_title(),
        _ => t().error_title(),
    };
    let action = match error {
        AppError::OtherPerson | AppError::OtherCompany => {
            view! { <a class="button" href="" rel="external">{t().reload()}</a> }.into_any()
        }
        AppError::FactorNeeded => {
            view! { <a class="button button--primary" href=FACTOR_PATH>{t().factor_needed_action()}</a> }.into_any()
        }
        _ if error.may_pass() => view! { <TryAgain error=error.clone() tries/> }.into_any(),
        _ => view! { <a class="button" href="/jobs">{t().not_found_action()}</a> }.into_any(),
    };
    let elsewhere = matches!(error, AppError::NotFound | AppError::Forbidden)
        .then(use_context::<Elsewhere>)
        .flatten()
        .and_then(|Elsewhere(way)| way(&location.pathname.get_untracked()));
    view! {
        <PageMeta title=title.clone() noindex=true/>
        <div class="empty">
            <h1 class="empty__title">{title}</h1>
            <p class="empty__text">{error.text()}</p>
            <p class="empty__action">{action}</p>
            {elsewhere.map(|way| view! { <p><a href=way>{t().error_elsewhere()}</a></p> })}
        </div>
        <Unsent/>
    }
    .into_any()
}

/// Where somebody can look for a page of this path that is not theirs as what they act as now.
#[derive(Clone, Copy)]
pub struct Elsewhere(pub fn(&str) -> Option<String>);

/// Loads the page again, also by itself: after a while, and when the network is back.
#[component]
fn TryAgain(error: AppError, tries: Option<RwSignal<usize>>) -> impl IntoView {
    let again = move || tries.map(|tries| tries.try_update(|count| *count += 1));
    Effect::new(move || {
        let Some(tries) = tries else { return };
        let wait = pause_before(tries.get_untracked(), &error);
        let timer = set_timeout_with_handle(move || _ = again(), wait).ok();
        let online = window_event_listener(ev::online, move |_| _ = again());
        on_cleanup(move || {
            timer.into_iter().for_each(|timer| timer.clear());
            online.remove();
        });
    });
    let pressed = move |event: ev::MouseEvent| {
        if again().is_some() {
            event.prevent_default();
        }
    };
    view! { <a class="button" href="" rel="external" on:click=pressed>{t().try_again()}</a> }
}

/// How long a page waits before it is loaded again, after so many tries.
fn pause_before(tries: usize, error: &AppError) -> Duration {
    Duration::from_secs((2 << tries.min(4)).max(error.retry_after().unwrap_or_default()))
}

/// The login page that leads back to `here`.
pub fn login_path(here: &str) -> String {
    format!("/login?next={}", crate::text::encode(here))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_tried_again_ever_later_and_not_before_it_may_be() {
        let seconds = |tries, error| pause_before(tries, &error).as_secs();
        assert_eq!([0, 1, 4, 100].map(|tries| seconds(tries, AppError::Offline)), [2, 4, 32, 32]);
        assert_eq!([0, 4].map(|tries| seconds(tries, AppError::Unavailable)), [5, 32]);
        assert_eq!(seconds(0, AppError::TooMany { seconds: 50 }), 50);
    }
}
