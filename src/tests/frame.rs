//! What surrounds every page: headers, languages, probes, and pages that are not there.

use axum::http::StatusCode;

use super::support::*;

on_both! {
    async fn pages_carry_the_headers_that_guard_them(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        for path in ["/", "/jobs", "/login", "/settings", "/nowhere", "/jobs/nothing-here"] {
            let page = ada.get(path).await;
            let policy = page.header("content-security-policy");
            for rule in [
                "default-src 'self'",
                "script-src 'self' 'nonce-",
                "'wasm-unsafe-eval'",
                "style-src 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'",
            ] {
                assert!(policy.contains(rule), "{path}: {rule} in {policy:?}");
            }
            assert!(!policy.contains("unsafe-inline"), "{path}: {policy}");
            assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(page.header("x-frame-options"), "DENY", "{path}");
            assert_eq!(page.header("referrer-policy"), "strict-origin-when-cross-origin", "{path}");
            assert_eq!(page.header("cache-control"), "no-store", "{path}");
            assert!(page.header("content-type").starts_with("text/html"), "{path}");
            assert!(!page.header("x-request-id").is_empty(), "{path}");
        }
    }

    async fn inline_scripts_carry_the_nonce_of_their_answer(site: &Site) {
        let visitor = site.visitor();
        let mut nonces = Vec::new();
        for _ in 0..2 {
            let page = visitor.open("/login").await;
            let policy = page.header("content-security-policy").to_string();
            let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_string();
            let scripts = page.attrs("script", "nonce");
            assert!(!scripts.is_empty() && scripts.iter().all(|s| *s == nonce), "{scripts:?} {nonce}");
            assert_eq!(page.page().select(&css("script:not([nonce])")).count(), 0);
            assert!(!page.has("[style], style, [onclick], [onload]"));
            nonces.push(nonce);
        }
        assert_ne!(nonces[0], nonces[1]);
    }

    async fn what_is_not_there_is_a_page_that_says_so(site: &Site) {
        let visitor = site.visitor();
        for path in ["/nowhere", "/jobs/a/b/c", "/employer/nothing", "/%00", "/%FF%FE", "/..%2f..%2fetc%2fpasswd", "/JOBS"] {
            let page = visitor.get(path).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(page.texts("h1"), ["There is nothing here"], "{path}");
            assert!(page.has("header.site-header") && page.has("footer"), "{path}: the whole frame");
            assert_eq!(page.attrs("meta[name=robots]", "content"), ["noindex"], "{path}");
        }
        for path in ["/pkg/nothing.js", "/l10n/xx.ftl", "/favicon.ico"] {
            assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn the_language_is_the_browsers_until_one_is_chosen(site: &Site) {
        let mut visitor = site.visitor();
        visitor.language = "de-AT,en;q=0.5";
        let page = visitor.open("/login").await;
        assert_eq!(page.attrs("html", "lang"), ["de"]);
        assert_eq!(page.texts("h1"), ["Anmelden"]);
        let page = visitor.fill("/login", "choose_language", &[("language", "en"), ("next", "/login")]).await;
        assert_eq!((page.path.as_str(), page.attrs("html", "lang").concat().as_str()), ("/login", "en"));
        assert_eq!(page.texts("h1"), ["Log in"]);
        visitor.language = "tlh";
        assert_eq!(visitor.open("/login").await.texts("h1"), ["Log in"]);
        let odd = visitor.call("choose_language", &[("language", "klingon")]).await;
        assert_eq!(odd.status, StatusCode::BAD_REQUEST);
    }

    async fn the_language_of_an_account_goes_with_it(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        ada.call("choose_language", &[("language", "de")]).await;
        let phone = site.visitor();
        assert_eq!(phone.open("/").await.attrs("html", "lang"), ["en"]);
        phone.login(&ada.email, PASSWORD).await;
        assert_eq!(phone.open("/settings").await.texts("h1"), ["Einstellungen"]);
    }

    async fn the_catalogue_of_a_page_is_served_for_a_year(site: &Site) {
        let visitor = site.visitor();
        let address = visitor.open("/").await.attrs("html", "data-catalogue").concat();
        let catalogue = visitor.open(&address).await;
        assert!(catalogue.text().contains("login-title"));
        assert!(catalogue.header("cache-control").contains("immutable"), "{}", catalogue.header("cache-control"));
    }

    async fn probes_answer(site: &Site) {
        let visitor = site.visitor();
        assert_eq!(visitor.open("/healthz").await.text(), "ok");
        assert_eq!(visitor.open("/readyz").await.text(), "ready");
        assert!(visitor.open("/robots.txt").await.text().contains("Disallow: /employer"));
    }

    async fn a_visitor_gets_no_cookie(site: &Site) {
        let visitor = site.visitor();
        for path in ["/", "/jobs", "/companies", "/login", "/register"] {
            assert!(visitor.open(path).await.cookies().is_empty(), "{path}");
        }
    }

    async fn a_title_and_a_canonical_link_for_each_public_page(site: &Site) {
        let visitor = site.visitor();
        for path in ["/", "/jobs", "/companies", "/register"] {
            let page = visitor.open(path).await;
            assert!(page.texts("title").concat().ends_with("Jobi"), "{path}: {:?}", page.texts("title"));
            assert!(page.attrs("meta[name=description]", "content").concat().len() > 10, "{path}");
            assert_eq!(page.attrs("link[rel=canonical]", "href"), [format!("{ORIGIN}{path}")], "{path}");
            assert_eq!(page.texts("h1").len(), 1, "{path}");
        }
    }
}
