//! The socket: who gets one, what it carries, and that nothing is lost or told twice.

use std::{sync::Arc, time::Duration};

use axum::http::StatusCode;
use sqlx::postgres::PgListener;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Notify,
    time::timeout,
};
use uuid::Uuid;

use super::{
    database::Engine,
    fixtures::{NewPosting, Posting},
    support::*,
};
use crate::{
    accounts,
    applications::{Stage, StageChanged},
    companies,
    db::{Engine as Database, Freshness},
    error::{AppError, Problem},
    execute,
    jobs::PostingChanged,
    live::{
        self, ASK_BEAT, MAX_FRAME_BYTES, MAX_MISSED_EVENTS, PROTOCOL, Watch,
        bus::{self, Bus, Signal, Subscription},
    },
    messages::{
        IsTyping, MarkRead, MessageChanged, MessageRefused, MessageStored, PresenceChanged, ReadUpTo, SendMessage,
        Side, Thread, Typing,
    },
    notifications::UnreadCounted,
    read,
    site::wire::{ClientFrame, Event, ServerFrame},
};

/// Events that somebody missed, more than are read at once.
const MISSED: i64 = 3_000;

/// Ada has applied at Acme, and the two have a conversation.
struct Pair {
    ada: Client,
    acme: Client,
    posting: Posting,
    application: Uuid,
    conversation: Uuid,
}

