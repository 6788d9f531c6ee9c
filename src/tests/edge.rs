//! The server towards those who keep it waiting, send too much, or ask for what is not there, on a real port.

use std::{net::SocketAddr, time::Duration};

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use super::{
    fixtures::{NewPosting, pdf_file},
    support::*,
};
use crate::{error::AppError, messages::MessageProblem, platform::serve::Limits};

/// Whatever ends does so within this.
const PATIENCE: Duration = Duration::from_secs(30);

/// A server that waits for nobody.
fn impatient() -> Limits {
    let short = Duration::from_millis(300);
    Limits { first_request: short, idle: short, stall: short, linger: short, ..Limits::default() }
}

/// A connection that says what it is told to.
struct Wire(TcpStream);

impl Wire {
    async fn open(site: SocketAddr) -> Self {
        Self(TcpStream::connect(site).await.unwrap())
    }

    async fn say(&mut self, text: &str) {
        self.0.write_all(text.as_bytes()).await.unwrap();
    }

    /// What is heard until the other end closes; a reset is told from an end.
    async fn rest(&mut self) -> std::io::Result<String> {
        let mut all = Vec::new();
        timeout(PATIENCE, self.0.read_to_end(&mut all)).await.expect("an end")?;
        Ok(String::from_utf8_lossy(&all).into_owned())
    }

    /// One answer with a length, and nothing after it.
    async fn answer(&mut self) -> String {
        let mut all = String::new();
        let read = async {
            let mut buffer = [0; 4096];
            loop {
                if let Some((head, body)) = all.split_once("\r\n\r\n") {
                    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
                    if length.is_none_or(|length| body.len() >= length.parse().unwrap()) {
                        break;
                    }
                }
                let read = self.0.read(&mut buffer).await.unwrap();
                assert!(read > 0, "no whole answer: {all}");
                all.push_str(&String::from_utf8_lossy(&buffer[..read]));
            }
        };
        timeout(PATIENCE, read).await.expect("an answer");
        all
    }
}

/// A request's head, with its body's length when there is one.
fn head(method: &str, path: &str, headers: &str) -> String {
    format!("{method} {path} HTTP/1.1\r\nHost: jobi.test\r\n{headers}\r\n")
}

/// A form of somebody, but for its body.
fn form(path: &str, client: &Client, headers: &str) -> String {
    let cookie = client.cookie("jobi").map(|token| format!("Cookie: jobi={token}\r\n")).unwrap_or_default();
    let kind = "Content-Type: application/x-www-form-urlencoded\r\nAccept: application/json\r\n";
    head("POST", path, &format!("{cookie}{kind}{headers}"))
}

fn status(answer: &str) -> u16 {
    answer.get(9..12).and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("no answer: {answer:?}"))
}

