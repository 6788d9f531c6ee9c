//! The site's staff: nothing without a second factor, nothing for others; invitations; and the first run.

use axum::http::StatusCode;

use super::{routes::world, support::*};
use crate::{
    accounts::{
        AccountProblem, Email, StaffRole,
        second_factor::Protection,
        staff::{invite, setup_link},
    },
    admin::{AuditLog, Overview, WaitingReport},
    error::AppError,
};

const PAGES: [&str; 3] = ["/admin", "/admin/reports", "/admin/audit"];
const READS: [&str; 3] = ["load_admin", "load_reports", "load_audit_log"];

fn token(link: &str) -> &str {
    link.split_once("token=").expect("a token").1
}

async fn begin_setup(site: &Site) -> Option<String> {
    let link = setup_link(&site.state.platform.db, &site.state.platform.site).await.unwrap();
    link.map(|link| link.strip_prefix(ORIGIN).expect("of this site").to_string())
}

async fn invited(site: &Site, email: &str, staff: Option<StaffRole>) -> String {
    let mut tx = site.state.platform.db.begin().await.unwrap();
    let link = invite(&mut tx, ORIGIN, &Email::parse(email).unwrap(), staff).await.unwrap();
    tx.commit().await.unwrap();
    link.strip_prefix(ORIGIN).expect("of this site").to_string()
}

