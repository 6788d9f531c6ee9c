//! Companies as everybody sees them.

use super::{fixtures::NewPosting, support::*};

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
        assert_eq!(names(&visitor, "/companies?q=company").await.0.len(), 0, "names begin so");
        for odd in ["q=%25", "q=_", "q=%00", "q='", "after=x", "before=%00.x", "q=%F4%8F%BF%BF", "after=00000000000000000000000000000000."] {
            visitor.open(&format!("/companies?{odd}")).await;
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
}