on_both! {
    async fn who_says_nothing_is_let_go(site: &Site) {
        let port = site.port_within(impatient()).await;
        for begun in ["", "G", "GET / HTTP/1.1\r\nHost: jobi.test\r\nX-A: ", "PRI * HTTP/2.0\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"] {
            let mut wire = Wire::open(port).await;
            wire.say(begun).await;
            let heard = wire.rest().await.unwrap_or_default();
            assert!(!heard.contains("200 OK"), "{begun:?}: {heard}");
        }
        let mut kept = Wire::open(port).await;
        for _ in 0..2 {
            kept.say(&head("GET", "/healthz", "")).await;
            assert_eq!(status(&kept.answer().await), 200);
        }
        assert_eq!(kept.rest().await.unwrap(), "", "idle for too long");
    }

    async fn http_2_is_served_and_let_go_like_the_other(site: &Site) {
        let port = site.port_within(impatient()).await;
        let (client, connection) = h2::client::handshake(TcpStream::connect(port).await.unwrap()).await.unwrap();
        let connection = tokio::spawn(connection);
        let mut client = client.ready().await.unwrap();
        let request = axum::http::Request::get("http://jobi.test/healthz").body(()).unwrap();
        let (answer, _) = client.send_request(request, true).unwrap();
        assert_eq!(answer.await.unwrap().status(), StatusCode::OK);
        // It answers every ping, and asks for nothing.
        _ = timeout(PATIENCE, connection).await.expect("an end").unwrap();
        drop(client);
    }

    async fn a_body_that_stands_still_is_not_waited_for(site: &Site) {
        let (port, ada) = (site.port_within(impatient()).await, site.register_seeker("Ada").await);
        for (headers, begun) in [("Content-Length: 100\r\n", "name=A"), ("Transfer-Encoding: chunked\r\n", "6\r\nname=A\r\n")] {
            let mut wire = Wire::open(port).await;
            wire.say(&(form("/api/save_account", &ada, headers) + begun)).await;
            let heard = wire.rest().await.unwrap();
            assert_eq!(status(&heard), 408, "{heard}");
            assert!(heard.contains("connection: close"), "{heard}");
        }
        assert_eq!(site.found("SELECT name FROM users").await, "Ada");
    }

    async fn an_answer_that_nobody_takes_is_dropped(site: &Site) {
        let port = site.port_within(impatient()).await;
        let catalogue = site.visitor().open("/").await.attrs("html", "data-catalogue").concat();
        let mut wire = Wire::open(port).await;
        let flood = async { while wire.0.write_all(head("GET", &catalogue, "").as_bytes()).await.is_ok() {} };
        timeout(PATIENCE, flood).await.expect("an end");
    }

    async fn a_websocket_is_not_taken_for_an_idle_connection(site: &Site) {
        let (port, ada) = (site.port_within(impatient()).await, site.register_seeker("Ada").await);
        let mut socket = Socket::open(port, &ada, 0).await;
        let mut silent = Wire::open(port).await;
        for _ in 0..3 {
            silent.rest().await.unwrap_or_default();
            silent = Wire::open(port).await;
        }
        socket.say_raw("?").await;
        assert!(socket.hear().await.is_some());
    }

    async fn who_comes_new_takes_the_place_of_the_idle(site: &Site) {
        let port = site.port_within(Limits { connections: 2, ..Limits::default() }).await;
        let mut silent = [Wire::open(port).await, Wire::open(port).await];
        let mut third = Wire::open(port).await;
        third.say(&head("GET", "/healthz", "")).await;
        assert_eq!(status(&third.answer().await), 200);
        assert_eq!(silent[0].rest().await.unwrap_or_default(), "", "the first has made room");

        let ada = site.register_seeker("Ada").await;
        let busy = form("/api/save_account", &ada, "Content-Length: 100\r\nExpect: 100-continue\r\n");
        for wire in [&mut third, &mut silent[1]] {
            wire.say(&busy).await;
            assert_eq!(status(&wire.answer().await), 100, "its body is waited for");
        }
        let refused = async {
            loop {
                let mut fourth = Wire::open(port).await;
                _ = fourth.0.write_all(head("GET", "/healthz", "").as_bytes()).await;
                if fourth.rest().await.unwrap_or_default().is_empty() {
                    break;
                }
            }
        };
        timeout(PATIENCE, refused).await.expect("nobody is idle any more");
        third.say(&format!("name=A&x={}", "y".repeat(91))).await;
        assert_eq!(status(&third.answer().await), 422);
        let mut fifth = Wire::open(port).await;
        fifth.say(&head("GET", "/healthz", "")).await;
        assert_eq!(status(&fifth.answer().await), 200);
    }

    /// Where a body is not read, what follows it cannot be told from it.
    async fn a_request_whose_body_is_not_read_ends_its_connection(site: &Site) {
        let (port, ada) = (site.port().await, site.register_seeker("Ada").await);
        let body = format!("name=Eve&x={}", "y".repeat(200_000));
        let length = format!("Content-Length: {}\r\n", body.len());
        let foreign = format!("{length}Origin: https://evil.example\r\n");
        for (path, headers, expected) in [
            ("/api/save_account", &*foreign, 403),
            ("/api/nothing", &length, 404),
            ("/nowhere", &length, 404),
            ("/jobs", &length, 405),
            ("/healthz", &length, 405),
            ("/resumes/upload", &foreign, 403),
            ("/api/save_account", "Content-Length: 1000000\r\n", 413),
            ("/api/save_account", "Content-Length: 1000000\r\nExpect: 100-continue\r\n", 413),
        ] {
            let mut wire = Wire::open(port).await;
            wire.say(&form(path, &ada, headers)).await;
            wire.say(&(body.clone() + &head("GET", "/healthz", ""))).await;
            let heard = wire.rest().await.unwrap_or_else(|error| panic!("{path}: {error}"));
            assert_eq!(status(&heard), expected, "{path} {heard}");
            assert!(heard.to_lowercase().contains("\r\nconnection: close\r\n"), "{path}: {heard}");
            assert_eq!(heard.matches("HTTP/1.1").count(), 1, "{path}: {heard}");
        }
        let mut wire = Wire::open(port).await;
        wire.say(&(form("/api/save_account", &ada, "Content-Length: 6\r\n") + "name=A")).await;
        let heard = wire.answer().await;
        assert!(!heard.contains("connection: close"), "one that is read keeps it: {heard}");
        wire.say(&head("GET", "/healthz", "")).await;
        assert!(wire.answer().await.ends_with("ok"));
        assert_eq!(site.found("SELECT name FROM users").await, "Ada");
    }

    /// Who may not send a file is told so before it comes.
    async fn an_upload_is_refused_before_it_is_read(site: &Site) {
        let port = site.port().await;
        let (visitor, acme, ada) = (site.visitor(), site.register_employer("Acme").await, site.register_seeker("Ada").await);
        let posting = site.post(&acme, NewPosting { state: "draft", ..Default::default() }).await;
        for (client, path, expected) in [
            (&visitor, "/resumes/upload", 401),
            (&visitor, "/employer/company/logo", 401),
            (&acme, "/resumes/upload", 403),
            (&ada, "/employer/company/logo", 403),
            (&ada, &posting.apply_path(), 404),
            (&ada, &format!("/messages/{}/send", posting.id), 404),
        ] {
            let mut wire = Wire::open(port).await;
            let cookie = client.cookie("jobi").map(|token| format!("Cookie: jobi={token}\r\n")).unwrap_or_default();
            let kind = "Content-Type: multipart/form-data; boundary=B\r\nContent-Length: 60000000\r\n";
            wire.say(&head("POST", path, &format!("{cookie}{kind}"))).await;
            wire.say("--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.pdf\"\r\n\r\n%PDF-").await;
            let heard = wire.rest().await.unwrap();
            assert_eq!(status(&heard), expected, "{path} {heard}");
            assert!(heard.contains("connection: close"), "{path}: {heard}");
        }
        let told = head("POST", "/resumes/upload", &format!("Cookie: jobi={}\r\n{}", ada.cookie("jobi").unwrap(),
            "Content-Type: multipart/form-data; boundary=B\r\nContent-Length: 80000000\r\n"));
        let mut wire = Wire::open(port).await;
        wire.say(&told).await;
        let heard = wire.rest().await.unwrap();
        assert_eq!(status(&heard), 413, "{heard}");
        assert!(heard.contains("FileTooLarge"), "{heard}");
        // Without a script, what was typed before the file is not lost.
        let long = File { field: "file", name: "cv.pdf", bytes: vec![b'x'; 3_000_000] };
        let back = visitor.post_files("/resumes", "/resumes/upload", &[], &[long]).await;
        assert!(back.location().starts_with("/login?next="), "{}", back.location());
    }

    async fn what_is_too_long_or_not_there_is_told_so(site: &Site) {
        let (port, ada) = (site.port().await, site.register_seeker("Ada").await);
        let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x10000));
        let mut wire = Wire::open(port).await;
        wire.say(&(form("/api/save_account", &ada, "Transfer-Encoding: chunked\r\n") + &chunk.repeat(5))).await;
        let heard = wire.rest().await.unwrap();
        assert_eq!(status(&heard), 413, "{heard}");

        for function in ["nothing", "register/x", "%00", "load_settings%20"] {
            let script = ada.call(function, &[]).await;
            assert_eq!((script.status, script.error()), (StatusCode::NOT_FOUND, AppError::NotFound), "{function}");
            let page = ada.post_form("/settings", &format!("/api/{function}"), &[]).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{function}");
            assert_eq!(page.texts("h1"), ["There is nothing here"], "{function}");
            assert!(page.header("content-security-policy").contains("default-src 'none'"), "{function}");
        }
        for (method, path, allow) in [
            (Method::GET, "/api/logout", "POST"),
            (Method::PUT, "/api/logout", "POST"),
            (Method::POST, "/jobs", "GET,HEAD"),
            (Method::POST, "/robots.txt", "GET,HEAD"),
            (Method::GET, "/resumes/upload", "POST"),
        ] {
            let visitor = site.visitor();
            let ask = |accept: &str| {
                visitor.send(visitor.request(method.clone(), path).header(header::ACCEPT, accept).body(Body::empty()).unwrap())
            };
            let script = ask("application/json").await;
            assert_eq!(script.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
            assert_eq!(script.header("allow"), allow, "{method} {path}");
            assert_eq!(script.error(), AppError::Malformed, "{method} {path}");
            let page = ask("text/html").await;
            assert_eq!((page.status, page.texts("h1").len()), (StatusCode::METHOD_NOT_ALLOWED, 1), "{method} {path}");
        }
        assert!(ada.is_logged_in().await);
    }

    async fn every_answer_has_a_policy(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let resume = ada.upload_resume(pdf_file("cv.pdf")).await;
        let catalogue = ada.open("/").await.attrs("html", "data-catalogue").concat();
        let file = format!("/resumes/{resume}/file");
        for path in [
            "/", "/jobs/", "/nowhere", "/healthz", "/readyz", "/robots.txt", "/sitemap.xml", "/sitemaps/pages.xml",
            "/sitemaps/nothing.xml", "/jobs.atom", "/share.png", "/jobs/nothing/share.png", "/favicon.ico", "/favicon.svg",
            "/pkg/jobi.js", "/l10n/xx.ftl", "/logos/x.png", "/api/nothing", "/api/logout", "/live", "/resumes/x/file", &catalogue, &file,
        ] {
            let answer = ada.get(path).await;
            let policy = answer.header("content-security-policy");
            assert!(policy.contains("default-src '") && policy.contains("frame-ancestors '"), "{path}: {policy:?}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            if answer.status.is_client_error() {
                assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            }
        }
    }

    async fn a_request_has_an_id_of_ours(site: &Site) {
        let visitor = site.visitor();
        let request = visitor.request(Method::GET, "/healthz").header("x-request-id", "somebody-elses");
        let answer = visitor.send(request.body(Body::empty()).unwrap()).await;
        assert!(answer.header("x-request-id").parse::<uuid::Uuid>().is_ok(), "{}", answer.header("x-request-id"));
    }

    async fn every_cookie_is_bound_to_the_host_over_https(site: &Site) {
        let visitor = site.visitor_at("https://jobi.test").await;
        let mut names = Vec::new();
        for (function, fields) in [("choose_language", &[("language", "de")][..]), ("login", &[("email", "x"), ("password", "y")])] {
            names.extend(visitor.post_form("/login", &format!("/api/{function}"), fields).await.cookies());
        }
        let names: Vec<_> = names.iter().map(|cookie| (cookie.name(), cookie.secure(), cookie.path())).collect();
        let bound = |name| (name, Some(true), Some("/"));
        assert_eq!(names, [bound("__Host-jobi_language"), bound("__Host-jobi_form")]);
        let page = visitor.open("/login").await;
        assert_eq!(page.attrs("html", "lang"), ["de"]);
        assert_eq!(page.attrs("input[name=email]", "value"), ["x"], "what was typed is given back");
    }

    async fn a_logout_clears_what_the_browser_keeps_of_pages(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        let kept = ada.call("logout", &[]).await;
        assert_eq!(kept.header("clear-site-data"), "", "browsers refuse it over plain http");
        for origin in ["https://jobi.test", "http://127.0.0.1:3000"] {
            let visitor = site.visitor_at(origin).await;
            visitor.login(&ada.email, PASSWORD).await;
            for (function, page) in [("logout", "/"), ("save_account", "")] {
                let answer = visitor.post_form("/settings", &format!("/api/{function}"), &[]).await;
                let cleared = if page.is_empty() { "" } else { "\"cache\"" };
                assert_eq!(answer.header("clear-site-data"), cleared, "{function}");
            }
        }
    }

    async fn a_form_goes_back_to_a_page_of_ours_alone(site: &Site) {
        let visitor = site.visitor();
        let send = |referer: &'static str| {
            let request = visitor.request(Method::POST, "/api/login").header(header::ACCEPT, "text/html");
            let request = request.header(header::REFERER, referer).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            visitor.send(request.body("email=a&password=b".into()).unwrap())
        };
        let back = send("http://jobi.test/login?next=%2Fjobs&__err=old").await;
        assert!(back.location().starts_with("/login?next=%2Fjobs&__path="), "{}", back.location());
        for foreign in ["https://evil.example/login", "http://jobi.test//evil.example/", "http://jobi.test.evil.example/", "x"] {
            let answer = send(foreign).await;
            assert!(!answer.location().contains("evil"), "{foreign}: {}", answer.location());
            assert!(!answer.text().contains("evil"), "{foreign}");
        }
    }

    async fn an_error_in_the_address_says_nothing_of_its_own(site: &Site) {
        use leptos::server_fn::error::ServerFnUrlError;
        let ada = site.register_seeker("Ada").await;
        let url = ServerFnUrlError::new("/api/save_account", AppError::refused(MessageProblem::NotAnAttachment(1)));
        let ours = url.to_url("http://jobi.test/settings").unwrap();
        let page = ada.open(&ours[url::Position::BeforePath..]).await;
        assert!(page.summary().starts_with("File 1 is no PDF"), "{}", page.summary());
        // {"Refused":{"NotAnAttachment":"Call 0900"}}
        let forged = "eyJSZWZ1c2VkIjp7Ik5vdEFuQXR0YWNobWVudCI6IkNhbGwgMDkwMCJ9fQ==";
        let page = ada.open(&format!("/settings?__path=%2Fapi%2Fsave_account&__err={forged}")).await;
        assert!(!page.text().contains("0900"));
    }
}
