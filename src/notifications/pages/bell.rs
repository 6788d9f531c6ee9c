use leptos::prelude::*;

use super::{row::NotificationLink, stale_notifications};
#[cfg(not(feature = "ssr"))]
use crate::ui::boot;
use crate::{
    accounts::me,
    l10n::t,
    live::live,
    notifications::{
        UnreadCounted,
        api::LoadBell,
        desktop,
        model::{Bell, Notification},
    },
    ui::{Icon, IconName, Load, Unread, ask, menu::Menu},
};

/// How many conversations have unread messages, as their notifications say.
#[derive(Clone, Copy)]
pub struct UnreadTalks(pub RwSignal<i64>);

/// Keeps the counts of what is unread in the page's title, bell and navigation up to date.
pub fn provide_unread() {
    let (unread, talks) = me().map_or((0, 0), |me| (me.unread, me.unread_talks));
    let (unread, talks) = (RwSignal::new(unread), RwSignal::new(talks));
    provide_context(Unread(unread));
    provide_context(UnreadTalks(talks));
    live().on_payload(move |counted: UnreadCounted| {
        unread.set(counted.unread);
        talks.set(counted.talks);
    });
}

/// The bell in the header: how many are unread, and when it is opened the newest of them.
#[component]
pub fn NotificationBell() -> impl IntoView {
    let (Unread(unread), UnreadTalks(talks)) = (expect_context(), expect_context());
    let opened = RwSignal::new(false);
    let button = view! {
        <Icon name=IconName::Bell/>
        <span class="visually-hidden">{move || t().notifications_bell(unread.get())}</span>
        {move || unread.get().gt(&0).then(|| view! { <span class="count" aria-hidden="true">{unread.get().min(99)}</span> })}
    };
    let stale = stale_notifications();
    Effect::new(move || desktop::mark_icon(unread.get()));
    // Events that were missed while there was no connection are not sent again.
    live().on(move |heard| {
        if heard.is_reset() {
            leptos::task::spawn_local(async move {
                if let Ok(bell) = ask(LoadBell {}).await {
                    unread.set(bell.unread);
                    talks.set(bell.talks);
                }
            });
        }
    });
    #[cfg(not(feature = "ssr"))]
    {
        let seen = StoredValue::new(boot().with_value(|b| b.now));
        Effect::new(move |before: Option<()>| {
            stale.track();
            if before.is_some() {
                desktop::show_newest(seen);
            }
        });
    }
    let newest = move || {
        opened.get().then(|| {
            view! { <Load ask=|| LoadBell {} again=stale view=|bell| view! { <NewestNotifications bell/> }.into_any()/> }
        })
    };
    me().map(|_| {
        view! {
            <div on:click=move |_| opened.set(true)>
                <Menu class="menu bell" button_class="button button--quiet button--icon" button=button.into_any()>
                    <div class="menu__panel bell__panel">
                        {newest}
                        <a href="/notifications">{t().notifications_see_all()}</a>
                    </div>
                </Menu>
            </div>
        }
    })
}

#[component]
fn NewestNotifications(bell: Bell) -> impl IntoView {
    match bell.newest.is_empty() {
        true => view! { <p class="muted">{t().notifications_empty()}</p> }.into_any(),
        false => {
            let row = |notification: Notification| {
                let unread = !notification.read;
                view! { <li class="notification" class:notification--unread=unread><NotificationLink notification/></li> }
            };
            view! { <ul class="notifications" role="list">{bell.newest.into_iter().map(row).collect_view()}</ul> }
                .into_any()
        }
    }
}
