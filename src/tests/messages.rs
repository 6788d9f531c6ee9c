//! Conversations without a socket: what pages show, what forms do, and who is let in.

use axum::http::StatusCode;
use futures::future::join_all;
use uuid::Uuid;

use super::{
    fixtures::{NewPosting, Posting, attached, pdf},
    support::*,
};
use crate::{
    db::Engine,
    error::{AppError, Problem},
    jobs::PostingProblem,
    messages::{
        self, ConversationRow, ConversationState, MAX_FILES, Message, MessageChanged, MessageProblem, QUESTIONS_A_DAY,
        Thread,
    },
    notifications::{self, Bell, Kind, Notice},
    paging::Page,
    site::wire::Event,
};

async fn ask(client: &Client, posting: &Posting, text: &str) -> Answer {
    let id = Uuid::new_v4().to_string();
    client.call("ask_company", &[("slug", &posting.slug), ("id", &id), ("text", text)]).await
}

async fn conversation(site: &Site) -> String {
    site.found_id("SELECT id FROM conversations").await.to_string()
}

/// A conversation, as it is shown to who opens it.
async fn thread(client: &Client, id: &str) -> Thread {
    let thread = thread_again(client, id).await;
    if let Some(last) = thread.messages.last().filter(|last| last.seq > thread.read) {
        client.call("mark_read", &[("conversation", id), ("seq", &last.seq.to_string())]).await;
    }
    thread
}

async fn thread_again(client: &Client, id: &str) -> Thread {
    client.call("load_thread", &[("id", id)]).await.json()
}

async fn list(client: &Client, fields: &[(&str, &str)]) -> Vec<ConversationRow> {
    let page: Page<ConversationRow> = client.call("load_conversations", fields).await.json();
    page.rows
}

async fn say(client: &Client, conversation: &str, text: &str) -> Answer {
    let form = client.form(&format!("/messages/{conversation}"), &format!("/messages/{conversation}/send"), &[]).await;
    client.submit_files(&form, &[("text", text)], &[]).await
}

async fn bell(client: &Client) -> Vec<(Kind, i64, bool)> {
    let bell: Bell = client.call("load_bell", &[]).await.json();
    bell.newest.into_iter().map(|n| (n.kind, n.count, n.read)).collect()
}