async fn pair(site: &Site) -> Pair {
    let (ada, acme) = (site.register_seeker("Ada").await, site.register_employer("Acme").await);
    let posting = site.post(&acme, NewPosting::default()).await;
    let application = ada.apply(&posting).await;
    let answer = ada.call("open_conversation", &[("application", &application.to_string())]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let conversation = site.found_id("SELECT id FROM conversations").await;
    Pair { ada, acme, posting, application, conversation }
}

fn send(conversation: Uuid, id: Uuid, text: &str) -> ClientFrame {
    ClientFrame::Send(SendMessage { id, conversation, text: text.into() })
}

/// The next message that is heard: its number in the conversation, and its text.
async fn message(socket: &mut Socket) -> (i64, String) {
    loop {
        if let (_, Event::Message(MessageChanged { message, .. })) = socket.event().await {
            return (message.seq, message.text);
        }
    }
}

/// The number of somebody's newest event.
async fn newest(site: &Site, client: &Client) -> i64 {
    site.number("SELECT event_seq FROM users WHERE email_key = $1", &client.email).await
}

/// Until so many people count as here.
async fn until_here(site: &Site, people: i64) {
    until(site, "SELECT COUNT(*) FROM users WHERE online_until IS NOT NULL", people).await;
}

/// Takes a member out of their company.
async fn leave(site: &Site, member: &Client) {
    let user = site.user_of(member).await;
    let mut tx = site.state.platform.db.begin().await.unwrap();
    companies::leave_all(&mut tx, user).await.unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn a_connection_that_died_without_a_word_is_replaced() {
    run(Engine::Postgres, async |site: &Site| {
        let Database::Postgres(pool) = &site.state.platform.db.engine else { panic!("not PostgreSQL") };
        let server = pool.connect_options();
        let (host, port) = (server.get_host().to_string(), server.get_port());
        // What lies between: once it forgets a connection, nothing comes through, and neither end is told.
        let between = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let through = (*server).clone().port(between.local_addr().unwrap().port());
        let forgets = Arc::new(Notify::new());
        let forgotten = forgets.clone();
        tokio::spawn(async move {
            while let Ok((mut near, _)) = between.accept().await {
                let mut far = TcpStream::connect((host.as_str(), port)).await.unwrap();
                let forgotten = forgotten.clone();
                tokio::spawn(async move {
                    tokio::select! {
                        _ = tokio::io::copy_bidirectional(&mut near, &mut far) => {}
                        () = forgotten.notified() => std::future::pending().await,
                    }
                });
            }
        });

        let (here, there, user) = (Bus::default(), Bus::default(), Uuid::from_u128(7));
        let mut socket = here.subscribe(user).unwrap();
        let heard = async |socket: &mut Subscription| timeout(Duration::from_secs(20), socket.next()).await.unwrap();
        tokio::spawn(here.clone().listen(through, Duration::from_millis(300), Freshness::default()));
        for _ in 0..2 {
            assert!(matches!(heard(&mut socket).await, Signal::Recheck), "a new connection has everybody look");
            assert!(timeout(Duration::from_secs(1), socket.next()).await.is_err(), "silence alone ends none");
            for notice in there.notices(&[user], &[]) {
                let notify = sqlx::query("SELECT pg_notify($1, $2)").bind(bus::CHANNEL).bind(notice);
                notify.execute(pool).await.unwrap();
            }
            assert!(matches!(heard(&mut socket).await, Signal::Look), "it hears what other nodes tell");
            forgets.notify_waiters();
        }
    });
}

on_both! {
    async fn only_who_is_logged_in_and_on_a_page_of_ours_connects(site: &Site) {
        let (port, ada) = (site.port().await, site.register_seeker("Ada").await);
        let ask = async |client: &Client, origin: Option<&'static str>| Socket::ask(port, client, "v=1", origin).await.err();
        assert_eq!(ask(&site.visitor(), Some(ORIGIN)).await, Some(StatusCode::UNAUTHORIZED));
        for origin in [None, Some("https://evil.example"), Some("null")] {
            assert_eq!(ask(&ada, origin).await, Some(StatusCode::FORBIDDEN), "{origin:?}");
        }
        assert_eq!(ask(&ada, Some(ORIGIN)).await, None);
        assert_eq!(ada.get("/live").await.status, StatusCode::FORBIDDEN, "a page without an origin");
    }

    async fn a_message_is_stored_and_heard_by_everybody_in_order(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let colleague = site.register_colleague(&pair.acme, "Colleague").await;
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        let mut acme = Socket::open(port, &pair.acme, newest(site, &pair.acme).await).await;
        let mut other = Socket::open(port, &colleague, newest(site, &colleague).await).await;
        for n in 1..=20 {
            ada.say(&send(pair.conversation, Uuid::new_v4(), &format!("message {n}"))).await;
        }
        for n in 1..=20 {
            assert!(matches!(ada.answer().await, ServerFrame::Sent(MessageStored { seq, .. }) if seq == n));
        }
        for socket in [&mut acme, &mut other] {
            for n in 1..=20 {
                assert_eq!(message(socket).await, (n, format!("message {n}")));
            }
        }
        acme.say(&send(pair.conversation, Uuid::new_v4(), "thanks")).await;
        loop {
            let (_, event) = ada.event().await;
            if let Event::Message(MessageChanged { message, .. }) = event && message.side == Side::Company {
                assert_eq!((message.seq, message.text.as_str()), (21, "thanks"));
                break;
            }
        }
    }

    async fn sent_again_it_stays_one_message(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let id = Uuid::new_v4();
        for _ in 0..2 {
            let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
            for _ in 0..5 {
                ada.say(&send(pair.conversation, id, "once")).await;
            }
            for _ in 0..5 {
                assert!(matches!(ada.answer().await, ServerFrame::Sent(MessageStored { id: of, seq: 1, .. }) if of == id));
            }
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM messages").await, 1);
        let mut acme = Socket::open(port, &pair.acme, newest(site, &pair.acme).await).await;
        acme.say(&send(pair.conversation, id, "stolen")).await;
        let refused = acme.answer().await;
        assert!(matches!(&refused, ServerFrame::Refused(MessageRefused { error: AppError::Malformed, .. })), "{refused:?}");
    }

    async fn what_was_missed_is_told_on_return(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let before = newest(site, &pair.acme).await;
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        for n in 1..=30 {
            ada.say(&send(pair.conversation, Uuid::new_v4(), &n.to_string())).await;
            ada.answer().await;
        }
        let mut acme = Socket::open(port, &pair.acme, before).await;
        let mut last = before;
        let mut texts = Vec::new();
        while texts.len() < 30 {
            let (seq, event) = acme.event().await;
            assert_eq!(seq, last + 1, "no event is left out");
            last = seq;
            if let Event::Message(MessageChanged { message, .. }) = event {
                texts.push(message.text);
            }
        }
        assert_eq!(texts, (1..=30).map(|n| n.to_string()).collect::<Vec<_>>());
    }

    async fn who_missed_too_much_is_told_to_load_anew(site: &Site) {
        let (port, ada) = (site.port().await, site.register_seeker("Ada").await);
        for (seq, after) in [(MAX_MISSED_EVENTS + 1, 0), (7, 12), (7, 3)] {
            site.set_number("UPDATE users SET event_seq = $1", seq).await;
            let mut socket = Socket::open(port, &ada, after).await;
            assert_eq!(socket.hear().await, Some(ServerFrame::Reset { seq }), "{seq} {after}");
        }
    }

    async fn what_is_older_than_a_month_is_told_no_longer(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let from = newest(site, &pair.ada).await;
        let mut ada = Socket::open(port, &pair.ada, from).await;
        for text in ["old", "new"] {
            ada.say(&send(pair.conversation, Uuid::now_v7(), text)).await;
            assert!(matches!(ada.answer().await, ServerFrame::Sent(MessageStored { .. })));
        }
        site.change("UPDATE events SET created_at = '2020-01-01 00:00:00+00:00' WHERE subject IN (SELECT id FROM messages WHERE text = 'old')").await;
        live::prune(&site.state.platform.db).await.unwrap();
        let kept = "SELECT COUNT(*) FROM events e JOIN users u ON u.id = e.user_id WHERE u.email_key = $1";
        assert_eq!(site.number(kept, &pair.ada.email).await, newest(site, &pair.ada).await - 1);
        let mut ada = Socket::open(port, &pair.ada, from).await;
        assert_eq!(ada.answer().await, ServerFrame::Reset { seq: newest(site, &pair.ada).await });
    }

    async fn a_logout_closes_the_socket_and_no_other(site: &Site) {
        let port = site.port().await;
        let (ada, again) = (site.register_seeker("Ada").await, site.visitor());
        again.login(&ada.email, PASSWORD).await;
        let mut here = Socket::open(port, &ada, 0).await;
        let mut there = Socket::open(port, &again, 0).await;
        ada.call("logout", &[]).await;
        assert_eq!(here.closed().await, Some(1008));
        there.say_raw("?").await;
        assert_eq!(there.answer().await, ServerFrame::Misunderstood);
        accounts::set_disabled(&site.state.platform.db, site.user_of(&ada).await, true).await.unwrap();
        assert_eq!(there.closed().await, Some(1008));
    }

    async fn a_logout_is_heard_while_much_is_told(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let ada = pair.ada;
        let user = site.user_of(&ada).await;
        let mut acme = Socket::open(port, &pair.acme, newest(site, &pair.acme).await).await;
        acme.say(&send(pair.conversation, Uuid::new_v4(), "Hello")).await;
        let message = loop {
            if let Event::Message(MessageChanged { message, .. }) = acme.event().await.1 {
                break message;
            }
        };
        // Together more than the network keeps for a browser that does not read.
        let mut tx = site.state.platform.db.begin().await.unwrap();
        execute!(&mut tx, sqlx::query("UPDATE messages SET text = $1").bind("x".repeat(16_000))).unwrap();
        let told = MessageChanged { conversation: pair.conversation, message };
        (0..MISSED).for_each(|_| live::publish(&mut tx, [user], &told));
        tx.commit().await.unwrap();
        let before = newest(site, &ada).await - MISSED;
        let mut socket = Socket::open(port, &ada, before).await;
        ada.call("logout", &[]).await;
        let mut heard = before;
        while let Some(frame) = socket.hear().await {
            heard += 1;
            assert!(matches!(frame, ServerFrame::Event { seq, .. } if seq == heard), "{heard}: {frame:?}");
        }
        assert!(heard < before + MISSED, "all of it was told after the logout");
    }

    async fn who_has_a_new_name_writes_under_it(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        let mut acme = Socket::open(port, &pair.acme, newest(site, &pair.acme).await).await;
        let name = "Ada Lovelace";
        let saved = pair.ada.call("save_account", &[("name", name), ("email", &pair.ada.email)]).await;
        assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
        ada.say(&send(pair.conversation, Uuid::now_v7(), "hello")).await;
        loop {
            if let (_, Event::Message(MessageChanged { message, .. })) = acme.event().await {
                assert_eq!(message.name, name);
                break;
            }
        }
        ada.say(&ClientFrame::Typing(IsTyping { conversation: pair.conversation })).await;
        let typing = ServerFrame::Typing(Typing { conversation: pair.conversation, name: name.into() });
        // That Ada is here may be told late.
        let told = loop {
            match acme.passing().await {
                Some(ServerFrame::Presence(_)) => {}
                other => break other,
            }
        };
        assert_eq!(told, Some(typing));
    }

    async fn who_is_no_longer_a_member_is_let_go(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        ada.say(&send(pair.conversation, Uuid::new_v4(), "secret")).await;
        assert!(matches!(ada.answer().await, ServerFrame::Sent(MessageStored { .. })));
        let newest = newest(site, &pair.acme).await;
        let mut socket = Socket::open(port, &pair.acme, newest).await;
        leave(site, &pair.acme).await;
        assert_eq!(socket.closed().await, Some(1008));
        // What they were told as a member is told no longer, but that it is not unread any more.
        let mut socket = Socket::open(port, &pair.acme, 0).await;
        assert_eq!(socket.hear().await, Some(ServerFrame::Reset { seq: newest + 1 }));
        socket.say_raw("?").await;
        assert_eq!(socket.hear().await, Some(ServerFrame::Misunderstood));
        assert_eq!(site.count("SELECT COUNT(*) FROM notifications").await, 0);
    }

    async fn nobody_hears_of_a_conversation_that_they_are_not_in(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        // Bob talks with the same company about the same posting, Beta is another company.
        let (bob, beta) = (site.register_seeker("Bob").await, site.register_employer("Beta").await);
        let application = bob.apply(&pair.posting).await.to_string();
        bob.call("open_conversation", &[("application", &application)]).await;
        let mut strangers = Vec::new();
        for stranger in [&bob, &beta] {
            strangers.push(Socket::open(port, stranger, newest(site, stranger).await).await);
        }

        let (id, conversation) = (Uuid::now_v7(), pair.conversation.to_string());
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        let mut acme = Socket::open(port, &pair.acme, newest(site, &pair.acme).await).await;
        ada.say(&send(pair.conversation, id, "secret")).await;
        message(&mut acme).await;
        ada.say(&ClientFrame::Typing(IsTyping { conversation: pair.conversation })).await;
        acme.say(&ClientFrame::Read(MarkRead { conversation: pair.conversation, seq: 1 })).await;
        while !matches!(ada.event().await.1, Event::Read(_)) {}
        let application = pair.application.to_string();
        let message = id.to_string();
        for (client, function, fields) in [
            (&pair.ada, "edit_message", &[("id", &*message), ("text", "still secret")][..]),
            (&pair.ada, "delete_message", &[("id", &*message)]),
            (&pair.ada, "block_conversation", &[("conversation", &*conversation), ("blocked", "true")]),
            (&pair.ada, "report_conversation", &[("conversation", &*conversation), ("reason", "Rude.")]),
            (&pair.acme, "change_stage", &[("id", &*application), ("stage", "interview"), ("version", "1")]),
            (&pair.ada, "withdraw_application", &[("id", &*application)]),
        ] {
            let done = client.call(function, fields).await;
            assert_eq!(done.status, StatusCode::OK, "{function}: {}", done.text());
        }
        drop(ada);
        while !matches!(acme.event().await.1, Event::Application(StageChanged { stage: Stage::Withdrawn, .. })) {}

        let theirs = [conversation, application, site.user_of(&pair.ada).await.to_string()];
        for mut stranger in strangers {
            stranger.say_raw("?").await;
            loop {
                let heard = stranger.hear().await.expect("an open socket");
                let json = serde_json::to_string(&heard).unwrap();
                assert!(!theirs.iter().any(|id| json.contains(id)), "{json}");
                if heard == ServerFrame::Misunderstood {
                    break;
                }
            }
        }
    }

    async fn typing_and_presence_are_told_unless_one_of_them_minds(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        ada.say(&send(pair.conversation, Uuid::now_v7(), "hello")).await;
        ada.answer().await;
        let member = site.user_of(&pair.acme).await;
        let typing = ClientFrame::Typing(IsTyping { conversation: pair.conversation });
        let mut acme = Socket::open(port, &pair.acme, newest(site, &pair.acme).await).await;
        assert_eq!(ada.passing().await, Some(ServerFrame::Presence(PresenceChanged { user: member, online: true, hidden: false })));
        acme.say(&typing).await;
        assert!(matches!(ada.passing().await, Some(ServerFrame::Typing(_))));
        // Another tab, which comes and goes, is no news.
        drop(Socket::open(port, &pair.acme, newest(site, &pair.acme).await).await);
        drop(acme);
        assert_eq!(ada.passing().await, Some(ServerFrame::Presence(PresenceChanged { user: member, online: false, hidden: false })));
        let id = pair.conversation.to_string();
        let seen: Thread = pair.ada.call("load_thread", &[("id", &id)]).await.json();
        assert_eq!(seen.others.iter().map(|p| (p.id, p.online, p.seen.is_some())).collect::<Vec<_>>(), [(member, false, true)]);
        for minds in [
            "UPDATE users SET shows_typing = role <> 'seeker', shows_presence = role <> 'seeker'",
            "UPDATE users SET shows_typing = role = 'seeker', shows_presence = role = 'seeker'",
        ] {
            site.change(minds).await;
            let mut acme = Socket::open(port, &pair.acme, newest(site, &pair.acme).await).await;
            acme.say(&typing).await;
            acme.say_raw("?").await;
            acme.answer().await;
            until_here(site, 2).await;
            drop(acme);
            until_here(site, 1).await;
            ada.say_raw("?").await;
            assert_eq!(ada.passing().await, None, "{minds}");
        }
    }

    async fn who_hides_is_gone_for_others_and_back_when_they_show_again(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        let acme = Socket::open(port, &pair.acme, newest(site, &pair.acme).await).await;
        let user = site.user_of(&pair.acme).await;
        assert_eq!(ada.passing().await, Some(ServerFrame::Presence(PresenceChanged { user, online: true, hidden: false })));
        for (shown, online) in [("typing", false), ("presence", true), ("reading", false)] {
            let saved = pair.acme.call("save_notification_settings", &[("shown[]", shown)]).await;
            assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
            assert_eq!(ada.passing().await, Some(ServerFrame::Presence(PresenceChanged { user, online, hidden: !online })), "{shown}");
        }
        // Hidden as before, and shown while no page is open: nothing is told.
        pair.acme.call("save_notification_settings", &[("shown[]", "typing")]).await;
        drop(acme);
        until_here(site, 1).await;
        // One is told of after the other.
        let bob = site.register_seeker("Bob").await;
        let _bob = Socket::open(port, &bob, 0).await;
        until_here(site, 2).await;
        pair.acme.call("save_notification_settings", &[("shown[]", "presence")]).await;
        ada.say_raw("?").await;
        assert_eq!(ada.passing().await, None);
    }

    async fn who_has_read_all_of_the_other_side_has_nothing_unread(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let colleague = site.register_colleague(&pair.acme, "Colleague").await;
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        let mut other = Socket::open(port, &colleague, newest(site, &colleague).await).await;
        ada.say(&send(pair.conversation, Uuid::now_v7(), "One")).await;
        message(&mut other).await;
        other.say(&send(pair.conversation, Uuid::now_v7(), "Two")).await;
        message(&mut other).await;
        site.change("UPDATE notifications SET read_at = created_at WHERE kind <> 'message'").await;
        let mut acme = Socket::open(port, &pair.acme, newest(site, &pair.acme).await).await;
        acme.say(&ClientFrame::Read(MarkRead { conversation: pair.conversation, seq: 1 })).await;
        while acme.event().await.1 != (Event::Notifications(UnreadCounted { unread: 0, talks: 0 })) {}
    }

    async fn who_comes_while_it_cannot_be_noted_is_noted_later(site: &Site) {
        let (port, ada) = (site.port().await, site.register_seeker("Ada").await);
        site.change("ALTER TABLE users RENAME COLUMN online_until TO away").await;
        let mut ada = Socket::open(port, &ada, 0).await;
        ada.say_raw("?").await;
        assert_eq!(ada.answer().await, ServerFrame::Misunderstood, "the socket serves");
        site.change("ALTER TABLE users RENAME COLUMN away TO online_until").await;
        until_here(site, 1).await;
    }

    async fn who_doubts_the_connection_hears_a_beat(site: &Site) {
        let (port, ada) = (site.port().await, site.register_seeker("Ada").await);
        let mut ada = Socket::open(port, &ada, 0).await;
        // The first comes by itself, the next would after 25 seconds.
        ada.beat().await;
        for _ in 0..3 {
            ada.say_raw(ASK_BEAT).await;
            ada.beat().await;
        }
    }

    async fn whom_a_killed_node_has_left_is_noticed(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        site.change("UPDATE users SET online_until = '2020-01-01 00:00:00+00:00' WHERE role = 'employer'").await;
        site.state.messenger.presence.note_seen().await.unwrap();
        let user = site.user_of(&pair.acme).await;
        assert_eq!(ada.passing().await, Some(ServerFrame::Presence(PresenceChanged { user, online: false, hidden: false })));
        until_here(site, 1).await;
    }

    async fn whoever_was_away_does_not_hear_what_was_deleted(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let before = newest(site, &pair.acme).await;
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        let ids = [Uuid::now_v7(), Uuid::now_v7()];
        for id in ids {
            ada.say(&send(pair.conversation, id, "secret")).await;
            ada.answer().await;
        }
        pair.ada.call("delete_message", &[("id", &ids[0].to_string())]).await;
        pair.ada.call("edit_message", &[("id", &ids[1].to_string()), ("text", "plain")]).await;
        let mut acme = Socket::open(port, &pair.acme, before).await;
        let mut texts = Vec::new();
        while texts.len() < 4 {
            texts.push(message(&mut acme).await);
        }
        assert_eq!(texts, [(1, ""), (2, "plain"), (1, ""), (2, "plain")].map(|(seq, text)| (seq, text.to_string())));
    }

    async fn what_is_counted_into_an_unread_notification_is_told(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let mut acme = Socket::open(port, &pair.acme, newest(site, &pair.acme).await).await;
        site.register_seeker("Bob").await.apply(&pair.posting).await;
        assert_eq!(acme.event().await.1, Event::Posting(PostingChanged { id: pair.posting.id }));
        assert_eq!(acme.event().await.1, Event::Notifications(UnreadCounted { unread: 1, talks: 0 }));
        // Of messages each is an event already.
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        for text in ["first", "second", "third"] {
            ada.say(&send(pair.conversation, Uuid::new_v4(), text)).await;
            assert!(matches!(ada.answer().await, ServerFrame::Sent(MessageStored { .. })));
        }
        let mut told = Vec::new();
        while told.len() < 4 {
            told.push(matches!(acme.event().await.1, Event::Notifications(UnreadCounted { unread: 2, talks: 1 })));
        }
        assert_eq!(told, [false, true, false, false]);
    }

    async fn every_unread_notification_is_counted(site: &Site) {
        let (port, acme) = (site.port().await, site.register_employer("Acme").await);
        let (first, second) =
            (site.post(&acme, NewPosting::default()).await, site.post(&acme, NewPosting::default()).await);
        let (ada, bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        let mut socket = Socket::open(port, &acme, newest(site, &acme).await).await;
        tokio::join!(ada.apply(&first), bob.apply(&second));
        while socket.event().await.1 != (Event::Notifications(UnreadCounted { unread: 2, talks: 0 })) {}
    }

    async fn a_reader_hears_that_the_posting_is_closed(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let bob = site.register_seeker("Bob").await;
        let mut reading = Socket::open(port, &bob, 0).await;
        reading.say(&ClientFrame::Watch(Watch { thing: pair.posting.id, version: 1 })).await;
        reading.say_raw("?").await;
        assert_eq!(reading.answer().await, ServerFrame::Misunderstood, "the watch is noted");
        let closed = pair.acme.call("close_posting", &[("id", &pair.posting.id.to_string())]).await;
        assert_eq!(closed.status, StatusCode::OK, "{}", closed.text());
        assert_eq!(reading.passing().await, Some(ServerFrame::Posting(PostingChanged { id: pair.posting.id })));
        // Whoever has the page of before, and listens only now, hears of it as well.
        let mut late = Socket::open(port, &bob, 0).await;
        late.say(&ClientFrame::Watch(Watch { thing: pair.posting.id, version: 1 })).await;
        assert_eq!(late.passing().await, Some(ServerFrame::Posting(PostingChanged { id: pair.posting.id })));
    }

    async fn a_reader_hears_that_the_posting_is_gone(site: &Site) {
        let (port, acme) = (site.port().await, site.register_employer("Acme").await);
        let bob = site.register_seeker("Bob").await;
        let watch = |posting: &Posting| ClientFrame::Watch(Watch { thing: posting.id, version: 1 });
        for how in ["deleted", "archived"] {
            let posting = site.post(&acme, NewPosting::default()).await;
            let mut reading = Socket::open(port, &bob, 0).await;
            reading.say(&watch(&posting)).await;
            reading.say_raw("?").await;
            assert_eq!(reading.answer().await, ServerFrame::Misunderstood, "the watch is noted");
            match how {
                "deleted" => {
                    let gone = acme.call("delete_posting", &[("id", &posting.id.to_string())]).await;
                    assert_eq!(gone.status, StatusCode::OK, "{}", gone.text());
                }
                _ => leave(site, &acme).await,
            }
            assert_eq!(reading.passing().await, Some(ServerFrame::Posting(PostingChanged { id: posting.id })), "{how}");
            let mut late = Socket::open(port, &bob, 0).await;
            late.say(&watch(&posting)).await;
            assert_eq!(late.passing().await, Some(ServerFrame::Posting(PostingChanged { id: posting.id })), "{how}");
        }
    }

    async fn strangers_hear_and_say_nothing(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        for stranger in [site.register_seeker("Bob").await, site.register_employer("Beta").await] {
            let mut socket = Socket::open(port, &stranger, 0).await;
            for id in [pair.conversation, Uuid::now_v7()] {
                socket.say(&send(id, Uuid::new_v4(), "hello")).await;
                let refused = socket.answer().await;
                assert!(matches!(&refused, ServerFrame::Refused(MessageRefused { error: AppError::NotFound, .. })), "{refused:?}");
                socket.say(&ClientFrame::Typing(IsTyping { conversation: id })).await;
                socket.say(&ClientFrame::Read(MarkRead { conversation: id, seq: 1 })).await;
            }
            let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
            ada.say(&send(pair.conversation, Uuid::new_v4(), "secret")).await;
            ada.answer().await;
            assert_eq!(newest(site, &stranger).await, 0);
            assert_eq!(stranger.get(&format!("/messages/{}", pair.conversation)).await.status, StatusCode::NOT_FOUND);
        }
    }

    async fn what_makes_no_sense_is_told_and_the_connection_stays(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        for odd in ["", "{", "[]", "{\"type\":\"fly\"}", "{\"type\":\"send\",\"id\":1}"] {
            ada.say_raw(odd).await;
            assert_eq!(ada.answer().await, ServerFrame::Misunderstood, "{odd}");
        }
        let wrong = [(" \n\u{200b}", Problem::Required), (&*"x".repeat(4_001), Problem::TooLong(4_000))];
        for (text, problem) in wrong {
            ada.say(&send(pair.conversation, Uuid::new_v4(), text)).await;
            let ServerFrame::Refused(MessageRefused { error, .. }) = ada.answer().await else { panic!("{text}") };
            assert_eq!(error.problem_of("text"), Some(&problem));
        }
        ada.say(&send(pair.conversation, Uuid::new_v4(), "fine")).await;
        assert!(matches!(ada.answer().await, ServerFrame::Sent(MessageStored { seq: 1, .. })));
        ada.say_raw("x".repeat(MAX_FRAME_BYTES + 1)).await;
        assert_eq!(ada.closed().await, Some(1009));
    }

    /// And is not cut off by what is still on its way.
    async fn a_frame_that_is_too_large_is_told_so(site: &Site) {
        let (port, ada) = (site.port().await, site.register_seeker("Ada").await);
        for bytes in [MAX_FRAME_BYTES + 1, 500_000].repeat(10) {
            let mut socket = Socket::open(port, &ada, 0).await;
            socket.say_raw("x".repeat(bytes)).await;
            assert_eq!(socket.closed().await, Some(1009), "{bytes}");
        }
    }

    /// However often it is said: the newest word counts, and is not lost with the socket.
    async fn what_is_said_to_be_read_in_masses_is_noted(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        for _ in 0..3 {
            ada.say(&send(pair.conversation, Uuid::new_v4(), "Hello")).await;
            ada.answer().await;
        }
        let mut acme = Socket::open(port, &pair.acme, newest(site, &pair.acme).await).await;
        for seq in [1, 2].repeat(40).into_iter().chain([3]) {
            acme.say(&ClientFrame::Read(MarkRead { conversation: pair.conversation, seq })).await;
        }
        acme.say_raw("?").await;
        assert_eq!(acme.answer().await, ServerFrame::Misunderstood);
        drop(acme);
        let user = site.user_of(&pair.acme).await;
        let read = async || -> i64 {
            read!(&site.state.platform.db, |c| {
                sqlx::query_scalar("SELECT seq FROM conversation_reads WHERE user_id = $1").bind(user).fetch_one(c)
            })
            .unwrap()
        };
        timeout(Duration::from_secs(20), async { while read().await != 3 {} }).await.expect("it is noted");
    }

    async fn views_are_told_to_those_of_the_company_who_are_here(site: &Site) {
        let (port, acme, beta) =
            (site.port().await, site.register_employer("Acme").await, site.register_employer("Beta").await);
        let mut postings = Vec::new();
        for employer in [&acme, &acme, &beta] {
            postings.push(site.post(employer, NewPosting::default()).await.id);
        }
        let mut socket = Socket::open(port, &acme, 0).await;
        until_here(site, 1).await;
        for (n, posting) in postings.iter().enumerate() {
            (0..=n).for_each(|_| site.state.views.count(*posting));
        }
        let mut listener = match &site.state.platform.db.engine {
            Database::Postgres(pool) => Some(PgListener::connect_with(pool).await.unwrap()),
            Database::Sqlite { .. } => None,
        };
        if let Some(listener) = &mut listener {
            listener.listen(bus::CHANNEL).await.unwrap();
        }
        site.state.views.flush(&site.state.platform.db).await.unwrap();
        if let Some(mut listener) = listener {
            site.state.bus.pass(&site.state.platform.db, &[Uuid::nil()], r#"{"type":"beat"}"#).await.unwrap();
            let mut notices = Vec::new();
            while !notices.last().is_some_and(|notice: &String| notice.contains("beat")) {
                notices.push(listener.recv().await.unwrap().payload().to_string());
            }
            assert_eq!(notices.len(), 3, "no other node is told of those who are away: {notices:?}");
        }
        let mut told = Vec::new();
        socket.say_raw("?").await;
        while let Some(ServerFrame::Posting(PostingChanged { id })) = socket.passing().await {
            told.push(id);
        }
        told.sort();
        assert_eq!(told, postings[..2]);
        for (views, posting) in (1..).zip(postings) {
            let seen: i64 = read!(&site.state.platform.db, |c| {
                sqlx::query_scalar("SELECT views FROM postings WHERE id = $1").bind(posting).fetch_one(c)
            })
            .unwrap();
            assert_eq!(seen, views);
        }
    }

    async fn a_page_of_another_time_or_person_is_told(site: &Site) {
        let port = site.port().await;
        let (ada, bob) = (site.register_seeker("Ada").await, site.register_seeker("Bob").await);
        let of = async |client: &Client| format!("v={PROTOCOL}&after=0&me={}", site.user_of(client).await);
        for query in ["", "after=0", "v=0", "v=999&after=1", &of(&bob).await] {
            let mut socket = Socket::ask(port, &ada, query, Some(ORIGIN)).await.unwrap();
            assert_eq!(socket.hear().await, Some(ServerFrame::Outdated), "{query}");
            assert_eq!(socket.closed().await, Some(1008), "{query}");
        }
        let mut socket = Socket::ask(port, &ada, &of(&ada).await, Some(ORIGIN)).await.unwrap();
        assert_eq!(socket.hear().await, Some(ServerFrame::Hello { seq: 0 }));
    }

    async fn when_the_server_stops_sockets_are_told_to_come_back(site: &Site) {
        let (port, ada) = (site.port().await, site.register_seeker("Ada").await);
        let mut socket = Socket::open(port, &ada, 0).await;
        let (code, ()) = tokio::join!(socket.closed(), site.state.bus.stop());
        assert_eq!(code, Some(1012));
    }

    async fn too_many_messages_are_slowed(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        let (began, mut stored, mut refused) = (std::time::Instant::now(), 0, 0);
        for n in 0..200 {
            ada.say(&send(pair.conversation, Uuid::new_v4(), &n.to_string())).await;
            match ada.answer().await {
                ServerFrame::Sent(MessageStored { .. }) => stored += 1,
                ServerFrame::Refused(MessageRefused { error: AppError::TooMany { .. }, .. }) => refused += 1,
                other => panic!("{other:?}"),
            }
        }
        let regained = (began.elapsed().as_secs_f64() * 100.0 / 60.0) as u64 + 1;
        assert!((100..=100 + regained).contains(&stored), "{stored} in {:?}", began.elapsed());
        assert_eq!(stored + refused, 200);
    }

    async fn both_sides_hear_of_an_application(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        let mut acme = Socket::open(port, &pair.acme, newest(site, &pair.acme).await).await;
        let id = pair.application.to_string();
        let moved = pair.acme.call("change_stage", &[("id", &id), ("stage", "interview"), ("version", "1")]).await;
        assert_eq!(moved.status, StatusCode::OK, "{}", moved.text());
        let interview = Event::Application(StageChanged { id: pair.application, stage: Stage::Interview });
        assert_eq!(ada.event().await.1, interview);
        assert_eq!(ada.event().await.1, Event::Notifications(UnreadCounted { unread: 1, talks: 0 }));
        assert_eq!(acme.event().await.1, interview);
        assert_eq!(acme.event().await.1, Event::Posting(PostingChanged { id: pair.posting.id }));
        pair.ada.call("withdraw_application", &[("id", &id)]).await;
        let withdrawn = Event::Application(StageChanged { id: pair.application, stage: Stage::Withdrawn });
        assert_eq!(ada.event().await.1, withdrawn);
        while acme.event().await.1 != withdrawn {}
    }

    async fn reading_is_told_to_the_other_side_unless_one_of_them_minds(site: &Site) {
        let (port, pair) = (site.port().await, pair(site).await);
        let mut ada = Socket::open(port, &pair.ada, newest(site, &pair.ada).await).await;
        let mut acme = Socket::open(port, &pair.acme, newest(site, &pair.acme).await).await;
        ada.say(&send(pair.conversation, Uuid::new_v4(), "one")).await;
        message(&mut acme).await;
        acme.say(&ClientFrame::Read(MarkRead { conversation: pair.conversation, seq: 1 })).await;
        let read = Event::Read(ReadUpTo { conversation: pair.conversation, side: Side::Company, seq: 1 });
        while ada.event().await.1 != read {}
        site.change("UPDATE users SET shows_reading = FALSE WHERE role = 'seeker'").await;
        ada.say(&send(pair.conversation, Uuid::new_v4(), "two")).await;
        message(&mut acme).await;
        acme.say(&ClientFrame::Read(MarkRead { conversation: pair.conversation, seq: 2 })).await;
        acme.say(&send(pair.conversation, Uuid::new_v4(), "three")).await;
        loop {
            match ada.event().await.1 {
                Event::Message(MessageChanged { message, .. }) if message.text == "three" => break,
                Event::Read(ReadUpTo { seq, .. }) => assert_ne!(seq, 2, "this was not to be told"),
                _ => {}
            }
        }
    }
}
