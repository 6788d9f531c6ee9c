//! Server functions of conversations.

use leptos::prelude::*;
use uuid::Uuid;

use super::model::{ConversationRow, Question, Thread};
#[cfg(feature = "ssr")]
use super::model::{MAX_REASON, MAX_SEARCH, Show, check_text};
#[cfg(feature = "ssr")]
use crate::messages::MessageDone;
use crate::{
    error::AppError,
    notifications::{MailTimesForm, NotificationSettings},
    paging::Page,
};
#[cfg(feature = "ssr")]
use {
    super::{db, post::messenger},
    crate::{
        accounts::{Action, CurrentUser, current_user, may_at_application, may_at_conversation, seeker},
        forms::Check,
        notifications,
        paging::Cursor,
        platform::platform,
        text::is_slug,
        ui::done,
    },
};

/// Whoever is logged in, unless their role in the company has nothing to do with messages.
#[cfg(feature = "ssr")]
fn writer() -> Result<CurrentUser, AppError> {
    let user = current_user()?;
    if user.company.is_some() {
        user.may_in_company(Action::Write)?;
    }
    Ok(user)
}

/// A page of the user's conversations.
#[server(endpoint = "load_conversations")]
pub async fn load_conversations(
    #[server(default)] q: String,
    #[server(default)] show: String,
    #[server(default)] after: String,
    #[server(default)] before: String,
) -> Result<Page<ConversationRow>, AppError> {
    let user = writer()?;
    let text: String = q.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).take(MAX_SEARCH).collect();
    let asked = db::Asked { text, show: show.parse().unwrap_or(Show::Newest), cursor: Cursor::beside(&after, &before) };
    db::list(&platform().db, &user, &asked).await
}

/// A conversation with its newest messages, or with those before one.
#[server(endpoint = "load_thread")]
pub async fn load_thread(id: Uuid, #[server(default)] before: Option<i64>) -> Result<Thread, AppError> {
    db::thread(&platform().db, &may_at_conversation(id).await?, id, before).await
}

/// Stores how far the user has read a conversation.
#[server(endpoint = "mark_read")]
pub async fn mark_read(conversation: Uuid, seq: i64) -> Result<(), AppError> {
    db::mark_read(&platform().db, &may_at_conversation(conversation).await?, conversation, seq).await
}

/// Opens the conversation about an application.
#[server(endpoint = "open_conversation")]
pub async fn open_conversation(application: Uuid) -> Result<(), AppError> {
    let mut user = current_user()?;
    if user.company.is_some() {
        user = may_at_application(Action::Write, application).await?.0;
    }
    let id = db::about_application(&platform().db, &user, application).await?;
    leptos_axum::redirect(&end_of(id));
    Ok(())
}

/// What the page for asking a question about a posting shows at first.
#[server(endpoint = "load_question")]
pub async fn load_question(slug: String) -> Result<Question, AppError> {
    let user = seeker()?;
    if !is_slug(&slug) {
        return Err(AppError::NotFound);
    }
    db::question(&platform().db, &user, &slug).await
}

/// Asks a company about a posting.
#[server(endpoint = "ask_company")]
pub async fn ask_company(slug: String, id: Uuid, #[server(default)] text: String) -> Result<(), AppError> {
    let (platform, user) = (platform(), seeker()?);
    if !is_slug(&slug) {
        return Err(AppError::NotFound);
    }
    let text = check_text(&text)?;
    platform.rates.message(user.id)?;
    let conversation = db::ask(&platform.db, &user, &slug, id, text).await?;
    done(&format!("/messages/{conversation}"), MessageDone::QuestionSent);
    Ok(())
}

/// Accepts or declines a question.
#[server(endpoint = "answer_question")]
pub async fn answer_question(conversation: Uuid, accept: bool) -> Result<(), AppError> {
    let user = may_at_conversation(conversation).await?;
    user.hires_for()?;
    db::answer_question(&platform().db, &user, conversation, accept).await?;
    leptos_axum::redirect(&end_of(conversation));
    Ok(())
}

/// Blocks a conversation, or unblocks it.
#[server(endpoint = "block_conversation")]
pub async fn block_conversation(conversation: Uuid, blocked: bool) -> Result<(), AppError> {
    db::block(&platform().db, &may_at_conversation(conversation).await?, conversation, blocked).await?;
    leptos_axum::redirect(&end_of(conversation));
    Ok(())
}

/// Reports a conversation to the operator.
#[server(endpoint = "report_conversation")]
pub async fn report_conversation(conversation: Uuid, #[server(default)] reason: String) -> Result<(), AppError> {
    let user = may_at_conversation(conversation).await?;
    let mut check = Check::default();
    let reason = check.text("reason", &reason, MAX_REASON);
    check.finish()?;
    db::report(&platform().db, &user, conversation, &reason).await?;
    done(&format!("/messages/{conversation}"), MessageDone::Reported);
    Ok(())
}

/// Conversation and text of the user's own message that can still be changed.
#[server(endpoint = "load_message")]
pub async fn load_message(id: Uuid) -> Result<(Uuid, String), AppError> {
    db::own(&platform().db, &writer()?, id).await
}

/// Edits the user's own message; `stays` where the page shows the conversation already, so that it needs no redirect.
#[server(endpoint = "edit_message")]
pub async fn edit_message(
    id: Uuid,
    #[server(default)] text: String,
    #[server(default)] stays: bool,
) -> Result<(), AppError> {
    let (platform, user) = (platform(), writer()?);
    platform.rates.message(user.id)?;
    let conversation = db::edit(&platform.db, &user, id, &check_text(&text)?).await?;
    if !stays {
        leptos_axum::redirect(&end_of(conversation));
    }
    Ok(())
}

/// Deletes the user's own message; `stays` where the page shows the conversation already, so that it needs no redirect.
#[server(endpoint = "delete_message")]
pub async fn delete_message(id: Uuid, #[server(default)] stays: bool) -> Result<(), AppError> {
    let conversation = db::delete(&platform().db, &writer()?, id).await?;
    if !stays {
        leptos_axum::redirect(&end_of(conversation));
    }
    Ok(())
}

/// Which notifications the user gets, and what they show to others.
#[server(endpoint = "load_notification_settings")]
pub async fn load_notification_settings() -> Result<NotificationSettings, AppError> {
    let user = current_user()?;
    notifications::settings(&platform().db, user.id, user.role).await
}

/// Stores which notifications the user gets, and what they show to others.
#[server(endpoint = "save_notification_settings")]
pub async fn save_notification_settings(
    #[server(default)] kinds: Vec<String>,
    #[server(default)] shown: Vec<String>,
    #[server(default)] mails: Vec<String>,
    #[server(flatten)] times: MailTimesForm,
) -> Result<(), AppError> {
    let (platform, user) = (platform(), current_user()?);
    let stored = notifications::settings(&platform.db, user.id, user.role).await?;
    let mut check = Check::default();
    let settings = NotificationSettings {
        kinds: check.choices("kinds", &kinds),
        mails: check.choices("mails", &mails),
        mail_times: times.check(&mut check, stored.mail_times),
        shown: check.choices("shown", &shown),
    };
    check.finish()?;
    let saved = notifications::save_settings(&platform.db, user.id, user.role, &settings);
    messenger().presence.change_shown(user.id, saved).await?;
    done("/settings/notifications", MessageDone::NotificationsSaved);
    Ok(())
}

/// The address of the end of a conversation, where its newest messages are.
#[cfg(feature = "ssr")]
fn end_of(conversation: Uuid) -> String {
    format!("/messages/{conversation}#end")
}
