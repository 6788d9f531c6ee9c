//! What each role in a company may do: every employer's page, file and server function as each role, on and off the
//! posting's team, and as another company. The lists come from the router, so that what is new needs a row.

use std::collections::BTreeSet;

use leptos::server_fn::axum::server_fn_paths;
use uuid::Uuid;

use super::{
    fixtures::{attached, pdf_file},
    routes::{World, world},
    support::*,
};

/// The columns of the tables below, those who may least first, because what is allowed is done.
const ROLES: [&str; 7] =
    ["beta", "interviewer off", "interviewer on", "manager off", "manager on", "recruiter", "owner"];

/// `+` may: whatever comes of it. `-` is told that the role may not (403), `0` that there is nothing (404).
fn sign(status: u16) -> char {
    match status {
        403 => '-',
        404 => '0',
        401 => panic!("not logged in"),
        _ => '+',
    }
}

/// The ids that the rows name.
struct Ids {
    open: String,
    draft: String,
    application: String,
    conversation: String,
    message: String,
    owner: String,
    recruiter: String,
    invitation: String,
    none: String,
}

type Call<'a> = (&'static str, Vec<(&'static str, &'a str)>, &'static str);

/// Every server function that has to do with a company. `beta` names the same things, and its own company.
fn functions(ids: &Ids) -> Vec<Call<'_>> {
    let application = ids.application.as_str();
    let conversation = ids.conversation.as_str();
    let (posting, draft) = (ids.open.as_str(), ids.draft.as_str());
    vec![
        ("load_overview", vec![], "+++++++"),
        ("load_postings", vec![], "+--++++"),
        ("load_editor", vec![], "+----++"),
        ("load_editor", vec![("id", posting)], "0---+++"),
        ("load_preview", vec![("id", posting)], "0---+++"),
        ("preview_markdown", vec![("text", "x")], "+--++++"),
        ("preview_posting", vec![("id", posting)], "0---+++"),
        ("preview_posting", vec![], "+----++"),
        ("save_posting", vec![("id", posting), ("version", "999")], "0---+++"),
        ("save_posting", vec![], "+----++"),
        ("publish_posting", vec![("id", draft), ("version", "999")], "0----++"),
        ("close_posting", vec![("id", posting)], "0---+++"),
        ("reopen_posting", vec![("id", posting)], "0---+++"),
        ("duplicate_posting", vec![("id", posting)], "0----++"),
        ("load_candidates", vec![], "+++++++"),
        ("load_candidates", vec![("posting", posting)], "0-+-+++"),
        ("load_candidate", vec![("id", application)], "0-+-+++"),
        ("load_add_candidate", vec![], "+----++"),
        ("mark_seen", vec![("id", application)], "0-+-+++"),
        ("change_stage", vec![("id", application), ("stage", "interview"), ("version", "999")], "0---+++"),
        ("undo_rejection", vec![("id", application), ("version", "999")], "0---+++"),
        ("load_stages", vec![("id", posting)], "0---+++"),
        ("save_stages", vec![("id", posting), ("version", "999"), ("action", "save")], "0---+++"),
        ("load_conversations", vec![], "+--++++"),
        ("load_thread", vec![("id", conversation)], "0---+++"),
        ("mark_read", vec![("conversation", conversation), ("seq", "1")], "0---+++"),
        ("open_conversation", vec![("application", application)], "0---+++"),
        ("answer_question", vec![("conversation", conversation), ("accept", "true")], "0---+++"),
        ("block_conversation", vec![("conversation", conversation), ("blocked", "false")], "0---+++"),
        ("report_conversation", vec![("conversation", conversation), ("reason", "rude")], "0---+++"),
        // Only one's own: Ada has written it.
        ("load_message", vec![("id", ids.message.as_str())], "0--0000"),
        ("edit_message", vec![("id", ids.message.as_str()), ("text", "x")], "0--0000"),
        ("delete_message", vec![("id", ids.message.as_str())], "0--0000"),
        ("load_company_editor", vec![], "+----++"),
        ("save_company", vec![("name", "")], "+----++"),
        ("remove_logo", vec![], "+----++"),
        ("load_team", vec![], "+++++++"),
        ("invite_member", vec![("email", "x")], "+-----+"),
        ("renew_invitation", vec![("id", ids.invitation.as_str())], "0-----+"),
        ("withdraw_invitation", vec![("id", ids.invitation.as_str())], "0-----+"),
        ("change_role", vec![("id", ids.recruiter.as_str()), ("role", "recruiter")], "0-----+"),
        ("hand_over", vec![("id", ids.owner.as_str())], "0-----+"),
        ("remove_member", vec![("id", ids.owner.as_str())], "0-----+"),
        // Nobody is on the team from here on.
        ("save_posting_team", vec![("id", posting), ("people[0]", ids.none.as_str())], "0----++"),
        ("delete_posting", vec![("id", posting)], "0----++"),
        ("leave_company", vec![], "+++++++"),
    ]
}

