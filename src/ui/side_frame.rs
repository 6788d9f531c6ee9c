//! Pages that belong together, with the ways between them at their side.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The navigation, and one of the pages that it leads to. A page that lies behind one of them counts as that one.
#[component]
pub fn SideFrame(
    label: String,
    /// Addresses and names.
    links: Vec<(&'static str, String)>,
    children: Children,
) -> impl IntoView {
    let path = use_location().pathname;
    let all: Vec<_> = links.iter().map(|(href, _)| *href).collect();
    let here = Memo::new(move |_| path.with(|path| nearest(&all, path)));
    let link = move |(href, text): (&'static str, String)| {
        let current = move || (here.get() == Some(href)).then_some("page");
        view! { <a href=href aria-current=current>{text}</a> }
    };
    view! {
        <div class="with-sidebar dashboard">
            <nav class="dashboard__nav" aria-label=label>{links.into_iter().map(link).collect_view()}</nav>
            <div class="dashboard__main">{children()}</div>
        </div>
    }
}

/// The page itself, or the one that it lies behind.
fn nearest(all: &[&'static str], path: &str) -> Option<&'static str> {
    let leads = |href: &&&str| path.strip_prefix(**href).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    all.iter().filter(leads).max_by_key(|href| href.len()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_page_is_the_current_one() {
        let all = ["/settings", "/settings/security", "/employer/team"];
        for (path, current) in [
            ("/settings", Some("/settings")),
            ("/settings/other", Some("/settings")),
            ("/settings/security/app", Some("/settings/security")),
            ("/settings/securityx", Some("/settings")),
            ("/employer", None),
        ] {
            assert_eq!(nearest(&all, path), current, "{path}");
        }
    }
}
