use leptos::prelude::*;

use super::timeline::SentBadge;
use crate::{
    applications::{ApplicationRow, SentApplications, StageChanged, api::LoadApplications},
    l10n::{format, t},
    live::{Heard, live},
    messages::MessageChanged,
    text::with_query,
    ui::{Ago, Empty, LinkButton, Load, Logo, PageHead, PageMeta, PagedList, query_params},
};

/// The value of the address's `show` for applications that are over.
const OVER: &str = "closed";

/// `/applications`: what the seeker has sent, newest first; what goes on apart from what is over.
#[component]
pub fn ApplicationsPage() -> impl IntoView {
    let asked = query_params(|get| (get("after"), get("before"), get("show") == OVER));
    let ask = move || {
        let (after, before, over) = asked.get();
        LoadApplications { after, before, over }
    };
    let again = live().changes(|heard: &Heard| heard.is::<StageChanged>() || heard.is::<MessageChanged>());
    view! {
        <PageMeta title=t().applications_title() noindex=true/>
        <PageHead title=t().applications_title()/>
        <Load
            ask
            again
            view=move |sent| {
                let over = asked.with_untracked(|(_, _, over)| *over);
                view! { <SentList sent over/> }.into_any()
            }
        />
    }
}

/// The address of a list.
fn list_path(over: bool, side: &str, key: &str) -> String {
    with_query("/applications", &[("show", if over { OVER } else { "" }), (side, key)])
}

#[component]
fn SentList(sent: SentApplications, over: bool) -> impl IntoView {
    let SentApplications { page, active, over: ended } = sent;
    let tab = |to: bool, label: String, count: i64| {
        let current = (to == over).then_some("page");
        view! {
            <a href=list_path(to, "", "") aria-current=current>{label} " " <span class="muted">{format::number(count)}</span></a>
        }
    };
    let none = active + ended == 0;
    let tabs = (!none).then(|| {
        view! {
            <nav class="tabs" aria-label=t().applications_title()>
                {tab(false, t().applications_active(), active)} {tab(true, t().applications_over(), ended)}
            </nav>
        }
    });
    view! {
        {tabs}
        <PagedList
            page
            empty=move || view! { <NoneHere none over/> }.into_any()
            rows=|rows| view! { <ApplicationCards rows/> }.into_any()
            href=move |side, key| list_path(over, side, key)
        />
    }
}

#[component]
fn NoneHere(
    /// Whether nothing was ever sent.
    none: bool,
    over: bool,
) -> impl IntoView {
    let t = t();
    let (title, text) = match (none, over) {
        (true, _) => (t.applications_empty(), t.applications_empty_text()),
        (_, true) => (t.applications_none_over(), t.applications_none_over_text()),
        (_, false) => (t.applications_none_active(), t.applications_none_active_text()),
    };
    view! {
        <Empty title text>
            <LinkButton href="/jobs" label=t.applications_find() class="button button--primary"/>
        </Empty>
    }
}

/// Applications, one card below the other.
#[component]
pub(super) fn ApplicationCards(rows: Vec<ApplicationRow>) -> impl IntoView {
    let cards = rows.into_iter().map(|row| view! { <ApplicationCard row/> }).collect_view();
    view! { <ul class="sent-list">{cards}</ul> }
}

#[component]
fn ApplicationCard(row: ApplicationRow) -> impl IntoView {
    let t = t();
    let moved = (row.updated_at != row.created_at).then(|| {
        view! { <span>{t.application_changed()} " " <Ago at=row.updated_at/></span> }
    });
    let unread = row.conversation.filter(|_| row.unread > 0).map(|id| {
        view! { <a class="badge badge--new" href=format!("/messages/{id}")>{t.application_unread(row.unread)}</a> }
    });
    view! {
        <li class="sent-card">
            <Logo name=row.company.clone() file=row.logo/>
            <h2 class="sent-card__title"><a href=format!("/applications/{}", row.id) dir="auto">{row.title}</a></h2>
            <p class="sent-card__company" dir="auto">{row.company}</p>
            <p class="sent-card__stage"><SentBadge standing=row.standing/> {unread}</p>
            <p class="sent-card__dates"><span>{t.application_sent()} " " <Ago at=row.created_at/></span> {moved}</p>
        </li>
    }
}