on_both! {
    async fn staff_needs_a_second_factor(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        site.put_on_staff(&ada, Some(StaffRole::Admin)).await;
        for page in PAGES {
            let page = ada.get(page).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN);
            assert_eq!(page.attrs(".empty a", "href"), ["/settings/security"], "the way to one");
        }
        for function in READS {
            assert_eq!(ada.call(function, &[]).await.error(), AppError::FactorNeeded, "{function}");
        }
        let none = uuid::Uuid::now_v7().to_string();
        assert_eq!(ada.call("handle_report", &[("id", &none)]).await.error(), AppError::FactorNeeded);
        assert!(ada.open("/settings/security").await.text().contains("your account needs a second factor"));
        site.give_app(&ada).await;
        for page in PAGES {
            ada.open(page).await;
        }
        // The last factor of staff stays.
        let keep = AppError::refused(AccountProblem::StaffNeedsFactor);
        assert_eq!(ada.call("remove_app", &[("remove_app_password", PASSWORD)]).await.error(), keep);
        assert_eq!(site.count("SELECT COUNT(*) FROM authenticator_apps WHERE secret IS NOT NULL").await, 1);
        site.put_on_staff(&ada, None).await;
        assert_eq!(ada.get("/admin").await.status, StatusCode::NOT_FOUND, "at once");
        assert_eq!(ada.call("remove_app", &[("remove_app_password", PASSWORD)]).await.status, StatusCode::OK);
    }

    async fn roles_do_what_the_table_says(site: &Site) {
        let world = world(site).await;
        let [_, ada, bob, ..] = &world.people;
        for (person, role) in [(ada, StaffRole::Admin), (bob, StaffRole::Moderator)] {
            site.put_on_staff(person, Some(role)).await;
            site.give_app(person).await;
        }
        for (page, moderator) in PAGES.iter().zip([200, 200, 403]) {
            assert_eq!(ada.get(page).await.status, StatusCode::OK, "{page}");
            assert_eq!(bob.get(page).await.status.as_u16(), moderator, "{page}");
        }
        let overview = ada.call("load_admin", &[]).await.json::<Overview>();
        let staff = overview.staff.expect("an admin sees them");
        assert_eq!(staff.iter().map(|member| (member.name.as_str(), member.has_factor)).collect::<Vec<_>>(), [("Ada", true), ("Bob", true)]);
        assert_eq!(bob.call("load_admin", &[]).await.json::<Overview>().staff, None);
        assert_eq!(bob.call("load_audit_log", &[]).await.status, StatusCode::FORBIDDEN);
        // Everybody else gets what is not there at all.
        for other in [&world.people[0], &world.people[3], &world.people[4]] {
            for function in READS {
                assert_eq!(other.call(function, &[]).await.error(), AppError::NotFound, "{function}");
            }
            for page in PAGES {
                let (there, nowhere) = (other.get(page).await, other.get("/nowhere").await);
                assert_eq!(there.status, StatusCode::NOT_FOUND);
                assert_eq!(there.texts("body > main, title"), nowhere.texts("body > main, title"));
            }
        }
    }

    async fn a_report_is_handled(site: &Site) {
        let world = world(site).await;
        let [_, ada, bob, ..] = &world.people;
        let fields = [("conversation", world.conversation.to_string()), ("reason", "Rude words".to_string())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(ada.call("report_conversation", &fields).await.status, StatusCode::OK);
        site.put_on_staff(bob, Some(StaffRole::Moderator)).await;
        site.give_app(bob).await;
        let waiting = bob.call("load_reports", &[]).await.json::<Vec<WaitingReport>>();
        assert_eq!(waiting.iter().map(|report| report.reason.as_str()).collect::<Vec<_>>(), ["Rude words"]);
        let page = bob.fill("/admin/reports", "handle_report", &[]).await;
        assert!(page.toast().contains("The report is handled"), "{}", page.text());
        assert!(page.has(".empty"));
        let again = bob.call("handle_report", &[("id", &waiting[0].id.to_string())]).await;
        assert_eq!(again.status, StatusCode::NOT_FOUND);
        assert_eq!(site.count("SELECT COUNT(*) FROM audit_log WHERE event = 'report_handle'").await, 1);
    }

    async fn the_audit_log_is_read_a_page_at_a_time(site: &Site) {
        let (ada, bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        site.put_on_staff(&ada, Some(StaffRole::Admin)).await;
        for _ in 0..60 {
            bob.call("end_other_sessions", &[]).await;
        }
        site.give_app(&ada).await;
        let load = async |fields: &[(&str, &str)]| ada.call("load_audit_log", fields).await.json::<AuditLog>();
        let first = load(&[]).await.page;
        assert_eq!((first.rows.len(), first.before.is_none()), (50, true));
        let after = first.after.unwrap();
        let second = load(&[("after", &after)]).await.page;
        assert_eq!(second.rows.len(), 12, "sixty, and two who registered");
        assert!(second.rows.iter().all(|row| first.rows.iter().all(|other| other.id != row.id)));
        for person in [bob.email.clone(), site.user_of(&bob).await.to_string()] {
            let his = load(&[("event", "registration"), ("person", &person)]).await.page.rows;
            assert_eq!(his.iter().map(|row| row.actor.clone()).collect::<Vec<_>>(), [Some(bob.email.clone())]);
        }
        assert!(load(&[("person", "nobody@people.example")]).await.page.rows.is_empty());
        assert!(load(&[("event", "no_such_act")]).await.page.rows.is_empty());
        let page = ada.open("/admin/audit?event=registration").await;
        assert_eq!(page.texts("tbody tr").len(), 2);
        assert!(ada.open("/admin/audit").await.has(".pager a[rel=next]"));
    }

    async fn an_invitation_makes_one_account(site: &Site) {
        let old = invited(site, "mo@people.example", None).await;
        let link = invited(site, "mo@people.example", Some(StaffRole::Moderator)).await;
        assert_eq!(site.link_to("mo@people.example").await, link, "it is mailed");
        let mut mo = site.visitor();
        assert!(mo.open(&old).await.text().contains("This link is not good any more"), "a newer one is there");
        let page = mo.open(&link).await;
        assert!(page.text().contains("mo@people.example"));
        assert_eq!(site.count("SELECT COUNT(*) FROM users").await, 0, "opening it changes nothing");
        let page = mo.fill(&link, "make_invited_account", &[("name", "Mo"), ("password", "short")]).await;
        assert!(page.problem("password").contains("at least 10"));
        assert_eq!(page.attrs("input[name=name]", "value"), ["Mo"]);
        let page = mo.fill(&link, "make_invited_account", &[("name", "Mo"), ("password", PASSWORD)]).await;
        assert_eq!(page.path_only(), "/settings/security", "staff needs a second factor first");
        mo.email = "mo@people.example".into();
        assert_eq!(mo.get("/admin").await.status, StatusCode::FORBIDDEN);
        let eve = [("token", token(&link)), ("name", "Eve"), ("password", PASSWORD)];
        let again = site.visitor().call("make_invited_account", &eve).await;
        assert_eq!(again.error(), AppError::refused(AccountProblem::LinkIsOver));
        assert_eq!(site.count("SELECT COUNT(*) FROM users WHERE staff = 'moderator'").await, 1);
        let none = mo.call("load_security", &[]).await.json::<crate::accounts::second_factor::Security>();
        assert_eq!(none.protection, Protection::default());
    }

    async fn the_first_run_makes_one_admin(site: &Site) {
        let (link, other_node) = (begin_setup(site).await.unwrap(), begin_setup(site).await.unwrap());
        let visitor = site.visitor();
        for _ in 0..2 {
            assert!(visitor.open(&link).await.has("form input[name=email]"));
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM users").await, 0, "opening it changes nothing");
        assert!(visitor.open("/setup?token=nonsense").await.text().contains("This link is not good any more"));
        let fields = [("name", "Ada"), ("email", "not one"), ("password", PASSWORD)];
        let page = visitor.fill(&link, "set_up_site", &fields).await;
        assert!(!page.problem("email").is_empty());
        assert_eq!(page.attrs("input[name=name]", "value"), ["Ada"]);
        let fields = [("name", "Ada"), ("email", "ada@people.example"), ("password", PASSWORD)];
        let page = visitor.fill(&link, "set_up_site", &fields).await;
        assert_eq!(page.path_only(), "/settings/security");
        assert!(page.text().contains("your account needs a second factor"));
        let over = AppError::refused(AccountProblem::LinkIsOver);
        for used in [&link, &other_node] {
            let eve = [("token", token(used)), ("name", "Eve"), ("email", "eve@people.example"), ("password", PASSWORD)];
            assert_eq!(site.visitor().call("set_up_site", &eve).await.error(), over);
            assert!(site.visitor().open(used).await.text().contains("This link is not good any more"));
        }
        assert_eq!(begin_setup(site).await, None, "there is somebody");
        assert_eq!(site.count("SELECT COUNT(*) FROM users").await, 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM audit_log WHERE event = 'site_setup'").await, 1);
    }

    /// Also with the tokens of two nodes at the same instant.
    async fn two_at_once_make_one_admin(site: &Site) {
        let links = [begin_setup(site).await.unwrap(), begin_setup(site).await.unwrap()];
        let (one, two) = (site.visitor(), site.visitor());
        let fields = |n: usize, email| [("token", token(&links[n])), ("name", "Ada"), ("email", email), ("password", PASSWORD)];
        let (first, second) = (fields(0, "a@people.example"), fields(1, "b@people.example"));
        let (a, b) = tokio::join!(one.call("set_up_site", &first), two.call("set_up_site", &second));
        assert_eq!([a.status, b.status].iter().filter(|status| **status == StatusCode::OK).count(), 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM users WHERE staff = 'admin'").await, 1);
    }

    /// People may register meanwhile; what counts is that there is no admin.
    async fn a_token_is_good_as_long_as_there_is_no_admin(site: &Site) {
        let link = begin_setup(site).await.unwrap();
        let ada = site.register_seeker("Ada").await;
        assert!(site.visitor().open(&link).await.has("form input[name=email]"));
        site.put_on_staff(&ada, Some(StaffRole::Admin)).await;
        assert!(site.visitor().open(&link).await.text().contains("This link is not good any more"));
        let eve = [("token", token(&link)), ("name", "Eve"), ("email", "eve@people.example"), ("password", PASSWORD)];
        let refused = site.visitor().call("set_up_site", &eve).await.error();
        assert_eq!(refused, AppError::refused(AccountProblem::LinkIsOver));
    }
}