/// What has nothing to do with a company, or asks for the person alone.
const OF_EVERYBODY: &[&str] = &[
    "register",
    "login",
    "logout",
    "choose_language",
    "load_session",
    "load_settings",
    "save_account",
    "change_password",
    "end_session",
    "end_other_sessions",
    "forgot_password",
    "load_password_link",
    "reset_password",
    "load_confirmation",
    "confirm_email",
    "resend_confirmation",
    "cancel_email_change",
    "load_unsubscription",
    "end_mails",
    "load_security",
    "load_app_setup",
    "load_recovery_codes",
    "load_passkey_setup",
    "load_code_step",
    "load_setup",
    "load_account_invitation",
    "begin_app",
    "confirm_app",
    "remove_app",
    "renew_codes",
    "begin_passkey",
    "add_passkey",
    "rename_passkey",
    "remove_passkey",
    "enter_code",
    "enter_recovery_code",
    "confirm_with_passkey",
    "begin_passkey_login",
    "login_with_passkey",
    "set_up_site",
    "make_invited_account",
    "delete_account",
    "act_for",
    "load_guest_apply",
    "load_guest",
    "confirm_guest",
    "withdraw_guest",
    "answer_as_guest",
    "mark_guest_read",
    "sign_up_guest",
    "erase_guest",
    "mail_guest_links",
    "agree_noted",
    "object_noted",
    "load_invitation",
    "accept_invitation",
    "load_notification_settings",
    "save_notification_settings",
    "load_notifications",
    "load_bell",
    "read_notifications",
    "load_jobs",
    "load_job",
    "load_home",
    "count_view",
    "load_companies",
    "load_company",
];

/// What is a seeker's.
const OF_SEEKERS: &[&str] = &[
    "load_profile",
    "save_profile",
    "save_preferences",
    "load_jobs_for_me",
    "load_resumes",
    "load_resume",
    "rename_resume",
    "make_resume_default",
    "delete_resume",
    "load_apply",
    "load_applications",
    "load_application",
    "withdraw_application",
    "load_question",
    "ask_company",
];

/// What is the staff's of the site: `staff` tests it.
const OF_STAFF: &[&str] = &["load_admin", "load_audit_log", "load_reports", "handle_report"];

fn pages(world: &World) -> Vec<(&'static str, String, &'static str)> {
    let open = world.open.id;
    vec![
        ("/employer", "/employer".into(), "+++++++"),
        ("/employer/postings", "/employer/postings".into(), "+--++++"),
        ("/employer/postings/new", "/employer/postings/new".into(), "+----++"),
        ("/employer/postings/:id", format!("/employer/postings/{open}"), "0---+++"),
        ("/employer/postings/:id/preview", format!("/employer/postings/{open}/preview"), "0---+++"),
        ("/employer/postings/:id/stages", format!("/employer/postings/{open}/stages"), "0---+++"),
        ("/employer/candidates", "/employer/candidates".into(), "+++++++"),
        ("/employer/candidates", format!("/employer/candidates?posting={open}"), "0-+-+++"),
        ("/employer/candidates/new", "/employer/candidates/new".into(), "+----++"),
        ("/employer/candidates/:id", format!("/employer/candidates/{}", world.application), "0-+-+++"),
        ("/employer/company", "/employer/company".into(), "+----++"),
        ("/employer/team", "/employer/team".into(), "+++++++"),
        ("/messages", "/messages".into(), "+--++++"),
        ("/messages/:id", format!("/messages/{}", world.conversation), "0---+++"),
        // Files are told to be missing to whoever may not have them.
        ("/messages/files/:id", format!("/messages/files/{}", world.file), "0000+++"),
        ("/resumes/:id/file", format!("/resumes/{}/file", world.sent_resume), "00+0+++"),
    ]
}

/// The members of Acme and of Beta, in the order of [`ROLES`].
async fn members(site: &Site, world: &mut World) -> [Client; 7] {
    let people = std::mem::replace(&mut world.people, std::array::from_fn(|_| Client::nowhere()));
    let [_, _, _, acme, beta] = people;
    let off = site.register_member(&acme, "Ina", "interviewer").await;
    let on = site.register_member(&acme, "Ivo", "interviewer").await;
    let manager_off = site.register_member(&acme, "Mia", "hiring_manager").await;
    let manager_on = site.register_member(&acme, "Max", "hiring_manager").await;
    let recruiter = site.register_member(&acme, "Rita", "recruiter").await;
    for member in [&on, &manager_on] {
        site.put_on_team(member, world.open.id).await;
    }
    [beta, off, on, manager_off, manager_on, recruiter, acme]
}

