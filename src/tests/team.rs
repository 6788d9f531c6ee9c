//! A company's team: invitations, roles, who leaves, and what one acts as.

use axum::http::{Method, StatusCode, header};
use futures::future::join_all;
use uuid::Uuid;

use super::{
    fixtures::{NewPosting, PUBLISHED},
    support::*,
};
use crate::{
    accounts::MemberRole,
    companies::{CompanyProblem, Team},
    error::AppError,
};

/// Invites somebody, and tells the path of the link that the team's page shows then.
async fn invite(owner: &Client, email: &str, role: &str) -> String {
    let page = owner.fill("/employer/team", "invite_member", &[("email", email), ("role", role)]).await;
    assert_eq!(page.toast(), "The invitation is made. Its link stands below.", "{}", page.text());
    let link = page.attrs("input[name=link]", "value").remove(0);
    link.strip_prefix(ORIGIN).unwrap().to_string()
}

fn token(link: &str) -> &str {
    link.trim_start_matches("/invitation/")
}

async fn role_of(site: &Site, client: &Client) -> Vec<(Uuid, String)> {
    let hats = client.call("load_team", &[]).await;
    if hats.status != StatusCode::OK {
        return Vec::new();
    }
    let own = site.user_of(client).await;
    let mine = hats.json::<Team>().members.into_iter().filter(|member| member.id == own);
    mine.map(|member| (member.id, member.role.to_string())).collect()
}

