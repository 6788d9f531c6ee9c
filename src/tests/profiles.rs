//! Profiles, preferences, and the postings that fit.

use super::fixtures::{NewPosting, Posting};
use crate::{
    error::{AppError, Problem},
    profiles::JobsForMe,
};

/// An empty form, but for one field.
fn only<'a>(fields: &[&'a str], field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let rest = fields.iter().filter(|name| **name != field).map(|name| (*name, ""));
    rest.chain([(field, value)]).collect()
}

const PROFILE: [&str; 6] = ["headline", "place", "phone", "about", "skills", "links"];
const PREFERENCES: [&str; 3] = ["titles", "places", "least_pay"];

on_both! {
    async fn a_profile_is_kept_as_written(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let fields = [
            ("headline", "Engineer & <poet>"), ("place", "London"), ("phone", "+44 20 1234567"), ("about", "Line one\n\nLine two"),
            ("skills", "Rust, SQL, rust"), ("links", "ada.example\nhttps://b.example/x"),
        ];
        let page = ada.fill("/profile", "save_profile", &fields).await;
        assert_eq!(page.toast(), "Your profile is saved.");
        let form = ada.form("/profile", "save_profile", &[]).await;
        assert_eq!(form.value("headline"), Some("Engineer & <poet>"));
        assert_eq!(form.value("about").map(str::trim), Some("Line one\n\nLine two"));
        assert_eq!(form.value("skills").map(str::trim), Some("Rust, SQL"));
        assert_eq!(form.value("links").map(str::trim), Some("https://ada.example\nhttps://b.example/x"));
        let again = ada.fill("/profile", "save_profile", &[("headline", "Countess")]).await;
        assert_eq!(again.toast(), "Your profile is saved.");
        assert_eq!(site.found("SELECT place FROM profiles").await, "London", "the rest stays");
    }

    async fn a_profile_is_bounded(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let (line, text) = ("x".repeat(121), "x".repeat(4_001));
        for (field, value, problem) in [
            ("headline", line.as_str(), Problem::TooLong(120)),
            ("about", &text, Problem::TooLong(4_000)),
            ("phone", "call me", Problem::NotAPhone),
            ("links", "javascript:alert(1)", Problem::NotAnAddress),
        ] {
            let answer = ada.call("save_profile", &only(&PROFILE, field, value)).await;
            assert_eq!(answer.error(), AppError::field(field, problem));
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM profiles").await, 0);
    }

    async fn what_fits_is_shown_with_its_reasons(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let rust = NewPosting {
            title: "Rust Engineer", category: "engineering", skills: "Rust\nSQL", workplace: "remote", city: "",
            pay: Some((60_000, 80_000, "EUR")), ..NewPosting::default()
        };
        site.post(&acme, rust.clone()).await;
        site.post(&acme, NewPosting { title: "Engineer", skills: "", ..rust.clone() }).await;
        site.post(&acme, NewPosting { title: "Rust Engineer, badly paid", pay: Some((20_000, 30_000, "EUR")), ..rust.clone() }).await;
        site.post(&acme, NewPosting { title: "Rust Engineer, elsewhere", workplace: "on_site", city: "Paris", ..rust.clone() }).await;
        site.post(&acme, NewPosting { title: "Rust Engineer, over", state: "closed", ..rust }).await;
        site.post(&acme, NewPosting::default()).await;

        let empty = ada.open("/jobs/for-me").await;
        assert!(empty.has(".empty"), "nothing has been said yet");
        ada.fill("/profile", "save_profile", &[("skills", "rust, Poetry")]).await;
        let page = ada.fill("/profile", "save_preferences", &[
            ("titles", "Rust Engineer"), ("categories[]", "engineering"), ("categories[]", "data"), ("places", "Graz"),
            ("least_pay", "60.000"),
        ]).await;
        assert_eq!((page.path_only(), page.toast().as_str()), ("/jobs/for-me", "Your preferences are saved."));
        assert_eq!(page.texts(".job-row__title"), ["Rust Engineer", "Engineer"], "best first");
        let reasons = page.texts(".job-row:first-child .reasons").concat();
        for reason in ["Rust Engineer", "Rust", "Engineering", "Remote", "60,000"] {
            assert!(reasons.contains(reason), "{reason} in {reasons}");
        }
        let form = ada.form("/profile", "save_preferences", &[]).await;
        assert_eq!((form.value("titles"), form.value("least_pay")), (Some("Rust Engineer"), Some("60000")));
        let fits: JobsForMe = ada.call("load_jobs_for_me", &[]).await.json();
        assert!(fits.chosen && fits.fits.len() == 2);
    }

    async fn pay_is_compared_across_currencies_and_what_is_far_comes_last(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let rust = NewPosting {
            title: "Rust Engineer", category: "engineering", workplace: "remote", city: "Linz", country: "AT",
            pay: Some((60_000, 80_000, "EUR")), ..NewPosting::default()
        };
        site.post(&acme, NewPosting { title: "Near", workplace: "on_site", ..rust.clone() }).await;
        site.post(&acme, NewPosting { title: "Francs", city: "Zürich", country: "CH", pay: Some((60_000, 70_000, "CHF")), ..rust.clone() }).await;
        site.post(&acme, NewPosting { title: "Crowns", city: "Praha", country: "CZ", pay: Some((600_000, 700_000, "CZK")), ..rust.clone() }).await;
        site.post(&acme, NewPosting { title: "Rust Engineer far away", city: "Austin", country: "US", pay: Some((150_000, 200_000, "USD")), ..rust }).await;
        let fits = async |fields: &[(&str, &str)]| {
            ada.fill("/profile", "save_preferences", fields).await;
            let fits: JobsForMe = ada.call("load_jobs_for_me", &[]).await.json();
            fits.fits.into_iter().map(|fit| fit.card.title).collect::<Vec<_>>()
        };
        let wanted = [("titles", "Rust Engineer"), ("categories[]", "engineering"), ("least_pay", "60.000")];
        assert_eq!(fits(&wanted).await[0], "Rust Engineer far away", "nobody knows where she is");
        let in_linz = [&wanted[..], &[("places", "Linz")]].concat();
        assert_eq!(fits(&in_linz).await, ["Near", "Francs", "Rust Engineer far away"], "postings tell where Linz is");
        ada.fill("/profile", "save_profile", &[("place", "Vienna")]).await;
        let anywhere = [&wanted[..], &[("places", "")]].concat();
        assert_eq!(fits(&anywhere).await.last().unwrap(), "Rust Engineer far away");
        let page = ada.open("/jobs/for-me").await;
        assert!(page.texts(".reasons").concat().contains("about 60,000 €"), "{:?}", page.texts(".reasons"));

        let slug = site.found("SELECT slug FROM postings WHERE title = 'Near'").await;
        let id = site.found_id("SELECT id FROM postings WHERE title = 'Near'").await;
        ada.apply(&Posting { id, slug }).await;
        let titles = ada.open("/jobs/for-me").await.texts(".job-row__title");
        assert!(titles.contains(&"Near Applied".to_string()), "{titles:?}");
    }

    async fn wanted_places_have_many_names(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        site.post(&acme, NewPosting { title: "A", city: "München", country: "DE", ..NewPosting::default() }).await;
        site.post(&acme, NewPosting { title: "B", city: "Wien", country: "AT", ..NewPosting::default() }).await;
        for (place, expected) in [("Munich", "A"), ("Muenchen", "A"), ("Vienna", "B"), ("Österreich", "B"), ("Germany, Vienna", "AB"), ("Paris", "")] {
            ada.fill("/profile", "save_preferences", &[("titles", ""), ("places", place)]).await;
            let fits: JobsForMe = ada.call("load_jobs_for_me", &[]).await.json();
            let mut titles: Vec<_> = fits.fits.into_iter().map(|fit| fit.card.title).collect();
            titles.sort();
            assert_eq!(titles.concat(), expected, "{place}");
        }
    }

    async fn odd_preferences_are_refused(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        for (field, problem_of, value) in [
            ("categories[]", "categories", "nothing"), ("workplaces[]", "workplaces", "moon"), ("employment_types[]", "employment_types", "x"),
            ("least_pay", "least_pay", "much"), ("least_pay", "least_pay", "-5"), ("currency", "currency", "XXX"),
        ] {
            let mut fields = only(&PREFERENCES, field, value);
            if field != "currency" {
                fields.push(("currency", "EUR"));
            }
            let answer = ada.call("save_preferences", &fields).await;
            assert!(answer.error().problem_of(problem_of).is_some(), "{field}: {:?}", answer.text());
        }
    }
}
