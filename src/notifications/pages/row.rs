use leptos::prelude::*;

use crate::{
    l10n::t,
    notifications::{api::ReadNotifications, model::Notification},
    ui::{ButtonForm, FormAction, Since, ask},
};

/// A notification in the list, with a button that marks it as read.
#[component]
pub(super) fn NotificationRow(
    notification: Notification,
    read: FormAction,
    /// Where the button returns to.
    back: String,
) -> impl IntoView {
    let t = t();
    let (unread, fields) = (!notification.read, vec![("id", notification.id.to_string()), ("back", back)]);
    let mark = unread.then(|| {
        view! { <ButtonForm action=read label=t.notifications_read() fields in_list=true class="button button--quiet button--small"/> }
    });
    view! {
        <li class="notification" class:notification--unread=unread>
            <NotificationLink notification/>
            {mark}
        </li>
    }
}

/// What happened, as a link to it. Following it marks the notification as read.
#[component]
pub(super) fn NotificationLink(notification: Notification) -> impl IntoView {
    let (id, unread) = (notification.id, !notification.read);
    let mark_read = move |_| {
        if unread {
            leptos::task::spawn_local(async move {
                _ = ask(ReadNotifications { id: Some(id), back: String::new() }).await;
            });
        }
    };
    let new = unread.then(|| view! { <span class="visually-hidden">" (" {t().notifications_new()} ")"</span> });
    view! {
        <a class="notification__text" href=notification.href() dir="auto" on:click=mark_read>{notification.text()} {new}</a>
        <Since at=notification.at/>
    }
}