on_both! {
    async fn every_role_does_what_the_table_says(site: &Site) {
        let mut world = world(site).await;
        let members = members(site, &mut world).await;
        let owner = &members[6];
        owner.call("invite_member", &[("email", "new@people.example"), ("role", "recruiter")]).await;
        let ids = Ids {
            open: world.open.id.to_string(),
            draft: world.draft.id.to_string(),
            application: world.application.to_string(),
            conversation: world.conversation.to_string(),
            message: world.message.to_string(),
            owner: site.user_of(owner).await.to_string(),
            recruiter: site.user_of(&members[5]).await.to_string(),
            invitation: site.found_id("SELECT id FROM invitations").await.to_string(),
            none: Uuid::now_v7().to_string(),
        };
        let mut wrong = Vec::new();
        for (_, path, expected) in pages(&world) {
            let mut got = String::new();
            for member in &members {
                got.push(sign(member.get(&path).await.status.as_u16()));
            }
            if got != expected {
                wrong.push(format!("{path}: expected {expected}, got {got}"));
            }
        }
        let send = format!("/messages/{}/send", world.conversation);
        for (path, field, expected) in [
            ("/employer/company/logo", "logo", "+----++"),
            ("/employer/candidates/new", "file", "+----++"),
            (&send, "files", "0---+++"),
        ] {
            let mut got = String::new();
            for member in &members {
                let mut file = if field == "logo" { pdf_file("x.pdf") } else { attached("x.pdf") };
                file.field = field;
                got.push(sign(member.call_files(path, &[("id", "1")], &[file]).await.status.as_u16()));
            }
            if got != expected {
                wrong.push(format!("{path}: expected {expected}, got {got}"));
            }
        }
        for (function, fields, expected) in functions(&ids) {
            let mut got = String::new();
            for member in &members {
                got.push(sign(member.call(function, &fields).await.status.as_u16()));
            }
            if got != expected {
                wrong.push(format!("{function} {fields:?}: expected {expected}, got {got}"));
            }
        }
        assert!(wrong.is_empty(), "{ROLES:?}\n{}", wrong.join("\n"));
    }

    /// What lists hold is what one reaches.
    async fn lists_hold_what_one_reaches(site: &Site) {
        let mut world = world(site).await;
        let members = members(site, &mut world).await;
        for (member, role, candidates) in members.iter().zip(ROLES).zip([0, 0, 1, 0, 1, 1, 1]).map(|((m, r), c)| (m, r, c)) {
            let page = member.open("/employer/candidates").await;
            assert_eq!(page.texts("table tbody tr").len(), candidates, "{role}");
            let overview = member.call("load_overview", &[]).await.json::<crate::jobs::Overview>();
            assert_eq!(overview.applications as usize, candidates, "{role}");
            assert_eq!(overview.newest.len(), candidates, "{role}");
        }
        for (at, postings) in [(3, 0), (4, 1), (5, 2), (6, 2)] {
            let list = members[at].call("load_postings", &[]).await.json::<crate::jobs::PostingList>();
            assert_eq!((list.page.rows.len(), list.counts.all() as usize), (postings, postings), "{}", ROLES[at]);
        }
        for (at, talks) in [(3, 0), (4, 1), (5, 1), (6, 1)] {
            let page = members[at].open("/messages").await;
            assert_eq!(page.attrs("main a[href^='/messages/']", "href").len(), talks, "{}", ROLES[at]);
        }
    }
}

/// Every server function and every employer's page has a row.
#[test]
fn the_tables_are_complete() {
    let ids = Ids {
        open: String::new(),
        draft: String::new(),
        application: String::new(),
        conversation: String::new(),
        message: String::new(),
        owner: String::new(),
        recruiter: String::new(),
        invitation: String::new(),
        none: String::new(),
    };
    let mut known: BTreeSet<&str> = functions(&ids).into_iter().map(|(function, ..)| function).collect();
    known.extend(OF_EVERYBODY);
    known.extend(OF_SEEKERS);
    known.extend(OF_STAFF);
    let there: BTreeSet<&str> = server_fn_paths().map(|(path, _)| path.trim_start_matches("/api/")).collect();
    let missing: Vec<_> = there.iter().filter(|function| !known.contains(*function)).collect();
    assert!(missing.is_empty(), "server functions without a row: {missing:?}");
    let gone: Vec<_> = known.iter().filter(|function| !there.contains(*function)).collect();
    assert!(gone.is_empty(), "rows without a server function: {gone:?}");
    let app = include_str!("../site/app.rs").split("path!(\"").skip(1);
    let employers =
        app.map(|rest| rest.split('"').next().unwrap_or_default()).filter(|path| path.starts_with("/employer"));
    let source = include_str!("roles.rs");
    let missing: Vec<_> = employers.filter(|path| !source.contains(&format!("(\"{path}\","))).collect();
    assert!(missing.is_empty(), "pages without a row: {missing:?}");
}