on_both! {
    async fn a_question_before_an_application_is_accepted_by_an_answer(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        let page = ada.fill(&format!("{}/ask", posting.path()), "ask_company", &[("text", "Is it\r\nremote?")]).await;
        assert_eq!(page.toast(), "Your question is on its way.");
        assert_eq!(page.texts(".bubble__text"), ["Is it remote?"]);
        let id = conversation(site).await;
        assert_eq!(bell(&acme).await, [(Kind::MessageRequest, 1, false)]);
        assert_eq!(thread(&acme, &id).await.messages[0].text, "Is it\nremote?");
        assert_eq!(bell(&acme).await, [(Kind::MessageRequest, 1, true)], "what was read is read everywhere");
        assert_eq!(say_raw(&ada, &id, "Hello?").await.error(), AppError::refused(MessageProblem::ConversationClosed));
        assert!(!ada.open(&format!("/messages/{id}")).await.has(".composer"));

        let page = say(&acme, &id, "Yes.").await;
        assert_eq!(page.texts(".bubble__text"), ["Is it remote?", "Yes."]);
        assert_eq!(thread(&ada, &id).await.state, ConversationState::Open);
        say(&ada, &id, "Thanks!").await;
        assert_eq!((&*list(&acme, &[]).await[0].last_text, list(&acme, &[]).await[0].mine), ("Thanks!", Some(false)));
        assert_eq!(list(&ada, &[]).await[0].mine, Some(true));
    }

    async fn a_colleagues_message_is_theirs_in_the_list(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let colleague = site.register_colleague(&acme, "Other").await;
        ask(&ada, &site.post(&acme, NewPosting::default()).await, "Is it remote?").await;
        say(&acme, &conversation(site).await, "Yes.").await;
        let last = async |client: &Client| client.open("/messages").await.texts(".conversation__last");
        assert_eq!(last(&acme).await, ["You: Yes."]);
        assert_eq!(last(&colleague).await, ["Erin of Acme: Yes."]);
        assert_eq!(last(&ada).await, ["Yes."]);
    }

    async fn a_notice_leads_to_whom_it_names(site: &Site) {
        let (ada, bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        let acme = site.register_employer("Acme").await;
        let posting = site.post(&acme, NewPosting::default()).await;
        let newest = async || {
            let page = acme.open("/notifications").await;
            (page.texts(".notification__text").swap_remove(0), page.attrs(".notification__text", "href").swap_remove(0))
        };
        let list = format!("/employer/candidates?posting={}", posting.id);
        let first = ada.apply(&posting).await;
        assert_eq!(newest().await, ("Ada Lovelace applied for Gardener ( new )".into(), format!("/employer/candidates/{first}")));
        let second = bob.apply(&posting).await;
        assert_eq!(newest().await, ("2 new applications for Gardener ( new )".into(), list.clone()));
        ada.call("withdraw_application", &[("id", &first.to_string())]).await;
        assert_eq!(newest().await, ("Ada Lovelace withdrew from Gardener ( new )".into(), format!("/employer/candidates/{first}")));
        bob.call("withdraw_application", &[("id", &second.to_string())]).await;
        assert_eq!(newest().await, ("2 candidates withdrew from Gardener ( new )".into(), format!("{list}&stage=withdrawn")));
        acme.open(&newest().await.1).await;
    }

    async fn a_question_can_be_declined_and_accepted_after_all(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        ask(&ada, &posting, "Why?").await;
        let id = conversation(site).await;
        for (accept, state) in [("false", ConversationState::Declined), ("true", ConversationState::Open)] {
            acme.call("answer_question", &[("conversation", &id), ("accept", accept)]).await;
            assert_eq!(thread(&ada, &id).await.state, state);
        }
        let again = acme.call("answer_question", &[("conversation", &id), ("accept", "false")]).await;
        assert_eq!(again.error(), AppError::refused(MessageProblem::Unanswerable));
    }

    async fn questions_are_few_a_day_and_for_open_postings(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let closed = site.post(&acme, NewPosting { state: "closed", ..NewPosting::default() }).await;
        assert_eq!(ask(&ada, &closed, "Still?").await.error(), AppError::refused(PostingProblem::PostingClosed));
        let first = site.post(&acme, NewPosting::default()).await;
        ask(&ada, &first, "1").await;
        for n in 1..QUESTIONS_A_DAY {
            let posting = site.post(&acme, NewPosting::default()).await;
            assert_eq!(ask(&ada, &posting, &n.to_string()).await.status, StatusCode::OK);
        }
        let posting = site.post(&acme, NewPosting::default()).await;
        let refused = ask(&ada, &posting, "one more").await.error();
        assert_eq!(refused, AppError::refused(MessageProblem::TooManyQuestions(QUESTIONS_A_DAY)));
        assert_eq!(site.count("SELECT COUNT(*) FROM conversations").await, QUESTIONS_A_DAY);
    }

    async fn questions_asked_at_once_are_as_few(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let mut postings = Vec::new();
        for _ in 0..2 * QUESTIONS_A_DAY {
            postings.push(site.post(&acme, NewPosting::default()).await);
        }
        let asked = join_all(postings.iter().map(|posting| ask(&ada, posting, "Why?"))).await;
        let stored = asked.iter().filter(|answer| answer.status == StatusCode::OK).count() as i64;
        assert_eq!((stored, site.count("SELECT COUNT(*) FROM conversations").await), (QUESTIONS_A_DAY, QUESTIONS_A_DAY));
    }

    async fn applying_opens_what_a_question_began(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        ask(&ada, &posting, "Why?").await;
        let id = conversation(site).await;
        let application = ada.apply(&posting).await.to_string();
        ada.call("open_conversation", &[("application", &application)]).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM conversations").await, 1);
        assert_eq!(thread(&ada, &id).await.state, ConversationState::Open);
    }

    async fn a_blocked_conversation_takes_nothing_until_the_same_side_takes_it_back(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        ada.call("block_conversation", &[("conversation", &id), ("blocked", "true")]).await;
        for client in [&ada, &acme] {
            assert_eq!(say_raw(client, &id, "x").await.error(), AppError::refused(MessageProblem::ConversationClosed));
        }
        let other = acme.call("block_conversation", &[("conversation", &id), ("blocked", "false")]).await;
        assert_eq!(other.error(), AppError::refused(MessageProblem::Unanswerable));
        ada.call("block_conversation", &[("conversation", &id), ("blocked", "false")]).await;
        assert_eq!(say_raw(&acme, &id, "x").await.status, StatusCode::OK);
    }

    async fn who_is_blocked_changes_nothing_either(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        say(&ada, &id, "Hello").await;
        let own = thread(&ada, &id).await.messages.remove(0).id.to_string();
        acme.call("block_conversation", &[("conversation", &id), ("blocked", "true")]).await;
        let edited = ada.call("edit_message", &[("id", &own), ("text", "Rude")]).await;
        assert_eq!(edited.error(), AppError::refused(MessageProblem::ConversationClosed));
        assert_eq!(ada.call("delete_message", &[("id", &own)]).await.status, StatusCode::OK);
    }

    async fn presence_is_shown_in_open_conversations_only(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        ask(&ada, &posting, "Why?").await;
        let id = conversation(site).await;
        for (accept, shown) in [("false", 0), ("true", 1)] {
            acme.call("answer_question", &[("conversation", &id), ("accept", accept)]).await;
            assert_eq!(thread(&ada, &id).await.others.len(), shown, "{accept}");
        }
    }

    async fn a_posting_that_was_asked_about_is_archived(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let posting = site.post(&acme, NewPosting::default()).await;
        ask(&ada, &posting, "Why?").await;
        let page = acme.fill(&format!("/employer/postings/{}", posting.id), "delete_posting", &[]).await;
        assert_eq!(page.toast(), "The posting is closed and archived, because people have applied or asked.");
        assert_eq!(thread(&ada, &conversation(site).await).await.messages.len(), 1);
    }

    async fn files_go_with_the_account(site: &Site) {
        let (ada, _, id) = talk(site).await;
        send_files(&ada, &id, "", &[attached("cv.pdf")]).await;
        assert_eq!(site.stored_files("messages"), 1);
        let gone = ada.call("delete_account", &[("delete_password", PASSWORD)]).await;
        assert_eq!(gone.status, StatusCode::OK, "{}", gone.text());
        assert_eq!(site.stored_files("messages"), 0);
    }

    async fn a_search_for_anything_is_a_page(site: &Site) {
        let (ada, ..) = talk(site).await;
        for query in ["q=%00", "q=%25_", "after=0.-8000000000000000000.00000000-0000-0000-0000-000000000000", "show=x"] {
            assert_eq!(ada.get(&format!("/messages?{query}")).await.status, StatusCode::OK, "{query}");
        }
    }

    async fn a_report_is_handled_and_who_made_it_hears_of_it(site: &Site) {
        let (ada, _, id) = talk(site).await;
        for reason in ["Rude.", "Very rude."] {
            let page = ada.fill(&format!("/messages/{id}"), "report_conversation", &[("reason", reason)]).await;
            assert_eq!(page.toast(), "Thank you. The operator will look at it.");
        }
        let report = messages::reports(&site.state.platform.db).await.unwrap().pop().unwrap();
        assert_eq!((report.reason.as_str(), report.reporter.as_str()), ("Very rude.", &*ada.email));
        messages::handle_report(&site.state.platform.db, report.id).await.unwrap();
        assert!(messages::reports(&site.state.platform.db).await.unwrap().is_empty());
        assert_eq!(messages::handle_report(&site.state.platform.db, report.id).await, Err(AppError::NotFound));
        assert_eq!(bell(&ada).await, [(Kind::ReportHandled, 1, false)]);
    }

    async fn a_message_is_changed_for_a_quarter_of_an_hour(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        say(&ada, &id, "Helo").await;
        let message = thread(&ada, &id).await.messages.remove(0);
        let page = ada.fill(&format!("/messages/edit/{}", message.id), "edit_message", &[("text", "Hello")]).await;
        assert_eq!(page.texts(".bubble__text"), ["Hello"]);
        let seen = thread(&acme, &id).await.messages.remove(0);
        assert_eq!((seen.text.as_str(), seen.edited), ("Hello", true));
        assert_eq!(list(&acme, &[]).await[0].last_text, "Hello");

        let own = message.id.to_string();
        site.change("UPDATE messages SET created_at = '2020-01-01 00:00:00+00:00'").await;
        for (function, fields) in [
            ("load_message", &[("id", &*own)][..]),
            ("edit_message", &[("id", &*own), ("text", "x")]),
            ("delete_message", &[("id", &*own)]),
        ] {
            assert_eq!(ada.call(function, fields).await.error(), AppError::refused(MessageProblem::TooLate), "{function}");
        }
        assert!(!ada.open(&format!("/messages/{id}")).await.has(".bubble__edit"));
    }

    async fn a_deleted_message_leaves_nothing_but_its_place(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        send_files(&ada, &id, "secret", &[attached("cv.pdf")]).await;
        assert_eq!(site.stored_files("messages"), 1);
        let message = thread(&ada, &id).await.messages.remove(0);
        ada.fill(&format!("/messages/edit/{}", message.id), "delete_message", &[]).await;
        let seen: Vec<Message> = thread(&acme, &id).await.messages;
        assert_eq!((seen[0].text.as_str(), seen[0].deleted, seen[0].attachments.len()), ("", true, 0));
        assert_eq!(site.stored_files("messages"), 0);
        assert_eq!(list(&acme, &[]).await[0].last_text, "");
        assert_eq!(acme.get(&message.attachments[0].path()).await.status, StatusCode::NOT_FOUND);
    }

    async fn files_come_back_byte_for_byte(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        let (bytes, png) = (pdf(), png());
        let files = [
            File { field: "files", name: "Work sample.final.pdf", bytes: bytes.clone() },
            File { field: "files", name: "photo.exe", bytes: png.clone() },
        ];
        assert_eq!(send_files(&ada, &id, "", &files).await.status, StatusCode::OK);
        let message = thread(&acme, &id).await.messages.remove(0);
        let expected = [("application/pdf", &bytes), ("image/png", &png)];
        for (attachment, (kind, bytes)) in message.attachments.iter().zip(expected) {
            let answer = acme.open(&attachment.path()).await;
            assert_eq!((&answer.body[..], answer.header("content-type")), (&bytes[..], kind));
            assert_eq!(answer.header("x-content-type-options"), "nosniff");
            assert_eq!(attachment.size as usize, bytes.len());
        }
        let names: Vec<_> = message.attachments.iter().map(|a| a.name.as_str()).collect();
        assert_eq!(names, ["Work sample.final", "photo.exe"], "known endings are taken off");
        assert_eq!(list(&acme, &[]).await[0].last_text, "Work sample.final.pdf");
    }

    async fn a_disguised_file_is_refused_and_nothing_typed_is_lost(site: &Site) {
        let (ada, _, id) = talk(site).await;
        let page = format!("/messages/{id}");
        let disguised = |bytes: &[u8]| File { field: "files", name: "photo.png", bytes: bytes.to_vec() };
        for (bytes, problem) in [
            (&b"<script>alert(1)</script>"[..], MessageProblem::NotAnAttachment(1)),
            (b"GIF89a", MessageProblem::NotAnAttachment(1)),
            (b"\x89PNG\r\n\x1a\n", MessageProblem::DamagedAttachment(1)),
            (b"", MessageProblem::EmptyAttachment(1)),
            (b"%PDF-1.7 cut", MessageProblem::DamagedAttachment(1)),
            (include_bytes!("pdf/user-rc4.pdf"), MessageProblem::LockedAttachment(1)),
        ] {
            let refused = send_files(&ada, &id, "look", &[disguised(bytes)]).await;
            assert_eq!(refused.error().problem_of("files"), Some(&Problem::from(problem)));
        }
        let form = ada.form(&page, &format!("{page}/send"), &[]).await;
        let back = ada.submit_files(&form, &[("text", "look")], &[disguised(b"x")]).await;
        assert_eq!(back.texts("textarea[name=text]"), ["look"]);
        assert!(back.text().contains("File 1 is no PDF, PNG, JPEG or WebP file, or is damaged."));
        let many: Vec<File> = (0..=MAX_FILES).map(|_| attached("cv.pdf")).collect();
        let refused = send_files(&ada, &id, "", &many).await;
        assert_eq!(refused.error().problem_of("files"), Some(&Problem::TooMany(MAX_FILES)));
        assert_eq!(site.stored_files("messages"), 0);
        assert!(thread(&ada, &id).await.messages.is_empty());
    }

    async fn a_form_sent_twice_is_one_message(site: &Site) {
        let (ada, _, id) = talk(site).await;
        let form = ada.form(&format!("/messages/{id}"), &format!("/messages/{id}/send"), &[]).await;
        for _ in 0..2 {
            ada.submit_files(&form, &[("text", "once")], &[attached("cv.pdf")]).await;
        }
        let messages = thread(&ada, &id).await.messages;
        assert_eq!((messages.len(), messages[0].attachments.len()), (1, 1));
        assert_eq!(site.stored_files("messages"), 1);
    }

    async fn a_search_finds_words_however_they_are_written(site: &Site) {
        let (ada, acme) = (site.register_seeker("Émile").await, site.register_employer("Öko").await);
        let posting = site.post(&acme, NewPosting { title: "Jäger", ..NewPosting::default() }).await;
        let application = ada.apply(&posting).await.to_string();
        ada.call("open_conversation", &[("application", &application)]).await;
        say_raw(&ada, &conversation(site).await, r"Über 100% [sic] *C:\new_files*?").await;
        let found = [
            "über", "ÜBER", "ueber", "uber", "JÄGER", "jäger", "jae", "öko", "émile", "emile", "100%", "% [S", r"c:\new_f", "*c:",
            "new files", "files über", "jäger files", "10", "file",
        ];
        for found in found {
            assert_eq!(list(&acme, &[("q", found)]).await.len(), 1, "{found}");
        }
        for not in ["101", "C:files", "files/new", "iles", "sic jaguar", "' OR 1=1 --", "\" OR über", "!über_x"] {
            assert!(list(&acme, &[("q", not)]).await.is_empty(), "{not}");
        }
        // What is no word narrows nothing.
        for nothing in ["]", "*?", ".", "🙂"] {
            assert_eq!(list(&acme, &[("q", nothing)]).await.len(), 1, "{nothing}");
        }
    }

    async fn a_search_finds_what_was_said_and_only_by_whom_it_concerns(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        let (bob, other) = (site.register_seeker("Bob").await, site.register_employer("Other").await);
        let posting = site.post(&other, NewPosting::default()).await;
        bob.apply(&posting).await;
        for text in ["Guten Tag", "Wir treffen uns im Café an der Straße", "我们下周在东京见面", "東京タワー", "สวัสดีครับ"] {
            say_raw(&acme, &id, text).await;
        }
        for n in 0..60 {
            say_raw(&acme, &id, &format!("Line {n}")).await;
        }
        for (q, found) in [
            ("cafe", 1), ("CAFÉ", 1), ("strasse", 1), ("STRASSE", 1), ("Straße", 1), ("treffen cafe", 1), ("tref", 1),
            ("东京", 1), ("下周在东京", 1), ("京东", 0), ("東京タワ", 1), ("สวัสดี", 1), ("line 59", 1), ("kaffee", 0),
        ] {
            for client in [&ada, &acme] {
                assert_eq!(list(client, &[("q", q)]).await.len(), found, "{q}");
            }
            for client in [&bob, &other] {
                assert!(list(client, &[("q", q)]).await.is_empty(), "{q}");
            }
        }
    }

    async fn a_search_shows_what_it_has_found_and_leads_there(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        say_raw(&acme, &id, "Wir treffen uns am Freitag um neun im Café an der Straße").await;
        for n in 0..60 {
            say_raw(&ada, &id, &format!("Line {n}")).await;
        }
        let page = acme.open("/messages?q=CAFE").await;
        assert_eq!(page.texts(".conversation__last"), ["…Freitag um neun im Café an der Straße"]);
        let href = page.attrs(".conversation__link", "href").pop().unwrap();
        let (thread, message) = href.split_once('#').unwrap();
        assert!(acme.open(thread).await.has(&format!("#{message}")), "{href}");
        let page = acme.open("/messages?q=line").await;
        assert_eq!(page.texts(".conversation__last"), ["Line 59"], "the newest is itself found");
        assert!(page.attrs(".conversation__link", "href")[0].ends_with("?q=line#end"));
        assert_eq!(ada.open("/messages?q=gardener").await.texts(".conversation__last"), ["You: Line 59"], "by the posting's title");
    }

    async fn what_is_changed_is_found_as_it_is_now(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        say_raw(&ada, &id, "Kirschen").await;
        say_raw(&ada, &id, "Äpfel").await;
        let messages = thread(&ada, &id).await.messages;
        let found = async |q: &str| list(&acme, &[("q", q)]).await.len();
        assert_eq!((found("kirschen").await, found("aepfel").await), (1, 1));
        let first = messages[0].id.to_string();
        ada.call("edit_message", &[("id", &first), ("text", "Birnen")]).await;
        assert_eq!((found("kirschen").await, found("birnen").await), (0, 1));
        for message in &messages {
            ada.call("delete_message", &[("id", &message.id.to_string())]).await;
        }
        assert_eq!((found("birnen").await, found("aepfel").await, found("gardener").await), (0, 0, 1));
        assert_eq!(site.count("SELECT COUNT(*) FROM message_words WHERE words LIKE '%birnen%'").await, 0);
        ada.call("delete_account", &[("delete_password", PASSWORD)]).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM message_words").await, 0);
        if matches!(site.state.platform.db.engine, Engine::Sqlite { .. }) {
            let left = "SELECT COUNT(*) FROM message_search WHERE message_search MATCH 'gardener'";
            assert_eq!(site.count(left).await, 0, "the index holds no more than its table");
        }
    }

    async fn messages_of_before_the_index_come_into_it(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        for text in ["Kirschen", "Äpfel"] {
            say_raw(&ada, &id, text).await;
        }
        site.change("DELETE FROM message_words").await;
        site.change("UPDATE messages SET words_version = 0").await;
        assert!(list(&acme, &[("q", "aepfel")]).await.is_empty());
        let db = &site.state.platform.db;
        while messages::index_some(db).await.unwrap() {}
        for q in ["aepfel", "kirschen", "gardener"] {
            assert_eq!(list(&acme, &[("q", q)]).await.len(), 1, "{q}");
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM message_words").await, 2);
    }

    async fn a_text_carries_its_addresses_wherever_it_is_read(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        let text = "(https://bank.example@evil.example/a), www.b.example…";
        say(&ada, &id, text).await;
        let page = acme.open(&format!("/messages/{id}")).await;
        assert_eq!(page.texts(".bubble__text a"), ["https://evil.example/a", "www.b.example"]);
        assert_eq!(page.attrs(".bubble__text a", "href"), ["https://evil.example/a", "https://www.b.example/"]);
        assert_eq!(page.texts(".bubble__text"), ["( https://evil.example/a ), www.b.example …"]);
        let message = thread(&ada, &id).await.messages.remove(0);
        assert_eq!((&*message.text, message.links.len()), (text, 2), "what is edited is what was written");
    }

    async fn empty_lines_are_folded(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        say(&ada, &id, &format!("Above{}below", "\r\n".repeat(500))).await;
        assert_eq!(thread(&acme, &id).await.messages[0].text, "Above\n\n\nbelow");
    }

    async fn a_notice_takes_the_place_of_the_one_that_was_read(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        let rows = "SELECT COUNT(*) FROM notifications WHERE kind = 'message'";
        for turn in 0..3 {
            say_raw(&acme, &id, "Hello").await;
            say_raw(&acme, &id, "Are you there?").await;
            assert_eq!(bell(&ada).await, [(Kind::Message, 2, false)], "{turn}");
            assert_eq!(site.count(rows).await, 1);
            match turn {
                0 => _ = thread(&ada, &id).await,
                _ => _ = ada.call("read_notifications", &[]).await,
            }
            assert_eq!(bell(&ada).await, [(Kind::Message, 2, true)], "{turn}");
        }
    }

    async fn the_menu_counts_conversations_with_something_new(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        let count = async |client: &Client| client.open("/jobs").await.texts(".site-nav .count");
        assert!(count(&ada).await.is_empty());
        for _ in 0..3 {
            say_raw(&acme, &id, "Hello").await;
        }
        assert_eq!(count(&ada).await, ["1"]);
        thread(&ada, &id).await;
        assert!(count(&ada).await.is_empty());
        ask(&ada, &site.post(&acme, NewPosting::default()).await, "Why?").await;
        assert_eq!(count(&acme).await, ["1"], "a question too, but not the application");
    }

    async fn the_list_is_searched_and_sorted(site: &Site) {
        let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
        let mut ids = Vec::new();
        for title in ["Gardener", "Baker", "Potter"] {
            let posting = site.post(&acme, NewPosting { title, ..NewPosting::default() }).await;
            let application = ada.apply(&posting).await.to_string();
            ada.call("open_conversation", &[("application", &application)]).await;
            let query = "SELECT c.id FROM conversations c JOIN postings p ON p.id = c.posting_id WHERE p.title = $1";
            ids.push(site.id(query, title).await.to_string());
        }
        say_raw(&acme, &ids[0], "Can you prune?").await;
        say_raw(&ada, &ids[1], "Do you bake?").await;
        say_raw(&ada, &ids[2], "Do you fire?").await;
        let titles = async |fields: &[(&str, &str)]| {
            list(&ada, fields).await.into_iter().map(|row| row.title).collect::<Vec<_>>()
        };
        assert_eq!(titles(&[]).await, ["Potter", "Baker", "Gardener"]);
        assert_eq!(titles(&[("show", "unread_first")]).await, ["Gardener", "Potter", "Baker"]);
        assert_eq!(titles(&[("show", "unread")]).await, ["Gardener"]);
        for (q, found) in [("PRUNE", "Gardener"), ("bak", "Baker"), ("potter", "Potter")] {
            assert_eq!(titles(&[("q", q)]).await, [found]);
        }
        assert_eq!(titles(&[("q", "acme")]).await.len(), 3);
        assert!(titles(&[("q", "nothing like it")]).await.is_empty());
        thread_again(&ada, &ids[0]).await;
        assert_eq!(titles(&[("show", "unread")]).await.len(), 1, "what a page asks by itself is not");
        ada.open(&format!("/messages/{}", ids[0])).await;
        assert!(titles(&[("show", "unread")]).await.is_empty(), "what is opened is read");
    }

    async fn a_deleted_account_leaves_nothing_with_others(site: &Site) {
        let (ada, acme, id) = applied(site).await;
        say_raw(&ada, &id, "My secret").await;
        thread(&acme, &id).await;
        say_raw(&ada, &id, "My other secret").await;
        // Folded with hers, whose name it says.
        let both = site.post(&acme, NewPosting::default()).await;
        site.register_seeker("Bob").await.apply(&both).await;
        ada.apply(&both).await;
        let mut told = bell(&acme).await;
        told.sort_by_key(|(kind, count, read)| (kind.to_string(), *count, *read));
        assert_eq!(told, [(Kind::Applied, 1, false), (Kind::Applied, 2, false), (Kind::Message, 1, false)]);
        let port = site.port().await;
        let told = async || {
            let mut socket = Socket::open(port, &acme, 0).await;
            let newest = site.number("SELECT event_seq FROM users WHERE email = $1", &acme.email).await;
            let mut texts = Vec::new();
            loop {
                let (seq, event) = socket.event().await;
                if let Event::Message(MessageChanged { message, .. }) = event {
                    texts.push(message.text);
                }
                if seq == newest {
                    return texts;
                }
            }
        };
        assert_eq!(told().await, ["My secret", "My other secret"]);
        let gone = ada.call("delete_account", &[("delete_password", PASSWORD)]).await;
        assert_eq!(gone.status, StatusCode::OK, "{}", gone.text());
        assert_eq!(bell(&acme).await, [(Kind::Applied, 2, false)]);
        assert!(told().await.is_empty(), "what is told to whoever was away is what there is");
        assert_eq!(site.count("SELECT COUNT(*) FROM notifications WHERE name LIKE 'Ada%'").await, 0);
    }

    async fn older_messages_are_a_link_away(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        for n in 1..=60 {
            say_raw(if n % 2 == 0 { &ada } else { &acme }, &id, &n.to_string()).await;
        }
        let page = ada.open(&format!("/messages/{id}")).await;
        assert_eq!(page.texts(".bubble__text").len(), 50);
        let older = page.attrs(".thread__older", "href").remove(0);
        let page = ada.open(&older).await;
        assert_eq!(page.texts(".bubble__text").first().map(String::as_str), Some("1"));
        assert!(!page.has(".thread__older"));
        assert_eq!(page.texts(".conversation__with"), ["Acme"], "the list beside it is not paged");
    }

    async fn an_account_is_deleted_while_somebody_is_told(site: &Site) {
        let (ada, acme, _) = applied(site).await;
        for client in [&ada, &acme] {
            let user = site.user_of(client).await;
            let mut tx = site.state.platform.db.begin().await.unwrap();
            let notice = Notice { user, kind: Kind::ReportHandled, about: user, subject: None, title: String::new(), name: String::new() };
            notifications::notify(&mut tx, vec![notice]).await.unwrap();
            let told = async {
                until_somebody_waits(site).await;
                tx.commit().await
            };
            let (gone, told) = tokio::join!(client.call("delete_account", &[("delete_password", PASSWORD)]), told);
            assert_eq!(told.map_err(|e| e.to_string()), Ok(()));
            assert_eq!(gone.status, StatusCode::OK, "{}", gone.text());
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM users").await, 0);
    }

    async fn a_kind_that_is_switched_off_is_not_noted(site: &Site) {
        let (ada, acme, id) = talk(site).await;
        let off = [("kinds[]", "applied")];
        let page = acme.fill("/settings/notifications", "save_notification_settings", &off).await;
        assert_eq!(page.toast(), "Your settings are saved.");
        assert_eq!(page.attrs("input[name='kinds[]'][checked]", "value"), ["applied"]);
        assert_eq!(page.attrs("input[name='shown[]'][checked]", "value"), ["reading", "typing", "presence"]);
        say_raw(&ada, &id, "Hello").await;
        assert_eq!(site.count("SELECT COUNT(*) FROM notifications WHERE kind = 'message'").await, 0);
        acme.call("save_notification_settings", &off).await;
        assert_eq!(site.count("SELECT COUNT(*) FROM users WHERE shows_reading").await, 1, "nothing was ticked");
    }
}

/// Until a transaction waits for another's rows. In SQLite writers wait for each other before they begin.
async fn until_somebody_waits(site: &Site) {
    let Engine::Postgres(_) = site.state.platform.db.engine else { return };
    let waiting =
        "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    until(site, waiting, 1).await;
}

/// Ada has applied at Acme, and the two have a conversation; nobody has been told of it.
async fn talk(site: &Site) -> (Client, Client, String) {
    let there = applied(site).await;
    site.change("DELETE FROM notifications").await;
    there
}

/// Ada has applied at Acme, and the two have a conversation.
async fn applied(site: &Site) -> (Client, Client, String) {
    let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
    let posting = site.post(&acme, NewPosting::default()).await;
    let application = ada.apply(&posting).await.to_string();
    ada.call("open_conversation", &[("application", &application)]).await;
    let id = conversation(site).await;
    (ada, acme, id)
}

async fn send_files(client: &Client, conversation: &str, text: &str, files: &[File]) -> Answer {
    let id = Uuid::new_v4().to_string();
    client.call_files(&format!("/messages/{conversation}/send"), &[("id", &id), ("text", text)], files).await
}

async fn say_raw(client: &Client, conversation: &str, text: &str) -> Answer {
    send_files(client, conversation, text, &[]).await
}

fn png() -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(3, 2).write_to(&mut png, image::ImageFormat::Png).unwrap();
    png.into_inner()
}
