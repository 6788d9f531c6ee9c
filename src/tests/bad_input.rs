//! Requests that no page of ours makes: each gets a clear answer, and nothing changes.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};

use crate::error::{AppError, Problem};

/// Every server function that changes something. What is missing here is found by `house`.
pub const MUTATIONS: &[&str] = &[
    "register",
    "login",
    "logout",
    "choose_language",
    "save_account",
    "change_password",
    "end_session",
    "end_other_sessions",
    "forgot_password",
    "reset_password",
    "confirm_email",
    "resend_confirmation",
    "cancel_email_change",
    "end_mails",
    "delete_account",
    "save_profile",
    "save_preferences",
    "rename_resume",
    "make_resume_default",
    "delete_resume",
    "withdraw_application",
    "change_stage",
    "undo_rejection",
    "save_stages",
    "save_posting",
    "publish_posting",
    "preview_posting",
    "close_posting",
    "reopen_posting",
    "duplicate_posting",
    "delete_posting",
    "save_company",
    "remove_logo",
    "open_conversation",
    "ask_company",
    "answer_question",
    "block_conversation",
    "report_conversation",
    "edit_message",
    "delete_message",
    "read_notifications",
    "count_view",
    "mark_seen",
    "mark_read",
    "confirm_guest",
    "withdraw_guest",
    "answer_as_guest",
    "mark_guest_read",
    "sign_up_guest",
    "erase_guest",
    "mail_guest_links",
    "agree_noted",
    "object_noted",
    "save_notification_settings",
    "act_for",
    "invite_member",
    "renew_invitation",
    "withdraw_invitation",
    "change_role",
    "hand_over",
    "remove_member",
    "leave_company",
    "accept_invitation",
    "save_posting_team",
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
    "handle_report",
];

/// Of these, those that need nothing, so that a body without sense asks for nothing wrong.
const UNDEMANDING: &[&str] = &[
    "logout",
    "remove_logo",
    "read_notifications",
    "save_notification_settings",
    "preview_posting",
    "end_other_sessions",
    "resend_confirmation",
    "cancel_email_change",
];

/// A body as long as given, sent without saying how long.
fn endless(length: usize) -> Body {
    let chunk = "x".repeat(64 * 1024);
    let chunks = (0..length.div_ceil(chunk.len())).map(move |_| Ok::<_, std::io::Error>(chunk.clone()));
    Body::from_stream(futures::stream::iter(chunks))
}

