//! Companies: as everybody sees them, and as their members edit them.

use std::io::Cursor;

use axum::http::StatusCode;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::{
    fixtures::{NewPosting, pdf},
    support::*,
};
use crate::{
    accounts::MemberRole,
    companies::{self, CompanyProblem},
    error::{AppError, Problem},
};

/// A picture to choose as the logo: black, with a white stripe below.
fn picture(format: ImageFormat, width: u32, height: u32) -> File {
    let mut bytes = Cursor::new(Vec::new());
    let drawn = RgbImage::from_fn(width, height, |_, y| Rgb(if y < height / 2 { [0; 3] } else { [255; 3] }));
    DynamicImage::from(drawn).write_to(&mut bytes, format).unwrap();
    File { field: "logo", name: "logo.png", bytes: bytes.into_inner() }
}

async fn send_logo(client: &Client, file: File) -> Answer {
    client.call_files("/employer/company/logo", &[], &[file]).await
}

async fn names(client: &Client, path: &str) -> (Vec<String>, Option<String>, Option<String>) {
    let page = client.open(path).await;
    let link = |rel: &str| page.attrs(&format!(".pager a[rel={rel}]"), "href").pop();
    (page.texts(".company-grid .company-grid__text > span:first-child"), link("prev"), link("next"))
}

