//! What the pages of postings share.

use leptos::{
    prelude::*,
    server_fn::{ServerFn, error::ServerFnUrlError},
};
use leptos_router::hooks::use_query_map;
use uuid::Uuid;

use crate::{
    error::AppError,
    jobs::{
        PostingState,
        api::{ClosePosting, DeletePosting, DuplicatePosting, PublishPosting, ReopenPosting},
    },
    l10n::t,
    text::{LocalDay, with_query},
    ui::{Choice, Confirm, DayThere, about_what, ask_to_drop, owned},
};

/// The editor of a posting.
pub fn editor_path(id: Uuid) -> String {
    format!("/employer/postings/{id}")
}

/// The preview of a posting.
pub fn preview_path(id: Uuid) -> String {
    format!("/employer/postings/{id}/preview")
}

/// The address of a page, with the id of a posting that was typed and not saved.
pub fn with_typed(path: &str, typed: Option<Uuid>) -> String {
    with_query(path, &[("typed", &typed.map(|id| id.to_string()).unwrap_or_default())])
}

/// The id of a posting that was typed and not saved, from the page's address.
pub fn typed_param() -> impl Fn() -> Option<Uuid> + Copy + Send + Sync + 'static {
    let query = use_query_map();
    move || query.with(|query| query.get_str("typed")?.parse().ok())
}

/// A posting's state, with a colour.
#[component]
pub fn StateBadge(state: PostingState) -> impl IntoView {
    let class = match state {
        PostingState::Draft => "badge badge--info",
        PostingState::Open => "badge badge--success",
        PostingState::Closed => "badge badge--warning",
        PostingState::Archived => "badge",
    };
    view! { <span class=class>{state.label()}</span> }
}

/// When a posting closes, or closed.
#[component]
pub fn ClosingFact(day: Option<LocalDay>, closed: bool) -> impl IntoView {
    let label = if closed { t().posting_column_closed() } else { t().posting_column_closes() };
    day.map(|day| view! { <div><dt>{label}</dt><dd><DayThere day/></dd></div> })
}

/// A button that changes a posting. It loads a new page, so that a list of them needs no shared state.
#[component]
pub fn PostingButton<S: ServerFn>(
    /// Only its type is used: the server function that the form is sent to.
    #[prop(optional)]
    _of: std::marker::PhantomData<S>,
    id: Uuid,
    #[prop(into)] label: String,
    /// What it is about, for screen readers.
    #[prop(into, optional)]
    about: String,
    /// Where to return to.
    #[prop(into, optional)]
    back: String,
    #[prop(default = "button button--small")] class: &'static str,
    /// The version that is changed, where that matters.
    #[prop(optional)]
    version: Option<i64>,
) -> impl IntoView {
    let named = about_what(&label, &about);
    let version = version.map(|v| view! { <input type="hidden" name="version" value=v.to_string()/> });
    view! {
        <form method="post" action=owned(S::url()) class="button-form" on:submit=move |event| ask_to_drop(&event)>
            <input type="hidden" name="id" value=id.to_string()/>
            <input type="hidden" name="back" value=back/>
            {version}
            <button type="submit" class=class aria-label=named>{label}</button>
        </form>
    }
}

/// Closes or reopens a posting, whichever its state allows.
#[component]
pub fn ClosingButton(
    id: Uuid,
    state: PostingState,
    /// What it is about, for screen readers.
    #[prop(into, optional)]
    about: String,
    /// Where to return to.
    back: String,
    #[prop(default = "button button--small")] class: &'static str,
) -> impl IntoView {
    let (t, named) = (t(), about.clone());
    match state {
        PostingState::Draft => ().into_any(),
        PostingState::Open => view! {
            <Confirm label=t.posting_close() about warning=t.posting_close_warning() class>
                <PostingButton<ClosePosting> id label=t.posting_close_action() about=named back/>
            </Confirm>
        }
        .into_any(),
        PostingState::Closed | PostingState::Archived => {
            view! { <PostingButton<ReopenPosting> id label=t.posting_reopen() about back class/> }.into_any()
        }
    }
}

/// Why a [`PostingButton`] failed, read from the address that it redirected to.
#[component]
pub fn PostingButtonError() -> impl IntoView {
    let ours =
        [ClosePosting::PATH, ReopenPosting::PATH, DuplicatePosting::PATH, DeletePosting::PATH, PublishPosting::PATH];
    let error = use_query_map().with_untracked(|query| {
        let of = query.get_str("__path")?;
        let error = query.get_str("__err").filter(|_| ours.contains(&of))?;
        Some(ServerFnUrlError::<AppError>::decode_err(error))
    });
    error.map(|error| view! { <p class="notice notice--danger" role="alert">{error.text()}</p> })
}

/// Puts an empty choice first, for a select in which nothing is chosen yet.
pub fn with_placeholder(mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.insert(0, (String::new(), t().posting_choose()));
    choices
}