on_both! {
    async fn an_invitation_makes_a_member_once(site: &Site) {
        let (acme, ada, bob) =
            (site.register_employer("Acme").await, site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        let link = invite(&acme, " ADA@people.example ", "hiring_manager").await;
        assert_eq!(site.count("SELECT COUNT(*) FROM company_members").await, 1);
        let page = ada.open(&link).await;
        assert_eq!(page.texts("h1"), ["Join Acme"]);
        assert!(page.text().contains("Hiring manager") && page.text().contains("Erin of Acme"));
        assert_eq!(site.count("SELECT COUNT(*) FROM company_members").await, 1, "a GET changes nothing");

        let page = bob.open(&link).await;
        assert!(page.text().contains("A…@p….example") && !page.text().contains("ada@people"), "{}", page.text());
        let refused = bob.call("accept_invitation", &[("token", token(&link))]).await;
        assert_eq!(refused.error(), AppError::field("email", CompanyProblem::InvitationOther));

        let page = ada.fill(&link, "accept_invitation", &[]).await;
        assert_eq!((page.toast().as_str(), page.path_only()), ("Welcome to the team!", "/employer"));
        assert_eq!(role_of(site, &ada).await[0].1, "hiring_manager");
        assert_eq!(site.found("SELECT kind FROM notifications").await, "member_joined");
        // Sent twice it is done once; the link is used up for all.
        assert_eq!(ada.call("accept_invitation", &[("token", token(&link))]).await.status, StatusCode::OK);
        assert_eq!(site.visitor().open(&link).await.texts("h1"), ["This invitation was used"]);
        acme.call("remove_member", &[("id", &site.user_of(&ada).await.to_string())]).await;
        ada.look_again();
        let again = ada.call("accept_invitation", &[("token", token(&link))]).await;
        assert_eq!(again.error(), AppError::refused(CompanyProblem::InvitationUsed));
        assert_eq!(site.count("SELECT COUNT(*) FROM invitations WHERE octet_length(token_hash) = 32").await, 1);
    }

    async fn an_invitation_makes_an_account_that_founds_nothing(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let link = invite(&acme, "new@people.example", "recruiter").await;
        let new = site.visitor();
        let page = new.open(&link).await;
        let register = page.attrs("main a[href^='/register']", "href").remove(0);
        let form = new.form(&register, "register", &[]).await;
        let fields = [("name", "New"), ("email", "other@people.example"), ("password", PASSWORD)];
        let page = new.submit(&form, &fields).await;
        assert_eq!(page.problem("email"), "The invitation is for another e-mail address.");
        assert_eq!(site.count("SELECT COUNT(*) FROM users").await, 1);
        let form = new.form(&register, "register", &[]).await;
        let page = new.submit(&form, &[("name", "New"), ("email", "New@people.example"), ("password", PASSWORD)]).await;
        assert_eq!(page.path_only(), "/employer", "{}", page.text());
        assert_eq!(site.count("SELECT COUNT(*) FROM companies").await, 1);
        assert_eq!(site.found("SELECT role FROM company_members ORDER BY role DESC LIMIT 1").await, "recruiter");
        assert_eq!(site.count("SELECT COUNT(*) FROM users WHERE role = 'employer'").await, 2);
        let late = [("invitation", token(&link)), ("name", "L"), ("email", "l@p.example"), ("password", PASSWORD)];
        assert_eq!(site.visitor().call("register", &late).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn links_that_are_no_longer_good_say_so(site: &Site) {
        let (acme, beta) = (site.register_employer("Acme").await, site.register_employer("Beta").await);
        let ada = site.register_seeker("Ada").await;
        let old = invite(&acme, "ada@people.example", "recruiter").await;
        let again = acme.call("invite_member", &[("email", "ada@people.example"), ("role", "owner")]).await;
        assert_eq!(again.error(), AppError::field("email", CompanyProblem::AlreadyInvited));
        let own = acme.call("invite_member", &[("email", "acme@companies.example"), ("role", "owner")]).await;
        assert_eq!(own.error(), AppError::field("email", CompanyProblem::AlreadyMember));
        let id = site.found_id("SELECT id FROM invitations").await.to_string();
        for function in ["renew_invitation", "withdraw_invitation"] {
            assert_eq!(beta.call(function, &[("id", &id)]).await.error(), AppError::NotFound, "{function}");
        }
        let page = acme.fill("/employer/team", "renew_invitation", &[]).await;
        let link = page.attrs("input[name=link]", "value").remove(0);
        let link = link.strip_prefix(ORIGIN).unwrap();
        assert_ne!(link, old);
        let unknown = ada.open("/invitation/0").await.texts("main");
        assert_eq!(ada.open(&old).await.texts("main"), unknown, "a link that was replaced is like none");
        site.change("UPDATE invitations SET expires_at = created_at").await;
        assert_eq!(ada.open(link).await.texts("h1"), ["This invitation is too old"]);
        let late = ada.call("accept_invitation", &[("token", token(link))]).await;
        assert_eq!(late.error(), AppError::refused(CompanyProblem::InvitationOver));
        assert!(acme.open("/employer/team").await.text().contains("the link is too old"));
        acme.fill("/employer/team", "withdraw_invitation", &[]).await;
        assert_eq!(ada.open(link).await.texts("h1"), ["This invitation was withdrawn"]);
        let late = ada.call("accept_invitation", &[("token", token(link))]).await;
        assert_eq!(late.error(), AppError::refused(CompanyProblem::InvitationOver));
        assert_eq!(acme.call("withdraw_invitation", &[("id", &id)]).await.status, StatusCode::OK, "twice is once");
        // The address may be invited again.
        invite(&acme, "ada@people.example", "recruiter").await;
    }

    async fn members_are_told_what_others_decide_about_them(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let rita = site.register_member(&acme, "Rita", "recruiter").await;
        let id = site.user_of(&rita).await.to_string();
        acme.call("change_role", &[("id", &id), ("role", "interviewer")]).await;
        let told = site.mails_to(&rita.email).await.remove(0);
        assert_eq!(told.subject, "Your role at Acme: Interviewer");
        assert!(told.action.unwrap().1.contains("/switch?company="));
        acme.call("remove_member", &[("id", &id)]).await;
        assert_eq!(site.mails_to(&rita.email).await.remove(0).subject, "You are no longer in the team of Acme");
    }

    async fn a_page_of_another_company_leads_to_it(site: &Site) {
        let (acme, beta) = (site.register_employer("Acme").await, site.register_employer("Beta").await);
        let path = invite(&acme, &beta.email, "recruiter").await;
        beta.call("accept_invitation", &[("token", token(&path))]).await;
        beta.look_again();
        let posting = site.post(&acme, NewPosting::default()).await;
        site.register_seeker("Ada").await.apply(&posting).await;
        let own = beta.open("/switch").await;
        let company = own.attrs("form input[name=company]", "value").into_iter().find(|id| !id.is_empty()).unwrap();
        beta.call("act_for", &[("company", &company)]).await;
        beta.look_again();
        let application = site.found_id("SELECT id FROM applications").await;
        let page = beta.open(&format!("/employer/candidates/{application}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        let way = page.attrs(".empty a[href^='/switch']", "href").remove(0);
        let switch = beta.open(&way).await;
        assert!(switch.text().contains("may be for one of these"), "{}", switch.text());
        assert!(switch.attrs("input[name=next]", "value").contains(&format!("/employer/candidates/{application}")));
        assert!(!acme.open("/employer/candidates/00000000-0000-0000-0000-000000000000").await.has("a[href^='/switch?look']"));
    }

    async fn an_owner_remains(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let last = AppError::refused(CompanyProblem::LastOwner);
        let own = site.user_of(&acme).await.to_string();
        let rita = site.register_member(&acme, "Rita", "recruiter").await;
        assert_eq!(acme.call("leave_company", &[]).await.error(), last);
        acme.look_again();
        assert_eq!(acme.call("remove_member", &[("id", &own)]).await.error(), last);
        assert_eq!(acme.call("change_role", &[("id", &own), ("role", "recruiter")]).await.error(), last);
        let page = acme.fill("/settings", "delete_account", &[("delete_password", PASSWORD)]).await;
        assert!(page.text().contains("A company needs an owner"), "{}", page.text());
        let rita_id = site.user_of(&rita).await.to_string();
        assert_eq!(acme.call("hand_over", &[("id", &rita_id)]).await.status, StatusCode::OK);
        assert_eq!(role_of(site, &rita).await[0].1, "owner");
        assert_eq!(role_of(site, &acme).await[0].1, "recruiter");
        assert_eq!(acme.call("leave_company", &[]).await.status, StatusCode::OK);
        assert_eq!(acme.get("/employer").await.status, StatusCode::FORBIDDEN);
    }

    async fn of_two_owners_who_leave_at_once_one_remains(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let rita = site.register_member(&acme, "Rita", "owner").await;
        let owners = [acme, rita];
        let answers = join_all(owners.iter().map(|owner| owner.call("leave_company", &[]))).await;
        let left = answers.iter().filter(|answer| answer.status == StatusCode::OK).count();
        assert_eq!(left, 1);
        assert_eq!(site.count("SELECT COUNT(*) FROM company_members WHERE role = 'owner'").await, 1);
    }

    async fn who_is_removed_has_no_access_and_loses_nothing_typed(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let rita = site.register_member(&acme, "Rita", "recruiter").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let page = format!("/employer/postings/{}", posting.id);
        let form = rita.form(&page, "save_posting", &[]).await;
        let at = site.port().await;
        let newest = site.number("SELECT event_seq FROM users WHERE email_key = $1", &rita.email).await;
        let mut socket = Socket::open(at, &rita, newest).await;
        let rita_id = site.user_of(&rita).await.to_string();
        let done = acme.fill("/employer/team", "remove_member", &[("id", &rita_id)]).await;
        assert_eq!(done.toast(), "The member is removed.");
        while socket.hear().await.is_some() {}
        assert_eq!(rita.get(&page).await.status, StatusCode::FORBIDDEN);
        let refused = rita.submit(&form, &[("description", "What I had written")]).await;
        assert_eq!(refused.path_only(), "/switch");
        assert!(refused.text().contains("not a member of any more"), "{}", refused.text());
        let typed = rita.get(&refused.attrs("main a[rel=external]", "href").remove(0)).await;
        assert_eq!(typed.status, StatusCode::FORBIDDEN);
        assert!(typed.text().contains("What I had written"), "{}", typed.text());
        assert_eq!(site.count("SELECT COUNT(*) FROM postings WHERE description = 'What I had written'").await, 0);
    }

    async fn a_role_that_is_taken_away_loses_nothing_typed(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let rita = site.register_member(&acme, "Rita", "recruiter").await;
        let form = rita.form("/employer/company", "save_company", &[]).await;
        let id = site.user_of(&rita).await.to_string();
        acme.call("change_role", &[("id", &id), ("role", "interviewer")]).await;
        let page = rita.submit(&form, &[("about", "What I had written")]).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(page.text().contains("Your role in this company does not allow this"), "{}", page.text());
        assert!(page.text().contains("What I had written"));
        assert_eq!(site.count("SELECT COUNT(*) FROM companies WHERE about <> ''").await, 0);
        assert!(!rita.open("/employer").await.has("nav a[href='/employer/postings']"), "it leads nowhere");
        assert!(!rita.open("/employer").await.has("nav a[href='/messages']"));
    }

    async fn two_tabs_with_two_companies(site: &Site) {
        let (acme, beta) = (site.register_employer("Acme").await, site.register_employer("Beta").await);
        let link = invite(&beta, &acme.email, "owner").await;
        let (first, second) = (site.company_of(&acme).await.to_string(), site.company_of(&beta).await.to_string());
        let form = acme.form("/employer/postings/new", "save_posting", &[]).await;
        let stale = acme.owned("/api/load_overview").await;
        acme.fill(&link, "accept_invitation", &[]).await;
        assert_eq!(acme.open("/employer").await.texts("h1"), ["Beta"]);

        let request = acme.request(Method::POST, &stale).header(header::ACCEPT, "application/json");
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = acme.send(request.body("".into()).unwrap()).await;
        assert_eq!((answer.status, answer.error()), (StatusCode::CONFLICT, AppError::OtherCompany));

        let fields = [&PUBLISHED[..10], &[("description", "For Acme alone"), ("action", "publish")]].concat();
        let page = acme.submit(&form, &fields).await;
        assert_eq!(page.path_only(), "/switch");
        assert!(page.text().contains("This page was made for Acme"), "{}", page.text());
        assert_eq!(site.count("SELECT COUNT(*) FROM postings").await, 0);
        assert_eq!(page.attrs("main form input[name=next]", "value"), ["/employer/postings/new"]);
        let back = [("company", first.as_str()), ("next", "/employer/postings/new")];
        let back = acme.follow(acme.post_form(&page.path, "/api/act_for", &back).await).await;
        assert_eq!(back.path_only(), "/employer/postings/new");
        assert_eq!(back.texts("textarea[name=description]"), ["For Acme alone"], "what was typed is there");

        // In the header, without a page to go back to, one lands at the start.
        let page = acme.press_switch("/jobs", &second).await;
        assert_eq!((page.path_only(), page.texts("h1")), ("/employer", vec!["Beta".to_string()]));
        let page = acme.press_switch("/jobs", "").await;
        assert_eq!(page.path_only(), "/jobs");
        assert_eq!(acme.get("/employer").await.status, StatusCode::FORBIDDEN);
        assert_eq!(acme.get("/profile").await.status, StatusCode::OK, "a job seeker");
        // The next login begins so.
        let login = site.visitor();
        assert_eq!(login.login(&acme.email, PASSWORD).await.path_only(), "/jobs");
        login.press_switch("/jobs", &second).await;
        let login = site.visitor();
        assert_eq!(login.login(&acme.email, PASSWORD).await.texts("h1"), ["Beta"]);
        let foreign = beta.call("act_for", &[("company", &first)]).await;
        assert_eq!(foreign.error(), AppError::NotFound, "nobody acts for a company that they are not in");
    }

    async fn a_postings_team_is_chosen(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let ivo = site.register_member(&acme, "Ivo", "interviewer").await;
        let beta = site.register_employer("Beta").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let ada = site.register_seeker("Ada").await;
        let application = ada.apply(&posting).await;
        let candidate = format!("/employer/candidates/{application}");
        assert_eq!(ivo.get(&candidate).await.status, StatusCode::FORBIDDEN);
        let page = format!("/employer/postings/{}", posting.id);
        let (ivo_id, other) = (site.user_of(&ivo).await.to_string(), site.user_of(&beta).await.to_string());
        let saved = acme.fill(&page, "save_posting_team", &[("people[]", &ivo_id)]).await;
        assert_eq!(saved.toast(), "The team is saved.");
        assert!(saved.has(&format!("input[value='{ivo_id}'][checked]")));
        let page_of_ivo = ivo.open(&candidate).await;
        assert!(!page_of_ivo.has("select[name=stage]"), "no moving");
        let fields = [("id", posting.id.to_string()), ("people[0]", other.clone())];
        let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        acme.call("save_posting_team", &fields).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM posting_team").await, 0, "only members, and who is not chosen goes");
        assert_eq!(ivo.get(&candidate).await.status, StatusCode::FORBIDDEN);
    }

    async fn only_owners_see_invitations(site: &Site) {
        let acme = site.register_employer("Acme").await;
        let rita = site.register_member(&acme, "Rita", "recruiter").await;
        invite(&acme, "secret@people.example", "recruiter").await;
        let team: Team = rita.call("load_team", &[]).await.json();
        assert!(team.invitations.is_empty() && team.link.is_none() && team.members.len() == 2);
        assert!(team.members.iter().any(|member| member.role == MemberRole::Owner));
        assert!(!rita.open("/employer/team").await.text().contains("secret@"));
    }
}

impl Client {
    /// Presses the button of a company in the header's menu.
    async fn press_switch(&self, page: &str, company: &str) -> Answer {
        let answer = self.post_form(page, "/api/act_for", &[("company", company)]).await;
        self.follow(answer).await
    }
}
