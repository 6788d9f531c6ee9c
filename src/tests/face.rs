//! What operators give the site of their own, and people their browsers.

use axum::http::StatusCode;

use crate::{
    documents::Documents,
    platform::face::{Face, SiteLogo},
};

on_both! {
    async fn a_theme_is_chosen_for_a_browser(site: &Site) {
        let visitor = site.visitor();
        for path in ["/jobs", "/settings/appearance"] {
            assert_eq!(visitor.open(path).await.attrs("html", "data-theme"), [""; 0], "{path}");
        }
        let page = visitor.fill("/jobs?q=x", "choose_theme", &[("theme", "dark"), ("next", "/jobs?q=x")]).await;
        assert_eq!((page.path.as_str(), page.attrs("html", "data-theme").concat().as_str()), ("/jobs?q=x", "dark"));
        assert_eq!(page.texts(".segment[name=theme][aria-pressed=true]"), ["Dark"]);
        assert_eq!(site.visitor().open("/jobs?q=x").await.attrs("html", "data-theme"), [""; 0], "the page is kept for others");
        assert_eq!(visitor.open("/jobs?q=x").await.attrs("html", "data-theme"), ["dark"]);
        let page = visitor.fill("/settings/appearance", "choose_theme", &[("theme", "system")]).await;
        assert_eq!(page.attrs("html", "data-theme"), [""; 0]);
        assert_eq!(visitor.call("choose_theme", &[("theme", "pink")]).await.status, StatusCode::BAD_REQUEST);
    }

    async fn a_site_looks_like_its_operators(site: &Site) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("imprint.md"), "# Imprint & more\nAcme Jobs, Graz").unwrap();
        std::fs::write(folder.path().join("terms.2020-01-01.md"), "# Terms\nOld").unwrap();
        std::fs::write(folder.path().join("terms.2024-01-01.md"), "# Terms\nNew").unwrap();
        let documents = Documents::read(folder.path()).unwrap();
        let logo = SiteLogo { kind: "image/svg+xml", bytes: b"<svg/>".to_vec() };
        let face = Face { name: "Acme <Jobs>".into(), logo: Some(logo), accent: Some(20), footer: "Made in Graz".into() };
        let visitor = site.visitor_with_face(face, documents).await;
        for path in ["/", "/jobs", "/pages/imprint", "/login"] {
            let page = visitor.open(path).await;
            assert_eq!(page.texts(".brand"), ["Acme <Jobs>"], "{path}");
            assert!(page.title().ends_with(" · Acme <Jobs>"), "{path}");
            assert_eq!(page.attrs(".site-footer__links a", "href")[2..], ["/pages/imprint", "/pages/terms"], "{path}");
            assert!(page.texts(".site-footer").concat().contains("Made in Graz"), "{path}");
            assert!(!page.text().contains("Jobi"), "{path}");
            let logo = page.attrs(".brand__mark", "src").concat();
            assert_eq!(visitor.get(&logo).await.text(), "<svg/>", "{path}");
            assert_eq!(page.attrs("link[rel=stylesheet]", "href").last().map(String::as_str), Some("/site.css?v=20"), "{path}");
        }
        assert_eq!(visitor.get("/site.css?v=20").await.text(), ":root { --accent-hue: 20; }\n");
        let page = visitor.open("/pages/terms").await;
        assert_eq!((page.texts("h1"), page.texts(".prose p")), (vec!["Terms".to_string()], vec!["New".to_string()]));
        assert_eq!(page.texts(".page__lead"), ["In force since 1 January 2024"]);
        assert_eq!(page.attrs("main a", "href"), ["/pages/terms?date=2024-01-01", "/pages/terms?date=2020-01-01"]);
        let page = visitor.open("/pages/terms?date=2020-01-01").await;
        assert_eq!((page.texts(".prose p"), page.texts(".notice").len()), (vec!["Old".to_string()], 1));
        for path in ["/pages/privacy", "/pages/terms?date=2021-01-01", "/pages/terms?date=x"] {
            assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}
