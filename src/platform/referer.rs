//! The page that a form was sent from, as far as it is one of ours.

use axum::http::{HeaderMap, HeaderValue, Uri, header};
use url::{Position, Url, form_urlencoded};

use super::site::Site;
use crate::{text::local_path, ui::PAGE_PARAM};

/// Path and query of that page, without the error parameters of an earlier submission of the form.
pub fn page(sent_to: &Uri, headers: &HeaderMap, site: &Site) -> Option<String> {
    let query = sent_to.query().unwrap_or_default().as_bytes();
    let named = form_urlencoded::parse(query).find(|(name, _)| name == PAGE_PARAM);
    let named = named.and_then(|(_, page)| local_path(&page).map(str::to_string));
    named.or_else(|| referred(headers, site))
}

fn referred(headers: &HeaderMap, site: &Site) -> Option<String> {
    let text = |name| headers.get(name).and_then(|v: &HeaderValue| v.to_str().ok());
    let mut page = Url::parse(text(header::REFERER)?).ok()?;
    // A proxy may rewrite `Host`, so our own origin is ours as well.
    let ours = page.origin().ascii_serialization() == site.origin
        || Some(&page[Position::BeforeHost..Position::AfterPort]) == text(header::HOST);
    let last = ["__path", "__err", "done"];
    let kept = page.query_pairs().into_owned().filter(|(name, _)| !last.contains(&name.as_str())).collect::<Vec<_>>();
    page.set_query(None);
    if !kept.is_empty() {
        page.query_pairs_mut().extend_pairs(kept);
    }
    let local = local_path(&page[Position::BeforePath..Position::AfterQuery]).map(str::to_string);
    local.filter(|_| ours)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        Site { origin: "https://jobs.example".into(), ..Site::default() }
    }

    #[test]
    fn one_goes_back_to_a_page_of_ours_and_nowhere_else() {
        let site = site();
        let page = |referer: &'static str| {
            let headers = [(header::REFERER, referer), (header::HOST, "inside:3000")];
            let headers = headers.map(|(name, value)| (name, HeaderValue::from_static(value)));
            page(&Uri::from_static("/api/x"), &headers.into_iter().collect(), &site)
        };
        for (referer, expected) in [
            ("https://jobs.example/login", "/login"),
            ("http://inside:3000/login?next=%2Fx&__path=%2Fapi&__err=e&done=y#top", "/login?next=%2Fx"),
            ("https://jobs.example/login?__err=e", "/login"),
            ("https://jobs.example/jobs?q=a%26b&q=c", "/jobs?q=a%26b&q=c"),
        ] {
            assert_eq!(page(referer).as_deref(), Some(expected), "{referer}");
        }
        for foreign in [
            "https://evil.example/login",
            "https://jobs.example.evil.example/",
            "https://jobs.example@evil.example/",
            "http://jobs.example:81/",
            "https://jobs.example//evil.example/",
            "https://jobs.example/\\\\evil.example/",
            "/login",
            "javascript:alert(1)",
            "",
        ] {
            assert_eq!(page(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn a_page_at_its_forms_address_says_where_it_belongs() {
        let site = site();
        let headers = [(header::REFERER, HeaderValue::from_static("https://jobs.example/api/login"))];
        let headers: HeaderMap = headers.into_iter().collect();
        let page = |uri: &'static str| page(&Uri::from_static(uri), &headers, &site);
        assert_eq!(page("/api/login?for=nobody&at=%2Flogin%3Fnext%3D%2Fa").as_deref(), Some("/login?next=/a"));
        for foreign in ["/api/login", "/api/login?at=//evil.example", "/api/login?at=https://evil.example/"] {
            assert_eq!(page(foreign).as_deref(), Some("/api/login"), "{foreign}");
        }
    }
}
