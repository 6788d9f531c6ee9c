use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use uuid::Uuid;

use crate::{
    accounts::me,
    l10n::{arg, t},
    live::live,
    messages::{
        ConversationChanged, ConversationRow, ConversationState, MessageChanged, MessageHit, ReadUpTo,
        Show as ShowConversations, api::LoadConversations,
    },
    paging::Page,
    text::with_query,
    ui::{Empty, LinkButton, Load, PageHead, PageMeta, Pager, Since},
};

/// Messages that stand below one that a search has found.
const NEWER_BELOW: i64 = 10;

/// `/messages`: every conversation, the newest first.
#[component]
pub fn MessagesPage() -> impl IntoView {
    view! {
        <PageMeta title=t().messages_title() noindex=true/>
        <PageHead title=t().messages_title() lead=t().messages_lead()/>
        <div class="with-sidebar messages">
            <Conversations current=None/>
            <p class="messages__choose muted">{t().messages_choose()}</p>
        </div>
    }
}

/// What the list is narrowed to, as the address says it.
fn param(name: &'static str) -> String {
    use_query_map().with(|query| query.get_str(name).unwrap_or_default().to_string())
}

/// The conversations that the address asks for; they change as messages come.
#[component]
pub(super) fn Conversations(current: Option<Uuid>) -> impl IntoView {
    let again = live()
        .changes(|heard| heard.is::<MessageChanged>() || heard.is::<ConversationChanged>() || heard.is::<ReadUpTo>());
    // Beside a thread the address pages through that.
    let page = move |side| if current.is_none() { param(side) } else { String::new() };
    let ask =
        move || LoadConversations { q: param("q"), show: param("show"), after: page("after"), before: page("before") };
    view! {
        <nav class:messages__list--beside=current.is_some() aria-label=t().messages_list()>
            <ConversationSearch/>
            <Load ask again view=move |page| view! { <ConversationRows page current/> }.into_any()/>
        </nav>
    }
}

#[component]
fn ConversationSearch() -> impl IntoView {
    let t = t();
    let (q, show) = (untrack(|| param("q")), untrack(|| param("show")));
    view! {
        <form method="get" action="/messages" class="messages__search" role="search">
            <input class="field__input" type="search" name="q" dir="auto" value=q maxlength="100" aria-label=t.messages_search() placeholder=t.messages_search()/>
            <select class="field__input" name="show" aria-label=t.messages_show()>
                {ShowConversations::choices()
                    .into_iter()
                    .map(|(value, label)| view! { <option value=value.clone() selected=value == show>{label}</option> })
                    .collect_view()}
            </select>
            <button class="button" type="submit">{t.messages_search_action()}</button>
        </form>
    }
}

#[component]
fn ConversationRows(page: Page<ConversationRow>, current: Option<Uuid>) -> impl IntoView {
    let t = t();
    let (q, show) = (untrack(|| param("q")), untrack(|| param("show")));
    if page.rows.is_empty() && page.before.is_none() {
        return match q.is_empty() && show.is_empty() {
            true => {
                let seeks = me().is_some_and(|me| me.role == crate::accounts::Role::Seeker);
                let text = if seeks { t.messages_empty_seeker() } else { t.messages_empty_company() };
                view! { <Empty title=t.messages_empty() text/> }.into_any()
            }
            false => view! {
                <Empty title=t.messages_none_found() text=t.messages_none_found_text()>
                    <LinkButton href="/messages" label=t.messages_all()/>
                </Empty>
            }
            .into_any(),
        };
    }
    let search = with_query("", &[("q", &*q), ("show", &*show)]);
    let href =
        move |side: &'static str, key: &str| with_query("/messages", &[("q", &*q), ("show", &*show), (side, key)]);
    view! {
        <ul class="conversations" role="list">
            {page.rows.into_iter().map(|row| view! { <ConversationLink row current search=search.clone()/> }).collect_view()}
        </ul>
        <Pager before=page.before after=page.after href/>
    }
    .into_any()
}

/// The query and fragment of a message that was found, with some that are newer below it.
fn place_of_hit(search: &str, seq: i64, newer: i64) -> String {
    let before = if newer > NEWER_BELOW { format!("&before={}", seq + NEWER_BELOW + 1) } else { String::new() };
    format!("{search}{before}#message-{seq}")
}

#[component]
fn ConversationLink(
    row: ConversationRow,
    current: Option<Uuid>,
    /// What the list is narrowed to, as a query.
    search: String,
) -> impl IntoView {
    let t = t();
    let here = (current == Some(row.id)).then_some("page");
    let badge =
        (row.state != ConversationState::Open).then(|| view! { <span class="badge">{row.state.label()}</span> });
    let unread = (row.unread > 0).then(|| {
        view! {
            <span class="count" aria-hidden="true">{row.unread}</span>
            <span class="visually-hidden">{t.messages_unread(row.unread)}</span>
        }
    });
    let (place, found) = match row.hit {
        Some(MessageHit { seq, excerpt, newer }) => (place_of_hit(&search, seq, newer), Some(excerpt)),
        None => (format!("{search}#end"), None),
    };
    let newest = || match (row.mine, row.colleague) {
        (None, _) => t.conversation_empty(),
        (Some(_), _) if row.last_text.is_empty() => t.conversation_deleted(),
        (Some(true), Some(name)) => t.messages_of_colleague(arg::Name(name), arg::Text(row.last_text)),
        (Some(true), None) => t.messages_mine(row.last_text),
        (Some(false), _) => row.last_text,
    };
    let last = found.unwrap_or_else(newest);
    view! {
        <li class="conversation" class:conversation--unread=row.unread.gt(&0)>
            <a class="conversation__link" href=format!("/messages/{}{place}", row.id) aria-current=here>
                <span class="conversation__with" dir="auto">{row.with}</span>
                <Since at=row.last_at/>
                <span class="conversation__title"><span class="conversation__posting" dir="auto">{row.title}</span> {badge}</span>
                <span class="conversation__last muted" dir="auto">{last}</span>
                {unread}
            </a>
        </li>
    }
}
