use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{
    api::{LoadBell, LoadNotifications, ReadNotifications},
    desktop::{self, Desktop},
    model::{Bell, Kind, Notification, Notifications},
};
#[cfg(not(feature = "ssr"))]
use crate::ui::boot;
use crate::{
    accounts::{Role, me},
    l10n::{format, t},
    live::live,
    notifications::UnreadCounted,
    text::with_query,
    ui::{
        ButtonForm, Empty, FormAction, Icon, IconName, LinkButton, Load, PageHead, PageMeta, Pager, SelectField, Since,
        Unread, ask, menu::Menu, times,
    },
};

/// `/notifications`: everything that concerned somebody, by day.
#[component]
pub fn NotificationsPage() -> impl IntoView {
    let param = |name: &'static str| use_query_map().with(|q| q.get_str(name).unwrap_or_default().to_string());
    let read = FormAction::to::<ReadNotifications>();
    let heard = heard();
    let again = Signal::derive(move || read.answers().get() + heard.get());
    view! {
        <PageMeta title=t().notifications_title() noindex=true/>
        <Load
            ask=move || LoadNotifications { kind: param("kind"), after: param("after"), before: param("before") }
            again
            view=move |found| view! { <Found found read/> }.into_any()
        />
    }
}

/// Counts what may change notifications, or what they say: one that is folded into an unread one is told by its own
/// event alone.
fn heard() -> Signal<usize> {
    live().changes(|heard| heard.event_seq().is_some())
}

#[component]
fn Found(found: Notifications, read: FormAction) -> impl IntoView {
    let t = t();
    let param = |name| use_query_map().with_untracked(|q| q.get_str(name).unwrap_or_default().to_string());
    let kind = param("kind");
    let here =
        with_query("/notifications", &[("kind", &*kind), ("after", &*param("after")), ("before", &*param("before"))]);
    let mut choices = vec![(String::new(), t.notifications_every_kind())];
    let role = me().map_or(Role::Seeker, |me| me.role);
    choices.extend(Kind::of(role).iter().map(|kind| (kind.to_string(), kind.label())));
    let all = (found.unread > 0).then(|| {
        view! { <ButtonForm action=read label=t.notifications_all_read() fields=vec![]/> }
    });
    let href = {
        let kind = kind.clone();
        move |side: &'static str, key: &str| with_query("/notifications", &[("kind", &*kind), (side, key)])
    };
    let list = match found.page.rows.is_empty() {
        true if kind.is_empty() => {
            view! { <Empty title=t.notifications_empty() text=t.notifications_empty_text()/> }.into_any()
        }
        true => view! {
            <Empty title=t.notifications_none_of_kind() text=t.notifications_empty_text()>
                <LinkButton href="/notifications" label=t.notifications_see_all()/>
            </Empty>
        }
        .into_any(),
        false => {
            let (times, found) = (times(), found.page.rows);
            let rows = move || {
                let mut day = String::new();
                let row = |notification: &Notification| {
                    let this = format::day(times.here(notification.at));
                    let head =
                        (this != day).then(|| view! { <li class="notifications__day"><h2>{this.clone()}</h2></li> });
                    day = this;
                    view! { {head} <Row notification=notification.clone() read back=here.clone()/> }
                };
                found.iter().map(row).collect_view()
            };
            view! { <ul class="notifications" role="list">{rows}</ul> }.into_any()
        }
    };
    view! {
        <PageHead title=t.notifications_title()>
            {all}
            <LinkButton href="/settings/notifications" label=t.notifications_settings()/>
        </PageHead>
        <form method="get" action="/notifications" class="cluster notifications__filter">
            <SelectField name="kind" label=t.notifications_kind() value=kind choices/>
            <button class="button" type="submit">{t.notifications_show()}</button>
        </form>
        {list}
        <Pager before=found.page.before after=found.page.after href/>
    }
}