on_both! {
    async fn companies_are_listed_by_name_on_pages(site: &Site) {
        let mut expected = Vec::new();
        for n in 0..26 {
            let name = format!("{} Company {n:02}", if n % 2 == 0 { "alpha" } else { "Beta" });
            site.register_employer(&name).await;
            expected.push(name);
        }
        expected.sort_by_key(|name| name.to_lowercase());
        let visitor = site.visitor();
        let (first, none, next) = names(&visitor, "/companies").await;
        assert_eq!((&first[..], none), (&expected[..24], None));
        site.register_employer("AAA").await;
        let (second, previous, none) = names(&visitor, &next.unwrap()).await;
        assert_eq!((&second[..], none), (&expected[24..], None));
        assert_eq!(names(&visitor, &previous.unwrap()).await.0, expected[..24]);

        assert_eq!(names(&visitor, "/companies?q=BETA+company+0").await.0.len(), 5);
        assert_eq!(names(&visitor, "/companies?q=COMPANY+0").await.0.len(), 10, "wherever it stands");
        for (query, left_out) in
            [("%25", "%"), ("???", "???"), ("%F0%9F%9A%80", "🚀"), ("company+0+!!+%2B%2B", "++"), (&"company+0".repeat(40), "…")]
        {
            let told = visitor.open(&format!("/companies?q={query}")).await.texts(".notice").concat();
            assert!(told.contains("Not searched for") && told.contains(left_out), "{query}: {told}");
        }
        assert_eq!(names(&visitor, &format!("/companies?q={}", "x".repeat(300))).await.0.len(), 0, "not all of them");
        for odd in ["q=%25", "q=_", "q=%00", "q='", "after=x", "before=%00.x", "q=%F4%8F%BF%BF", "after=00000000000000000000000000000000."] {
            visitor.open(&format!("/companies?{odd}")).await;
        }
    }

    async fn companies_are_found_in_every_spelling(site: &Site) {
        for name in ["Müller Söhne", "Straßenbau Łódź", "Node.js Werkstatt", "Blue Sky", "Microsoft Lab", "C# Club", "Company 10"] {
            site.register_employer(name).await;
        }
        let visitor = site.visitor();
        for (q, expected) in [
            ("mueller", vec!["Müller Söhne"]), ("MULLER", vec!["Müller Söhne"]), ("Söhne Müller", vec!["Müller Söhne"]),
            ("strassen", vec!["Straßenbau Łódź"]), ("lodz", vec!["Straßenbau Łódź"]), ("nodejs", vec!["Node.js Werkstatt"]),
            ("BlueSky", vec!["Blue Sky"]), ("blue-sky", vec!["Blue Sky"]), ("soft", vec!["Microsoft Lab"]), ("c#", vec!["C# Club"]),
            ("co", vec!["Company 10"]), ("0", vec![]), ("blue lab", vec![]), ("#", vec!["C# Club"]), ("%", vec![]),
        ] {
            let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", q).finish();
            assert_eq!(names(&visitor, &format!("/companies?{query}")).await.0, expected, "{q}");
        }
    }

    async fn a_company_shows_what_it_has_open(site: &Site) {
        let (acme, beta) = (site.register_employer("Acme").await, site.register_employer("Beta").await);
        for n in 0..22 {
            site.post(&acme, NewPosting { title: &format!("Posting {n:02}"), ..NewPosting::default() }).await;
        }
        site.post(&acme, NewPosting { title: "Draft", state: "draft", ..NewPosting::default() }).await;
        site.post(&beta, NewPosting { title: "Foreign", ..NewPosting::default() }).await;
        site.change("UPDATE companies SET about = 'We <script>alert(1)</script> *grow*', site = 'javascript:alert(1)', city = 'Graz'").await;
        let path = format!("/companies/{}", site.found("SELECT slug FROM companies WHERE name = 'Acme'").await);
        let visitor = site.visitor();
        let page = visitor.open(&path).await;
        assert_eq!(page.texts("h1"), ["Acme"]);
        assert_eq!(page.texts(".prose em"), ["grow"]);
        assert!(!page.text().contains("<script>alert") && !page.has("a[href^='javascript:']"));
        assert_eq!(page.texts(".job-row").len(), 20);
        let next = page.attrs(".pager a[rel=next]", "href").concat();
        assert_eq!(visitor.open(&next).await.texts(".job-row__title"), ["Posting 01", "Posting 00"]);
        assert!(page.texts("main").concat().contains("22"), "how many");
        assert_eq!(page.attrs("link[rel=canonical]", "href"), [format!("{ORIGIN}{path}")]);
        visitor.open(&format!("{path}?after=nonsense")).await;
    }

    async fn a_company_is_edited_by_its_members(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let beta = site.register_employer("Beta").await;
        let posting = site.post(&acme, NewPosting { description: "x", ..NewPosting::default() }).await;
        let fields = [
            ("name", "Acme Gardens"), ("site", "acme.example"), ("about", "We **grow**."), ("city", "Graz"), ("country", "AT"),
            ("size", "11-50"),
        ];
        let page = acme.fill("/employer/company", "save_company", &fields).await;
        assert_eq!(page.toast(), "Your company’s page is saved.");
        let link = page.attrs(".page__actions a", "href").concat();
        let visitor = site.visitor();
        let shown = visitor.open(&link).await;
        assert_eq!(shown.texts("h1"), ["Acme Gardens"]);
        assert_eq!(shown.texts(".prose strong"), ["grow"]);
        assert_eq!(shown.attrs(".facts a", "href"), ["https://acme.example"]);
        assert_eq!(visitor.open("/jobs?q=gardens").await.attrs(".job-row__title a", "href"), [posting.path()], "the search knows");
        assert_eq!(names(&visitor, "/companies?q=acme+g").await.0, ["Acme Gardens"]);
        assert_eq!(beta.form("/employer/company", "save_company", &[]).await.value("name"), Some("Beta"));

        let bad = [("name", " "), ("site", "javascript:alert(1)"), ("country", "XX"), ("size", "7")];
        let answer = acme.call("save_company", &bad).await;
        for (field, _) in bad {
            assert!(answer.error().problem_of(field).is_some(), "{field}: {}", answer.text());
        }
        let page = acme.fill("/employer/company", "save_company", &[("site", "not a site")]).await;
        assert_ne!(page.problem("site"), "");
        assert_eq!(page.attrs("input[name=site]", "value"), ["not a site"]);
    }

    async fn a_logo_is_made_anew_and_small(site: &Site) {
        let acme = site.register_employer("Acme").await;
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let sent = picture(format, 600, 300);
            let form = acme.form("/employer/company", "/employer/company/logo", &[]).await;
            let page = acme.submit_files(&form, &[], std::slice::from_ref(&sent)).await;
            assert_eq!(page.toast(), "The logo is saved.", "{format:?}");
            let path = page.attrs("main img", "src").concat();
            let logo = site.visitor().open(&path).await;
            assert_eq!(logo.header("content-type"), "image/png");
            assert_eq!(logo.header("x-content-type-options"), "nosniff");
            assert!(logo.header("cache-control").contains("immutable"));
            assert!(logo.body != sent.bytes, "nothing of what was sent but its pixels");
            let kept = image::load_from_memory_with_format(&logo.body, ImageFormat::Png).unwrap();
            assert_eq!((kept.width(), kept.height()), (256, 128));
            assert_eq!(site.stored_files("logos"), 1, "the one before is gone");
        }
        let page = acme.fill("/employer/company", "remove_logo", &[]).await;
        assert_eq!(page.toast(), "The logo is removed.");
        assert_eq!(site.stored_files("logos"), 0);
    }

    async fn who_joins_is_told_to_the_others(site: &Site) {
        let (acme, ada) = (site.register_employer("Acme").await, site.register_seeker("Ada").await);
        let path = site.visitor().open("/companies").await.attrs(".company-grid a", "href").remove(0);
        let joined = async |slug: &str| {
            let mut tx = site.state.platform.db.begin().await.unwrap();
            companies::join(&mut tx, slug, site.user_of(&ada).await, "Ada", MemberRole::Owner).await?;
            Ok(tx.commit().await?)
        };
        assert_eq!(joined("nowhere").await, Err(AppError::NotFound));
        assert_eq!(joined(path.trim_start_matches("/companies/")).await, Ok(()));
        let told = acme.open("/notifications").await.texts(".notification__text").concat();
        assert!(told.contains("Ada") && told.contains("Acme"), "{told}");
        assert!(!ada.open("/notifications").await.has(".notification__text"));
    }

    async fn what_is_no_picture_makes_no_logo(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let file = |bytes: &[u8]| File { field: "logo", name: "logo.png", bytes: bytes.to_vec() };
        let mut cut = picture(ImageFormat::Png, 64, 64);
        cut.bytes.truncate(60);
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        for bad in [file(b"<html>"), file(svg), file(b"GIF89a\x01\0\x01\0"), file(&pdf())] {
            let answer = send_logo(&acme, bad).await;
            assert_eq!(answer.error(), AppError::field("logo", Problem::NotAPicture));
        }
        for damaged in [cut, file(b"\x89PNG\r\n\x1a\n")] {
            let answer = send_logo(&acme, damaged).await;
            assert_eq!(answer.error(), AppError::field("logo", Problem::PictureDamaged));
        }
        for (width, height, problem) in [
            (7_000, 8, Problem::PictureTooLarge(6_000)),
            (1, 1, CompanyProblem::LogoTooSmall(16).into()),
        ] {
            let answer = send_logo(&acme, picture(ImageFormat::Png, width, height)).await;
            assert_eq!(answer.error(), AppError::field("logo", problem));
        }
        assert_eq!(send_logo(&acme, file(b"")).await.error(), AppError::field("logo", Problem::EmptyFile));
        let large = send_logo(&acme, file(&vec![0; 5 * 1024 * 1024 + 1])).await;
        assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
        let ada = site.register_seeker("Ada").await;
        assert_eq!(send_logo(&ada, picture(ImageFormat::Png, 8, 8)).await.status, StatusCode::FORBIDDEN);
        assert_eq!(send_logo(&site.visitor(), picture(ImageFormat::Png, 8, 8)).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(site.stored_files("logos"), 0);
        for name in ["x", "..%2fjobi.db", "%00.png", "00000000000000000000000000000000.png"] {
            assert_eq!(site.visitor().get(&format!("/logos/{name}")).await.status, StatusCode::NOT_FOUND, "{name}");
        }
    }
}
