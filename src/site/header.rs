//! Header and footer of every page.

use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::{components::A, hooks::use_location};
use uuid::Uuid;

#[cfg(not(feature = "ssr"))]
use crate::ui::drafts::forget_all_of;
use crate::{
    accounts::{Action, Me, Role, api::ActFor, me},
    l10n::{Locale, locale, t},
    notifications::UnreadTalks,
    ui::{Icon, IconName, PageSession, menu::Menu, owned, page_session},
};

const MESSAGES: &str = "/messages";

/// The links of the navigation: public pages, and those of one's role.
fn places(me: Option<&Me>) -> Vec<(&'static str, String)> {
    let t = t();
    let mut all = vec![("/jobs", t.nav_jobs()), ("/companies", t.nav_companies())];
    match me.map(|m| m.role) {
        Some(Role::Seeker) => all.extend([
            ("/jobs/for-me", t.nav_for_me()),
            ("/applications", t.nav_applications()),
            ("/resumes", t.nav_resumes()),
        ]),
        Some(Role::Employer) => all.push(("/employer", t.nav_employer())),
        None => {}
    }
    if me.is_some_and(|me| me.company.is_none() || me.may(Action::Write)) {
        all.push((MESSAGES, t.nav_messages()));
    }
    all
}

/// Whether a page belongs to a place of the navigation: the place itself, or what lies behind it.
fn is_within(path: &str, place: &str) -> bool {
    let behind = path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    behind && !(place == "/jobs" && path == "/jobs/for-me")
}

/// Brand, navigation, account menu, and what features add in between.
#[component]
pub fn SiteHeader(children: Children) -> impl IntoView {
    let me = me();
    let path = use_location().pathname;
    let links = move |me: Option<&Me>| {
        let link = move |(href, text): (&'static str, String)| {
            let current = move || path.with(|p| is_within(p, href).then_some("page"));
            let count = (href == MESSAGES).then(|| view! { <UnreadTalksCount/> });
            view! { <a href=href aria-current=current>{text} {count}</a> }
        };
        places(me).into_iter().map(link).collect_view()
    };
    let session = page_session();
    let ended = move || session.get() == PageSession::Ended;
    let account = {
        let me = me.clone();
        move || match me.clone().filter(|_| !ended()) {
            Some(me) => view! { <AccountMenu me/> }.into_any(),
            None => view! {
                <a href="/login">{t().nav_login()}</a>
                <a class="button button--primary" href="/register">{t().nav_register()}</a>
            }
            .into_any(),
        }
    };
    let login = me.is_none().then(|| view! { <hr/> <a href="/login">{t().nav_login()}</a> });
    let menu_button = view! { <Icon name=IconName::Menu/> <span class="visually-hidden">{t().nav_menu()}</span> };
    view! {
        <header class="site-header" class:site-header--ended=ended>
            <div class="site-header__inner">
                <A href="/" attr:class="brand">"Jobi"</A>
                <nav class="site-nav" aria-label=t().nav_label()>{links(me.as_ref())}</nav>
                <div class="site-header__end">{children()} {account}</div>
                <Menu class="menu site-menu" button_class="button button--quiet button--icon" button=menu_button.into_any()>
                    <nav class="menu__panel" aria-label=t().nav_label()>{links(me.as_ref())} {login}</nav>
                </Menu>
            </div>
        </header>
    }
}

/// How many conversations have something new, behind the link to them.
#[component]
fn UnreadTalksCount() -> impl IntoView {
    let UnreadTalks(talks) = expect_context();
    move || {
        let count = talks.get();
        (count > 0).then(|| {
            view! {
                <span class="count" aria-hidden="true">{count.min(99)}</span>
                <span class="visually-hidden">{t().nav_messages_unread(count)}</span>
            }
        })
    }
}

#[component]
fn AccountMenu(me: Me) -> impl IntoView {
    let id = me.id;
    let switch = (!me.hats.is_empty()).then(|| view! { <SwitchForm me=me.clone()/> });
    let admin = me.staff.map(|_| view! { <a href="/admin">{t().admin_title()}</a> });
    let profile = (me.role == Role::Seeker).then(|| view! { <a href="/profile">{t().nav_profile()}</a> });
    view! {
        <Menu button=view! { <Icon name=IconName::User/> <span class="menu__name" dir="auto">{me.name}</span> }.into_any()>
            <div class="menu__panel">
                {profile}
                <a href="/settings">{t().nav_settings()}</a>
                {admin}
                <hr/>
                {switch}
                <form method="post" action=owned("/api/logout") on:submit=move |_| offer_to_delete_drafts(id)>
                    <button type="submit">{t().nav_logout()}</button>
                </form>
            </div>
        </Menu>
    }
}

/// What somebody acts as, with a button for each of their companies, and one for a job seeker.
#[component]
fn SwitchForm(me: Me) -> impl IntoView {
    let hats = me.hats.into_iter().map(|hat| (Some(hat.company), hat.name, hat.role.label()));
    let hats = hats.chain([(None, t().switch_seeker(), String::new())]);
    let buttons = hats.map(|(company, name, role)| {
        let pressed = if company == me.company { "true" } else { "false" };
        let value = company.map(|id| id.to_string()).unwrap_or_default();
        view! {
            <button type="submit" name="company" value=value aria-pressed=pressed>
                <bdi>{name}</bdi> <span class="muted">{role}</span>
            </button>
        }
    });
    view! {
        <form method="post" action=owned(ActFor::PATH) aria-label=t().switch_label()>{buttons.collect_view()}</form>
        <hr/>
    }
}

/// Offers to delete the drafts in this browser at logout.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers keep something"))]
fn offer_to_delete_drafts(person: Uuid) {
    #[cfg(not(feature = "ssr"))]
    forget_all_of(person, || window().confirm_with_message(&t().drafts_forget()).unwrap_or_default());
}

/// The page's foot, with the choice of language.
#[component]
pub fn SiteFooter() -> impl IntoView {
    let location = use_location();
    let here = move || {
        format!(
            "{}{}",
            location.pathname.get(),
            location.search.with(|s| match s.is_empty() {
                true => String::new(),
                false => format!("?{}", s.trim_start_matches('?')),
            })
        )
    };
    let choice = |of: Locale| {
        let current = (of == locale()).then_some("true");
        view! {
            <button class="button button--quiet button--small" name="language" value=of.to_string() lang=of.to_string() aria-pressed=current>
                {of.language_name()}
            </button>
        }
    };
    view! {
        <footer class="site-footer">
            <p>{t().footer_about()}</p>
            <form method="post" action=owned("/api/choose_language") class="cluster" aria-label=t().footer_language()>
                <Icon name=IconName::Globe/>
                <input type="hidden" name="next" value=here/>
                {Locale::iter().copied().map(choice).collect_view()}
            </form>
        </footer>
    }
}
