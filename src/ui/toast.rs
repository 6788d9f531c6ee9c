//! Short words for what was just done. The page that one lands on names it in its address (`?done=…`), so that it is
//! told with JavaScript and without.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use strum::{EnumString, IntoStaticStr};

use super::icon::{Icon, IconName};
use crate::l10n::t;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Done {
    Welcome,
    LoggedOut,
    AccountSaved,
    PasswordChanged,
    SessionEnded,
    AccountDeleted,
    ProfileSaved,
    PreferencesSaved,
    ResumeUploaded,
    ResumeSaved,
    ResumeDeleted,
    Applied,
    Withdrawn,
    PostingSaved,
    PostingPublished,
    PostingClosed,
    PostingReopened,
    PostingDeleted,
    PostingArchived,
    PostingDuplicated,
    StageChanged,
    CompanySaved,
    LogoSaved,
    LogoRemoved,
}

impl Done {
    fn text(self) -> String {
        let t = t();
        match self {
            Self::Welcome => t.done_welcome(),
            Self::LoggedOut => t.done_logged_out(),
            Self::AccountSaved => t.done_account_saved(),
            Self::PasswordChanged => t.done_password_changed(),
            Self::SessionEnded => t.done_session_ended(),
            Self::AccountDeleted => t.done_account_deleted(),
            Self::ProfileSaved => t.done_profile_saved(),
            Self::PreferencesSaved => t.done_preferences_saved(),
            Self::ResumeUploaded => t.done_resume_uploaded(),
            Self::ResumeSaved => t.done_resume_saved(),
            Self::ResumeDeleted => t.done_resume_deleted(),
            Self::Applied => t.done_applied(),
            Self::Withdrawn => t.done_withdrawn(),
            Self::PostingSaved => t.done_posting_saved(),
            Self::PostingPublished => t.done_posting_published(),
            Self::PostingClosed => t.done_posting_closed(),
            Self::PostingReopened => t.done_posting_reopened(),
            Self::PostingDeleted => t.done_posting_deleted(),
            Self::PostingArchived => t.done_posting_archived(),
            Self::PostingDuplicated => t.done_posting_duplicated(),
            Self::StageChanged => t.done_stage_changed(),
            Self::CompanySaved => t.done_company_saved(),
            Self::LogoSaved => t.done_logo_saved(),
            Self::LogoRemoved => t.done_logo_removed(),
        }
    }

    /// The address that tells of it.
    pub fn at(self, path: &str) -> String {
        let joint = if path.contains('?') { '&' } else { '?' };
        format!("{path}{joint}done={}", <&str>::from(self))
    }
}

/// Ends a server function: on to `path`, where a toast tells what was done.
#[cfg(feature = "ssr")]
pub fn done(path: &str, done: Done) {
    leptos_axum::redirect(&done.at(path));
}

/// Shows what the address says was done, until it is closed.
#[component]
pub fn Toasts() -> impl IntoView {
    let query = use_query_map();
    let named = Memo::new(move |_| query.with(|q| q.get("done").and_then(|d| d.parse::<Done>().ok())));
    let closed = RwSignal::new(None);
    let shown = move || named.get().filter(|done| closed.get() != Some(*done));
    Effect::new(move || {
        named.track();
        closed.set(None);
    });
    view! {
        <div class="toasts" role="status">
            {move || shown().map(|done| view! {
                <div class="toast toast--success">
                    <p class="toast__text"><Icon name=IconName::Check/> {done.text()}</p>
                    <button
                        type="button"
                        class="toast__close button button--quiet"
                        aria-label=t().toast_close()
                        on:click=move |_| closed.set(Some(done))
                    >
                        <Icon name=IconName::Close/>
                    </button>
                </div>
            })}
        </div>
    }
}