#[component]
fn Row(notification: Notification, read: FormAction, back: String) -> impl IntoView {
    let t = t();
    let (unread, fields) = (!notification.read, vec![("id", notification.id.to_string()), ("back", back)]);
    let mark = unread.then(|| {
        view! { <ButtonForm action=read label=t.notifications_read() fields in_list=true class="button button--quiet button--small"/> }
    });
    view! {
        <li class="notification" class:notification--unread=unread>
            <Line notification/>
            {mark}
        </li>
    }
}

/// What happened, as a link to it; who follows it has read it.
#[component]
fn Line(notification: Notification) -> impl IntoView {
    let (id, unread) = (notification.id, !notification.read);
    let follow = move |_| {
        if unread {
            leptos::task::spawn_local(async move {
                _ = ask(ReadNotifications { id: Some(id), back: String::new() }).await;
            });
        }
    };
    let new = unread.then(|| view! { <span class="visually-hidden">" (" {t().notifications_new()} ")"</span> });
    view! {
        <a class="notification__text" href=notification.href() dir="auto" on:click=follow>{notification.text()} {new}</a>
        <Since at=notification.at/>
    }
}

/// Has the page's title and bell follow how many notifications are unread.
pub fn provide_unread() {
    let unread = RwSignal::new(me().map_or(0, |me| me.unread));
    provide_context(Unread(unread));
    live().on_payload(move |counted: UnreadCounted| unread.set(counted.unread));
}

/// The bell in the header: how many are unread, and when it is opened the newest of them.
#[component]
pub fn Bell() -> impl IntoView {
    let Unread(unread) = expect_context();
    let opened = RwSignal::new(false);
    let button = view! {
        <Icon name=IconName::Bell/>
        <span class="visually-hidden">{move || t().notifications_bell(unread.get())}</span>
        {move || unread.get().gt(&0).then(|| view! { <span class="count" aria-hidden="true">{unread.get().min(99)}</span> })}
    };
    let heard = heard();
    Effect::new(move || desktop::mark_icon(unread.get()));
    // What was told meanwhile is not told again.
    live().on(move |heard| {
        if heard.is_reset() {
            leptos::task::spawn_local(async move {
                if let Ok(bell) = ask(LoadBell {}).await {
                    unread.set(bell.unread);
                }
            });
        }
    });
    #[cfg(not(feature = "ssr"))]
    {
        let seen = StoredValue::new(boot().with_value(|b| b.now));
        Effect::new(move |before: Option<()>| {
            heard.track();
            if before.is_some() {
                desktop::show_newest(seen);
            }
        });
    }
    let newest = move || {
        opened.get().then(|| {
            view! { <Load ask=|| LoadBell {} again=heard view=|bell| view! { <Newest bell/> }.into_any()/> }
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
fn Newest(bell: Bell) -> impl IntoView {
    match bell.newest.is_empty() {
        true => view! { <p class="muted">{t().notifications_empty()}</p> }.into_any(),
        false => {
            let row = |notification: Notification| {
                let unread = !notification.read;
                view! { <li class="notification" class:notification--unread=unread><Line notification/></li> }
            };
            view! { <ul class="notifications" role="list">{bell.newest.into_iter().map(row).collect_view()}</ul> }
                .into_any()
        }
    }
}

/// Asks the browser to show notifications on the desktop; it asks the person.
#[component]
pub fn DesktopSwitch() -> impl IntoView {
    let state = RwSignal::new(Desktop::Absent);
    Effect::new(move || state.set(desktop::state()));
    move || {
        let t = t();
        match state.get() {
            Desktop::Absent => ().into_any(),
            Desktop::Allowed => view! { <p class="muted">{t.notifications_desktop_on()}</p> }.into_any(),
            Desktop::Denied => view! { <p class="muted">{t.notifications_desktop_denied()}</p> }.into_any(),
            Desktop::Unasked => view! {
                <button class="button" type="button" on:click=move |_| desktop::ask(state)>
                    {t.notifications_desktop()}
                </button>
            }
            .into_any(),
        }
    }
}