on_both! {
    async fn a_foreign_origin_is_refused(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let forged: [&[(&str, &str)]; 4] = [
            &[("origin", "https://evil.example")],
            &[("origin", "null")],
            &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
            &[("sec-fetch-site", "same-site"), ("origin", "http://other.jobi.test")],
        ];
        for headers in forged {
            for function in MUTATIONS {
                let mut request = ada.request(Method::POST, &format!("/api/{function}"));
                let all = request.headers_mut().unwrap();
                all.remove("origin");
                all.remove("sec-fetch-site");
                for (name, value) in headers {
                    request = request.header(*name, *value);
                }
                let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                let answer = ada.send(request.body(Body::empty()).unwrap()).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{function} {headers:?}");
            }
        }
        assert!(ada.is_logged_in().await);
    }

    async fn a_link_changes_nothing(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        for method in [Method::GET, Method::HEAD, Method::PUT, Method::DELETE, Method::PATCH] {
            for function in MUTATIONS {
                let path = format!("/api/{function}?delete_password=correct+horse+battery&language=de&name=x");
                let answer = ada.send(ada.request(method.clone(), &path).body(Body::empty()).unwrap()).await;
                assert!(answer.status.is_client_error(), "{method} {function}: {}", answer.status);
            }
        }
        assert!(ada.is_logged_in().await);
        assert_eq!(site.count("SELECT COUNT(*) FROM users WHERE locale = 'en'").await, 1);
    }

    async fn wrong_methods_and_functions_are_refused(site: &Site) {
        let visitor = site.visitor();
        for path in ["/", "/jobs", "/healthz", "/login"] {
            for method in [Method::POST, Method::PUT, Method::DELETE] {
                let answer = visitor.send(visitor.request(method.clone(), path).body(Body::empty()).unwrap()).await;
                assert!(answer.status.is_client_error(), "{method} {path}: {}", answer.status);
            }
        }
        for function in ["nothing", "", "%00", "register/x"] {
            assert!(visitor.call(function, &[]).await.status.is_client_error(), "{function}");
        }
    }

    async fn a_body_over_the_limit_is_refused(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let long = "x".repeat(300 * 1024);
        for function in MUTATIONS {
            let answer = ada.call(function, &[("name", &long)]).await;
            assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{function}");
            assert_eq!(answer.error(), AppError::Refused(Problem::FormTooLarge(256)), "{function}");
            let unsaid = ada.call_raw(function, endless(300 * 1024)).await;
            assert!(unsaid.status.is_client_error(), "{function}, of unsaid length: {}", unsaid.status);
        }
        let plain = ada.post_form("/settings?done=x", "/api/save_account", &[("name", &long)]).await;
        let page = ada.follow(plain).await;
        assert_eq!(page.path_only(), "/settings", "without JavaScript");
        assert_eq!(page.summary(), "This is more than 256 kB of text. Please shorten it.");
        assert!(ada.is_logged_in().await);
    }

    async fn a_body_that_makes_no_sense_is_refused(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let bodies: [&[u8]; 8] = [
            b"%zz=%",
            b"\xff\xfe\x00",
            b"a=%ff%fe",
            b"[[[[]]]]=1",
            b"name[a][b][c][d][e][f][g][h]=1",
            b"name=1&name=2",
            b"name[]=1&name[x]=2",
            b"{\"name\": 1}",
        ];
        for function in MUTATIONS.iter().filter(|function| !UNDEMANDING.contains(*function)) {
            for body in bodies {
                for client in [&ada, &acme] {
                    let answer = client.call_raw(function, body).await;
                    assert!(answer.status.is_client_error(), "{function} {body:?}: {} {}", answer.status, answer.text());
                }
            }
        }
        let answers = ["application/json", "multipart/form-data", "text/plain", ""].map(|kind| {
            let request = ada.request(Method::POST, "/api/save_account").header(header::CONTENT_TYPE, kind);
            ada.send(request.body("name=x".into()).unwrap())
        });
        for answer in futures::future::join_all(answers).await {
            assert!(answer.status.is_client_error(), "{}", answer.status);
        }
        assert!(ada.is_logged_in().await);
    }

    async fn nul_and_other_signs_do_no_harm(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let nasty = "\0'\"<script>\u{202e}\u{feff}\r\n%s{{7*7}}";
        let names = [
            "name", "email", "password", "old_password", "next", "language", "id", "role", "company", "headline", "place", "phone",
            "about", "skills", "links", "titles", "categories[]", "places", "least_pay", "currency", "stage", "version", "title", "code", "recovery_code", "answer", "token", "typed",
            "category", "description", "city", "closes_on", "back", "site", "country", "size", "letter",
        ];
        let fields: Vec<_> = names.iter().map(|name| (*name, nasty)).collect();
        for function in MUTATIONS.iter().filter(|function| !matches!(**function, "logout" | "delete_account")) {
            for client in [&ada, &acme] {
                client.call(function, &fields).await;
                let answer = client.post_form("/settings", &format!("/api/{function}"), &fields).await;
                assert_ne!(client.follow(answer).await.status, StatusCode::NOT_FOUND, "{function}");
            }
        }
        // What was kept of it is shown without harm.
        let paths = ["/profile", "/settings", "/jobs/for-me", "/employer/company", "/employer", "/companies"];
        for path in paths {
            for client in [&ada, &acme] {
                assert!(!client.get(path).await.text().contains("'\"<script>"), "{path}");
            }
        }
        for client in [&ada, &acme] {
            assert!(client.is_logged_in().await);
        }
    }

    async fn a_forged_error_in_the_address_shows_no_foreign_words(site: &Site) {
        let visitor = site.visitor();
        for error in ["%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%00", "e30%3D", "%7B%22Refused%22%3A%22Call+0900%22%7D", "eyJ4IjoxfQ=="] {
            let page = visitor.get(&format!("/login?__path=%2Fapi%2Flogin&__err={error}")).await;
            assert_eq!(page.status, StatusCode::OK, "{error}");
            assert!(!page.texts("main").concat().contains("0900"), "{error}");
            assert!(!page.text().contains("<script>alert"), "{error}");
        }
        for path in ["/login?next=%00", "/?done=nothing", "/login?next=%0d%0aSet-Cookie:x", "/settings?%ff=%fe&&&=", "/?a[]=1"] {
            assert!(visitor.get(path).await.status.as_u16() < 400, "{path}");
        }
    }

    async fn headers_that_make_no_sense_do_no_harm(site: &Site) {
        let visitor = site.visitor();
        for (name, value) in [
            ("accept-language", &b"\xff\xfe;q=nan,,,;;"[..]),
            ("cookie", b"jobi=\xff; =; ;;jobi_form=x; jobi_language=\xfe"),
            ("cookie", b"jobi_form=00000000000000000000000000000000"),
            ("user-agent", b"\xff\xff"),
            ("accept", b"\xff"),
            ("referer", b"\xff"),
            ("x-forwarded-for", b"not an address"),
            ("if-none-match", b"\xff"),
        ] {
            let mut request = visitor.request(Method::GET, "/login");
            request.headers_mut().unwrap().remove(name);
            let answer = visitor.send(request.header(name, value).body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, StatusCode::OK, "{name}");
        }
        let request = visitor.request(Method::POST, "/api/login").header("referer", "not an address");
        let request = request.header("accept", "text/html").header("content-type", "application/x-www-form-urlencoded");
        let answer = visitor.send(request.body("email=a&password=b".into()).unwrap()).await;
        assert!(answer.status.as_u16() < 500);
    }
}
