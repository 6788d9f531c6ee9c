//! On a wide screen the posting that is chosen opens beside the list. The list's address names it, so that Back closes
//! it; elsewhere, and without scripts, a row is the link to the posting's own page.

#[cfg(feature = "hydrate")]
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{ev, html::H2, prelude::*};
#[cfg(not(feature = "ssr"))]
use leptos::{
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlAnchorElement, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition},
};
use leptos_router::hooks::use_query_map;
#[cfg(not(feature = "ssr"))]
use leptos_router::{NavigateOptions, hooks::use_navigate};

#[cfg(feature = "hydrate")]
use super::job::OpenJob;
use crate::{
    jobs::{JobQuery, seen::SeenChanged},
    l10n::t,
    text::is_slug,
    ui::{Icon, IconName, Skeleton},
};

/// The address's parameter that names the posting.
const PARAM: &str = "job";
/// From here on a posting finds room beside its list (style/pages/jobs.css).
#[cfg(not(feature = "ssr"))]
const WIDE: &str = "(width >= 1180px)";
/// The links of the rows.
#[cfg(not(feature = "ssr"))]
const LINKS: &str = ".jobs-list .job-row__title > a";

/// The posting beside the list.
#[derive(Clone, Copy)]
pub(super) struct Beside {
    query: Signal<JobQuery>,
    /// Whether there is room; not before hydration.
    #[cfg_attr(feature = "ssr", expect(dead_code, reason = "only browsers have room"))]
    wide: RwSignal<bool>,
    /// Its slug.
    pub open: Memo<Option<String>>,
    /// Whether its heading gets the focus once it is there.
    focuses: RwSignal<bool>,
    #[cfg(not(feature = "ssr"))]
    navigate: StoredValue<Navigate, LocalStorage>,
}

#[cfg(not(feature = "ssr"))]
type Navigate = Box<dyn Fn(&str, NavigateOptions)>;

impl Beside {
    pub fn of(query: Signal<JobQuery>) -> Self {
        provide_context(SeenChanged(RwSignal::new(0)));
        let (wide, named) = (RwSignal::new(false), use_query_map());
        let open = Memo::new(move |_| {
            let slug = named.with(|query| query.get(PARAM)).filter(|slug| is_slug(slug));
            slug.filter(|_| wide.get())
        });
        let this = Self {
            query,
            wide,
            open,
            focuses: RwSignal::new(false),
            #[cfg(not(feature = "ssr"))]
            navigate: StoredValue::new_local(Box::new(use_navigate())),
        };
        provide_context(this);
        #[cfg(not(feature = "ssr"))]
        this.begin();
        this
    }

    /// The address of the list with a posting beside it, or with none.
    fn href(self, slug: Option<&str>) -> String {
        let list = self.query.with_untracked(JobQuery::href);
        match slug {
            Some(slug) => format!("{list}{}{PARAM}={slug}", if list.contains('?') { '&' } else { '?' }),
            None => list,
        }
    }

    /// The heading of what was opened is there: one reads from the top, and a click or Enter has meant to read.
    pub fn shown(self, heading: NodeRef<H2>) {
        Effect::new(move || {
            let Some(heading) = heading.get() else { return };
            if let Some(pane) = heading.closest(".jobs-beside").ok().flatten() {
                pane.set_scroll_top(0);
            }
            if self.focuses.get_untracked() {
                self.focuses.set(false);
                _ = heading.focus();
            }
        });
    }

    /// Opens what a click on a row's link means, where there is room.
    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers click"))]
    pub fn click(self, click: &ev::MouseEvent) {
        #[cfg(not(feature = "ssr"))]
        {
            let modified = click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key();
            if !self.wide.get_untracked() || modified || click.button() != 0 {
                return;
            }
            let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
            let link = target.and_then(|target| target.closest(LINKS).ok().flatten());
            if let Some(slug) = link.and_then(|link| slug_of(&link.unchecked_into())) {
                click.prevent_default();
                self.focuses.set(true);
                self.go(Some(&slug));
            }
        }
    }
}

#[cfg(not(feature = "ssr"))]
fn slug_of(link: &HtmlAnchorElement) -> Option<String> {
    link.pathname().strip_prefix("/jobs/").map(String::from)
}

