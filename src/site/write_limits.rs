//! Rate limits of writes by one person: one table of kinds, checked in one layer before a request's body is read. No
//! person comes near these, however fast they click; a program that fills tables does.

use std::time::Duration;

use axum::{body::Body, extract::State, http::Request, middleware::Next, response::Response};
use governor::DefaultKeyedRateLimiter;
use strum::VariantArray;
use uuid::Uuid;

use super::{form_memory, state::AppState};
use crate::{
    accounts::person,
    applications::ADD_PATH,
    error::AppError,
    platform::rates::{check, limit},
    site::router::only_reads,
};

/// The kinds of writes, each with a token bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Kind {
    Posting,
    Application,
    Profile,
    Company,
    Resume,
    Stage,
    Conversation,
    Message,
    Report,
    Settings,
    /// Writes that merely opening a page makes.
    Opening,
    /// Rendering of a preview; nothing is written.
    Preview,
    /// Every other write.
    Other,
}

impl Kind {
    /// The token bucket of a kind: burst, and seconds until the next token.
    fn quota(self) -> (u32, f64) {
        match self {
            Self::Posting => (120, 2.0),
            Self::Application => (60, 30.0),
            Self::Profile => (60, 5.0),
            Self::Company => (30, 10.0),
            Self::Resume => (40, 10.0),
            Self::Stage => (240, 0.5),
            Self::Conversation => (120, 2.0),
            Self::Message => (240, 0.5),
            Self::Report => (20, 60.0),
            Self::Settings => (120, 1.0),
            Self::Opening => (240, 0.25),
            Self::Preview => (120, 0.5),
            Self::Other => (60, 2.0),
        }
    }

    /// The kind of a form or call sent to this URL. Reads are not limited. Logins and registrations are limited by
    /// address and account, where they are handled; logouts never.
    pub fn of(path: &str) -> Option<Self> {
        let Some(function) = path.strip_prefix("/api/") else { return Self::of_upload(path) };
        Some(match function {
            "login" | "register" | "logout" => return None,
            "load_preview" | "preview_markdown" | "preview_posting" => Self::Preview,
            _ if only_reads(path) => return None,
            "count_view" | "mark_seen" | "mark_read" | "mark_guest_read" => Self::Opening,
            "save_posting_team" | "save_posting" | "publish_posting" | "close_posting" | "reopen_posting"
            | "duplicate_posting" | "delete_posting" | "save_stages" => Self::Posting,
            "save_profile" | "save_preferences" => Self::Profile,
            "save_company"
            | "remove_logo"
            | "invite_member"
            | "renew_invitation"
            | "withdraw_invitation"
            | "change_role"
            | "hand_over"
            | "remove_member" => Self::Company,
            "rename_resume" | "make_resume_default" | "delete_resume" => Self::Resume,
            "change_stage" | "undo_rejection" | "withdraw_application" => Self::Stage,
            "open_conversation" | "ask_company" | "answer_question" | "block_conversation" => Self::Conversation,
            "edit_message" | "delete_message" => Self::Message,
            "report_conversation" => Self::Report,
            "save_account"
            | "change_password"
            | "enter_code"
            | "enter_recovery_code"
            | "confirm_with_passkey"
            | "begin_passkey_login"
            | "login_with_passkey"
            | "begin_app"
            | "confirm_app"
            | "remove_app"
            | "begin_passkey"
            | "add_passkey"
            | "rename_passkey"
            | "remove_passkey"
            | "renew_codes"
            | "end_session"
            | "delete_account"
            | "choose_language"
            | "read_notifications"
            | "save_notification_settings"
            | "act_for"
            | "accept_invitation"
            | "leave_company" => Self::Settings,
            _ => Self::Other,
        })
    }

    /// The same for forms with files.
    fn of_upload(path: &str) -> Option<Self> {
        let inside = |head: &str, tail: &str| path.strip_prefix(head).is_some_and(|rest| rest.ends_with(tail));
        match path {
            "/resumes/upload" => Some(Self::Resume),
            "/employer/company/logo" => Some(Self::Company),
            ADD_PATH => Some(Self::Application),
            _ if inside("/jobs/", "/apply") => Some(Self::Application),
            _ if inside("/messages/", "/send") => Some(Self::Message),
            _ => None,
        }
    }
}

/// The rate limiters of all people.
pub struct WriteLimits(Vec<DefaultKeyedRateLimiter<Uuid>>);

impl Default for WriteLimits {
    fn default() -> Self {
        let limiter = |kind: &Kind| {
            let (burst, seconds) = kind.quota();
            limit(burst, Duration::from_secs_f64(seconds))
        };
        Self(Kind::VARIANTS.iter().map(limiter).collect())
    }
}

impl WriteLimits {
    fn check(&self, kind: Kind, user: Uuid) -> Result<(), AppError> {
        check(&self.0[kind as usize], user)
    }

    /// Removes idle entries from the limiters.
    pub fn sweep(&self) {
        self.0.iter().for_each(DefaultKeyedRateLimiter::retain_recent);
    }
}

/// Refuses a request over the rate limit, with the seconds to wait.
pub async fn layer(State(state): State<AppState>, request: Request<Body>, next: Next) -> Response {
    let kind = if request.method().is_safe() { None } else { Kind::of(request.uri().path()) };
    let user = person(request.extensions());
    let checked = kind.zip(user).map(|(kind, user)| state.write_limits.check(kind, user));
    let Some(Err(error)) = checked else { return next.run(request).await };
    form_memory::refuse(&state, request, error).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_has_its_own_limit_and_so_has_a_person() {
        let (limits, ada, eve) = (WriteLimits::default(), Uuid::from_u128(1), Uuid::from_u128(2));
        for kind in Kind::VARIANTS {
            let burst = kind.quota().0;
            assert!((20..=240).contains(&burst), "{kind:?}");
            let refused = (0..burst + 5).find_map(|_| limits.check(*kind, eve).err());
            assert!(matches!(refused, Some(AppError::TooMany { seconds: 1..=61 })), "{kind:?}: {refused:?}");
            assert_eq!(limits.check(*kind, ada), Ok(()), "{kind:?}");
        }
    }

    #[test]
    fn what_is_new_is_limited_until_somebody_thinks_of_it() {
        assert_eq!(Kind::of("/api/do_something_new"), Some(Kind::Other));
        assert_eq!(Kind::of("/jobs/a-b/apply"), Some(Kind::Application));
        assert_eq!(Kind::of("/messages/0/send"), Some(Kind::Message));
        for reads in ["/api/load_jobs", "/jobs", "/live", "/api/login"] {
            assert_eq!(Kind::of(reads), None, "{reads}");
        }
    }
}
