use leptos::prelude::*;

use super::frame::AdminFrame;
use crate::{
    admin::{AuditEntry, AuditLog, api::LoadAuditLog},
    l10n::t,
    text::with_query,
    ui::{Ago, Column, Empty, Load, PageHead, PageMeta, PagedList, Table, query_params},
};

const PATH: &str = "/admin/audit";

/// Which part of the log the address asks for.
#[derive(Clone, PartialEq)]
struct Asked {
    event: String,
    person: String,
    after: String,
    before: String,
}

/// `/admin/audit`: who did what, the newest first.
#[component]
pub fn AuditPage() -> impl IntoView {
    let asked = query_params(|get| Asked {
        event: get("event"),
        person: get("person"),
        after: get("after"),
        before: get("before"),
    });
    let ask = move || {
        let Asked { event, person, after, before } = asked.get();
        LoadAuditLog { event, person, after, before }
    };
    view! {
        <PageMeta title=t().admin_audit() noindex=true/>
        <AdminFrame>
            <Load ask view=move |log| view! { <Log log asked=asked.get_untracked()/> }.into_any()/>
        </AdminFrame>
    }
}

#[component]
fn Log(log: AuditLog, asked: Asked) -> impl IntoView {
    let t = t();
    let AuditLog { page, events } = log;
    let (event, person) = (asked.event.clone(), asked.person.clone());
    view! {
        <PageHead title=t.admin_audit() lead=t.admin_audit_lead()/>
        <Filter asked events/>
        <PagedList
            page
            empty=move || view! { <Empty title=t.admin_audit_none()/> }.into_any()
            rows=|rows| view! { <Lines rows/> }.into_any()
            href=move |side, key| with_query(PATH, &[("event", &event), ("person", &person), (side, key)])
        />
    }
}

#[component]
fn Filter(asked: Asked, events: Vec<String>) -> impl IntoView {
    let t = t();
    let options = events.into_iter().map(move |event| {
        let selected = event == asked.event;
        view! { <option value=event.clone() selected=selected>{event.clone()}</option> }
    });
    view! {
        <form method="get" action=PATH class="cluster">
            <select class="field__input" name="event" aria-label=t.admin_audit_act()>
                <option value="">{t.admin_audit_every_act()}</option>
                {options.collect_view()}
            </select>
            <input class="field__input" name="person" value=asked.person aria-label=t.admin_audit_person() placeholder=t.admin_audit_person()/>
            <button type="submit" class="button">{t.admin_audit_show()}</button>
        </form>
    }
}

#[component]
fn Lines(rows: Vec<AuditEntry>) -> impl IntoView {
    let t = t();
    let name = Column::new(t.admin_audit_act(), |entry: &AuditEntry| view! { <code>{entry.event.clone()}</code> });
    let columns = vec![
        Column::new(t.admin_audit_outcome(), |entry: &AuditEntry| view! { <code>{entry.outcome.clone()}</code> }),
        Column::new(t.admin_audit_who(), |entry: &AuditEntry| who(entry)),
        Column::new(t.admin_audit_thing(), |entry: &AuditEntry| thing(entry)),
        Column::new(t.admin_audit_from(), |entry: &AuditEntry| entry.address.clone()),
        Column::new(t.admin_audit_when(), |entry: &AuditEntry| view! { <Ago at=entry.created_at/> }),
    ];
    view! { <Table label=t.admin_audit() name columns rows/> }
}

/// Whoever did it: the address of the account, else its id; nobody where nobody was logged in.
fn who(entry: &AuditEntry) -> AnyView {
    let Some(id) = entry.actor_id else { return "–".into_any() };
    let id = id.to_string();
    let href = with_query(PATH, &[("person", &id)]);
    view! { <a href=href><bdi>{entry.actor.clone().unwrap_or(id)}</bdi></a> }.into_any()
}

/// What it was done to, and what became of it.
fn thing(entry: &AuditEntry) -> String {
    let id = entry.thing_id.filter(|id| Some(*id) != entry.actor_id).map(|id| id.to_string()).unwrap_or_default();
    let change = match (entry.was.as_deref().unwrap_or_default(), entry.became.as_deref().unwrap_or_default()) {
        ("", "") => String::new(),
        ("", became) => became.to_string(),
        (was, "") => format!("{was} → –"),
        (was, became) => format!("{was} → {became}"),
    };
    let parts = [entry.thing.clone(), id, change];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
