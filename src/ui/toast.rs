//! Short words for what was just done, or was not. The page that one lands on names it in its address (`?done=…`), so that it is
//! told with JavaScript and without.

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate, use_query_map},
};
use strum::{EnumString, IntoStaticStr};

use super::icon::{Icon, IconName};
use crate::l10n::t;
use crate::text::{encode, query_pairs};

/// What was done; or why nothing was, where a form's own page cannot tell it.
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
    NotificationsRead,
    NotificationsSaved,
    QuestionSent,
    Reported,
    OtherPerson,
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
            Self::NotificationsRead => t.done_notifications_read(),
            Self::NotificationsSaved => t.done_notifications_saved(),
            Self::QuestionSent => t.done_question_sent(),
            Self::Reported => t.done_reported(),
            Self::OtherPerson => t.done_other_person(),
        }
    }

    /// Whether nothing was done.
    fn is_refusal(self) -> bool {
        self == Self::OtherPerson
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

/// A toast leaves by itself after this while, unless it tells why nothing was done.
const SHOWN_FOR: Duration = Duration::from_secs(10);

/// Shows what the address says was done: until it is closed, the next form is sent, or a while has gone by. Hydrated,
/// the address forgets it, so that going back or reloading does not tell it again.
#[component]
pub fn Toasts() -> impl IntoView {
    let (query, location, navigate) = (use_query_map(), use_location(), use_navigate());
    // A form that came back with an error was done before, if at all.
    let named = move || {
        query.with(|q| match q.get_str("__err") {
            Some(_) => None,
            None => q.get_str("done").and_then(|done| done.parse::<Done>().ok()),
        })
    };
    let shown = RwSignal::new(untrack(named));
    let told = StoredValue::new(0);
    Effect::new(move || {
        let Some(done) = named() else { return };
        shown.set(Some(done));
        let this = told.get_value() + 1;
        told.set_value(this);
        let leave = move || {
            if told.try_get_value() == Some(this) {
                shown.set(None);
            }
        };
        if !done.is_refusal() {
            set_timeout(leave, SHOWN_FOR);
        }
        let path = location.pathname.get_untracked();
        let rest = location.search.with_untracked(|search| without_done(search));
        navigate(&format!("{path}{rest}"), NavigateOptions { replace: true, scroll: false, ..Default::default() });
    });
    Effect::new(move || {
        let sent = window_event_listener(leptos::ev::submit, move |_| shown.set(None));
        on_cleanup(move || sent.remove());
    });
    view! {
        <div class="toasts" role="status">
            {move || shown.get().map(|done| view! {
                <div class="toast" class:toast--success=!done.is_refusal() class:toast--warning=done.is_refusal()>
                    <Icon name=if done.is_refusal() { IconName::Alert } else { IconName::Check }/>
                    <p class="toast__text">{done.text()}</p>
                    <button
                        type="button"
                        class="toast__close button button--quiet"
                        aria-label=t().toast_close()
                        on:click=move |_| shown.set(None)
                    >
                        <Icon name=IconName::Close/>
                    </button>
                </div>
            })}
        </div>
    }
}

/// A query, with its question mark, that no longer says what was done.
fn without_done(search: &str) -> String {
    let kept = query_pairs(search).filter(|(name, _)| name != "done");
    let kept: Vec<String> = kept.map(|(name, value)| format!("{}={}", encode(&name), encode(&value))).collect();
    if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_forgets_what_was_done() {
        assert_eq!(without_done("?done=welcome"), "");
        assert_eq!(without_done("q=a%26b&done=welcome&page=2"), "?q=a%26b&page=2");
    }
}
