use leptos::prelude::*;

use super::{row::NotificationRow, stale_notifications};
use crate::{
    accounts::{Role, me},
    l10n::{format, t},
    notifications::{
        api::{LoadNotifications, ReadNotifications},
        model::{Kind, Notification, Notifications},
    },
    text::with_query,
    ui::{
        ButtonForm, Empty, FormAction, LinkButton, Load, PageHead, PageMeta, PagedList, SelectField, query_params,
        times,
    },
};

const PATH: &str = "/notifications";

/// Which part of the list the address asks for.
#[derive(Clone, PartialEq)]
struct Asked {
    kind: String,
    after: String,
    before: String,
}

impl Asked {
    /// The address of this very part.
    fn here(&self) -> String {
        with_query(PATH, &[("kind", &self.kind), ("after", &self.after), ("before", &self.before)])
    }
}

/// `/notifications`: everything that concerned somebody, by day.
#[component]
pub fn NotificationsPage() -> impl IntoView {
    let asked = query_params(|get| Asked { kind: get("kind"), after: get("after"), before: get("before") });
    let ask = move || {
        let Asked { kind, after, before } = asked.get();
        LoadNotifications { kind, after, before }
    };
    let read = FormAction::to::<ReadNotifications>();
    let stale = stale_notifications();
    view! {
        <PageMeta title=t().notifications_title() noindex=true/>
        <Load
            ask
            again=Signal::derive(move || read.answers().get() + stale.get())
            view=move |found| view! { <NotificationFeed found asked=asked.get_untracked() read/> }.into_any()
        />
    }
}

#[component]
fn NotificationFeed(found: Notifications, asked: Asked, read: FormAction) -> impl IntoView {
    let t = t();
    let (kind, here) = (asked.kind.clone(), asked.here());
    let mark_all = (found.unread > 0).then(|| {
        view! { <ButtonForm action=read label=t.notifications_all_read() fields=vec![]/> }
    });
    let every_kind = kind.is_empty();
    let empty = move || match every_kind {
        true => view! { <Empty title=t.notifications_empty() text=t.notifications_empty_text()/> }.into_any(),
        false => view! {
            <Empty title=t.notifications_none_of_kind() text=t.notifications_empty_text()>
                <LinkButton href=PATH label=t.notifications_see_all()/>
            </Empty>
        }
        .into_any(),
    };
    view! {
        <PageHead title=t.notifications_title()>
            {mark_all}
            <LinkButton href="/settings/notifications" label=t.notifications_settings()/>
        </PageHead>
        <KindFilter kind=asked.kind/>
        <PagedList
            page=found.page
            empty
            rows=move |rows| view! { <NotificationList rows read here/> }.into_any()
            href=move |side, key| with_query(PATH, &[("kind", &kind), (side, key)])
        />
    }
}

#[component]
fn KindFilter(kind: String) -> impl IntoView {
    let t = t();
    let role = me().map_or(Role::Seeker, |me| me.role);
    let every = (String::new(), t.notifications_every_kind());
    let kinds = Kind::of(role).iter().map(|kind| (kind.to_string(), kind.label()));
    let choices: Vec<_> = std::iter::once(every).chain(kinds).collect();
    view! {
        <form method="get" action=PATH class="cluster notifications__filter">
            <SelectField name="kind" label=t.notifications_kind() value=kind choices/>
            <button class="button" type="submit">{t.notifications_show()}</button>
        </form>
    }
}

/// Notifications below the days of the reader's time zone, which is known once the page is hydrated.
#[component]
fn NotificationList(
    rows: Vec<Notification>,
    read: FormAction,
    /// Where buttons return to.
    here: String,
) -> impl IntoView {
    let times = times();
    let rows = move || {
        let mut day = String::new();
        let row = |notification: &Notification| {
            let this = format::day(times.here(notification.at));
            let head = (this != day).then(|| view! { <li class="notifications__day"><h2>{this.clone()}</h2></li> });
            day = this;
            view! { {head} <NotificationRow notification=notification.clone() read back=here.clone()/> }
        };
        rows.iter().map(row).collect_view()
    };
    view! { <ul class="notifications" role="list">{rows}</ul> }
}