#[cfg(not(feature = "ssr"))]
impl Beside {
    fn begin(self) {
        let look = move || {
            let room = window().match_media(WIDE).ok().flatten();
            _ = self.wide.try_set(room.is_some_and(|room| room.matches()));
        };
        // Not while the page is hydrated, which knows of no room.
        Effect::new(look);
        let resize = window_event_listener(ev::resize, move |_| look());
        let keys = window_event_listener(ev::keydown, move |event| self.key(&event));
        on_cleanup(move || {
            resize.remove();
            keys.remove();
        });
    }

    fn go(self, slug: Option<&str>) {
        // Back closes what is open, however many were looked at.
        let replace = self.open.with_untracked(Option::is_some) && slug.is_some();
        let options = NavigateOptions { scroll: false, replace, ..Default::default() };
        self.navigate.with_value(|navigate| navigate(&self.href(slug), options));
    }

    /// j and k walk the list, Escape closes what is open.
    fn key(self, event: &ev::KeyboardEvent) {
        let typed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let typing = typed.is_some_and(|el| {
            el.closest("input, textarea, select, [contenteditable], details[open].menu").is_ok_and(|at| at.is_some())
        });
        if event.default_prevented() || typing || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "j" => self.walk(1),
            "k" => self.walk(-1),
            "Escape" if self.open.with_untracked(Option::is_some) => self.go(None),
            _ => return,
        }
        event.prevent_default();
    }

    fn walk(self, by: i32) {
        let links = links();
        let focused = document().active_element();
        let open = self.open.get_untracked();
        let is_at = |link: &HtmlAnchorElement| focused.as_ref().is_some_and(|focused| link.is_same_node(Some(focused)));
        let at = links
            .iter()
            .position(is_at)
            .or_else(|| links.iter().position(|link| open.is_some() && slug_of(link) == open));
        let to = at.map_or(0, |at| at as i32 + by);
        if let Some(link) = usize::try_from(to).ok().and_then(|to| links.get(to)) {
            _ = link.unchecked_ref::<HtmlElement>().focus();
            if open.is_some() {
                self.go(slug_of(link).as_deref());
            }
        }
    }

    /// Marks the row of what is open.
    fn mark(self, open: Option<&str>) {
        for link in links() {
            let is_open = open.is_some() && slug_of(&link).as_deref() == open;
            _ = match is_open {
                true => link.set_attribute("aria-current", "true"),
                false => link.remove_attribute("aria-current"),
            };
            if is_open {
                let options = ScrollIntoViewOptions::new();
                options.set_block(ScrollLogicalPosition::Nearest);
                link.scroll_into_view_with_scroll_into_view_options(&options);
            }
        }
    }
}

#[cfg(not(feature = "ssr"))]
fn links() -> Vec<HtmlAnchorElement> {
    let Ok(found) = document().query_selector_all(LINKS) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}

/// The posting, whose code is loaded when the first one is opened: no list needs it.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers have room beside the list"))]
fn load_posting(slug: Signal<String>) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    return Suspend::new(send_wrapper::SendWrapper::new(async move {
        crate::ui::load_part(preload_posting).await;
        open_posting(slug).await.unwrap_or_else(|_| ().into_any())
    }));
}

#[cfg(feature = "hydrate")]
#[wasm_split(open_posting, wasm_split_path = leptos::wasm_split, preload(preload_posting), fallible)]
fn open_posting(slug: Signal<String>) -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <OpenJob slug beside=true/> }.into_any())
}

/// The posting, and the way to close it.
#[component]
pub(super) fn PostingBeside(
    beside: Beside,
    /// Changes when the list does.
    #[prop(into)]
    list: Signal<Option<super::filters::Found>>,
) -> impl IntoView {
    #[cfg(not(feature = "ssr"))]
    Effect::new(move || {
        list.track();
        let open = beside.open.get();
        // Rows find their new widths first.
        request_animation_frame(move || beside.mark(open.as_deref()));
    });
    #[cfg(feature = "ssr")]
    let _ = list;
    let slug =
        Memo::new(move |before: Option<&String>| beside.open.get().or_else(|| before.cloned()).unwrap_or_default());
    let is_open = Memo::new(move |_| beside.open.with(Option::is_some));
    move || {
        is_open.get().then(|| {
            view! {
                <section class="jobs-beside" aria-label=t().jobs_beside()>
                    <a class="button button--quiet button--icon jobs-beside__close" href=move || { beside.query.track(); beside.href(None) } data-noscroll="">
                        <Icon name=IconName::Close/>
                        <span class="visually-hidden">{t().jobs_close()}</span>
                    </a>
                    <Suspense fallback=Skeleton>{load_posting(slug.into())}</Suspense>
                </section>
            }
        })
    }
}
