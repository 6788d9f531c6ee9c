//! Mails and the queue that sends them: what is promised while servers and nodes fail.

use std::{collections::BTreeMap, time::Duration};

use super::support::*;
use crate::{
    platform::{
        Platform,
        mail::{Mail, send_later},
        queue,
    },
    site::background::task_handlers,
};

fn mail(n: usize) -> Mail {
    Mail {
        to: format!("ada{n}@people.example"),
        name: "Ada".into(),
        language: "en".into(),
        subject: format!("Number {n}"),
        paragraphs: vec!["Hello".into()],
        action: None,
        reason: "Because.".into(),
        unsubscribe: None,
    }
}

async fn queue_mails(platform: &Platform, numbers: std::ops::Range<usize>) {
    for n in numbers {
        let mut tx = platform.db.begin().await.unwrap();
        send_later(&mut tx, &mail(n)).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// Makes every task due, also those that a node has leased which is gone.
async fn all_due(site: &Site) {
    site.change("UPDATE queue SET run_at = created_at WHERE failed_at IS NULL").await;
}

async fn work(platform: &Platform) -> usize {
    queue::work_due(platform, &task_handlers()).await.unwrap()
}

const WAITING: &str = "SELECT COUNT(*) FROM queue WHERE failed_at IS NULL";
const GIVEN_UP: &str = "SELECT COUNT(*) FROM queue WHERE failed_at IS NOT NULL";

on_both! {
    async fn a_mail_is_sent_once_and_none_for_what_was_rolled_back(site: &Site) {
        let server = MailServer::start(|| Mood::Takes).await;
        let platform = site.platform_with(server.mailer());
        let mut tx = platform.db.begin().await.unwrap();
        send_later(&mut tx, &mail(0)).await.unwrap();
        drop(tx);
        queue_mails(&platform, 1..4).await;
        assert_eq!((work(&platform).await, work(&platform).await), (3, 0));
        let subjects = server.taken().iter().map(|mail| header(mail, "Subject")).collect::<Vec<_>>();
        assert_eq!(subjects, ["Number 1", "Number 2", "Number 3"]);
        assert_eq!(site.count("SELECT COUNT(*) FROM queue").await, 0);
    }

    async fn a_server_that_fails_is_tried_again_later(site: &Site) {
        let server = MailServer::start(|| Mood::HangsUp).await;
        let platform = site.platform_with(server.mailer());
        queue_mails(&platform, 0..1).await;
        for mood in [Mood::HangsUp, Mood::Refuses("450 4.2.0 greylisted"), Mood::Refuses("535 5.7.8 who are you")] {
            server.set(mood);
            all_due(site).await;
            assert_eq!((work(&platform).await, work(&platform).await), (1, 0), "{mood:?}: it pauses");
            assert_eq!(site.count(WAITING).await, 1, "{mood:?}");
        }
        server.set(Mood::Takes);
        all_due(site).await;
        work(&platform).await;
        assert_eq!((server.taken().len(), site.count("SELECT COUNT(*) FROM queue").await), (1, 0));
    }

    async fn what_fails_for_ever_is_given_up_and_can_be_begun_anew(site: &Site) {
        let server = MailServer::start(|| Mood::HangsUp).await;
        let platform = site.platform_with(server.mailer());
        queue_mails(&platform, 0..1).await;
        let mut tries = 0;
        while site.count(GIVEN_UP).await == 0 {
            all_due(site).await;
            tries += work(&platform).await;
        }
        assert_eq!(tries, 10);
        let listed = queue::list(&platform.db, uuid::Uuid::nil(), 10).await.unwrap();
        assert!(listed[0].last_error.is_some() && listed[0].failed_at.is_some(), "{listed:?}");
        server.set(Mood::Takes);
        assert_eq!(work(&platform).await, 0);
        assert_eq!(queue::retry(&platform.db, None).await.unwrap(), 1);
        work(&platform).await;
        assert_eq!(server.taken().len(), 1);
    }

    /// Where the server has taken a mail and its answer was lost, the mail comes twice, and both are seen to be one.
    async fn a_mail_whose_receipt_is_lost_has_the_same_id_again(site: &Site) {
        let server = MailServer::start(|| Mood::DropsAfterData).await;
        let platform = site.platform_with(server.mailer());
        queue_mails(&platform, 0..1).await;
        work(&platform).await;
        server.set(Mood::Takes);
        all_due(site).await;
        work(&platform).await;
        let ids = server.taken().iter().map(|mail| header(mail, "Message-ID")).collect::<Vec<_>>();
        assert_eq!((ids.len(), &ids[0]), (2, &ids[1]));
    }

    async fn an_address_that_bounces_is_left_alone(site: &Site) {
        let server = MailServer::start(|| Mood::Refuses("550 5.1.1 no such user")).await;
        let platform = site.platform_with(server.mailer());
        queue_mails(&platform, 7..8).await;
        work(&platform).await;
        assert_eq!(site.count(GIVEN_UP).await, 1);
        assert_eq!(site.found("SELECT email_key FROM bounced_addresses").await, "ada7@people.example");
        server.set(Mood::Takes);
        queue_mails(&platform, 7..9).await;
        work(&platform).await;
        let to = server.taken().iter().map(|mail| header(mail, "To")).collect::<Vec<_>>();
        assert_eq!(to, ["Ada <ada8@people.example>"], "not to the one that bounced");
    }

    /// Nodes that end in the middle of anything, and a server in every mood: no mail is lost, and none comes twice but
    /// where the server had taken it and the connection or the node ended before its answer was noted.
    async fn nothing_is_lost_while_nodes_die_and_the_server_fails(site: &Site) {
        const MAILS: usize = 120;
        let mut n = 0;
        let server = MailServer::start(move || {
            n += 1;
            match n % 6 {
                1 => Mood::HangsUp,
                3 => Mood::DropsAfterData,
                4 => Mood::Refuses("421 4.3.2 busy"),
                _ => Mood::Takes,
            }
        })
        .await;
        let platform = site.platform_with(server.mailer());
        queue_mails(&platform, 0..MAILS).await;
        for life in [3, 40, 11, 25, 60, 7].into_iter().cycle().take(24) {
            let nodes = [(); 2].map(|()| tokio::spawn(queue::work(platform.clone(), task_handlers())));
            tokio::time::sleep(Duration::from_millis(life)).await;
            nodes.iter().for_each(tokio::task::JoinHandle::abort);
            for node in nodes {
                _ = node.await;
            }
            all_due(site).await;
        }
        server.set(Mood::Takes);
        while site.count("SELECT COUNT(*) FROM queue").await > 0 {
            // A mail that was tried ten times waits for the operator.
            queue::retry(&platform.db, None).await.unwrap();
            all_due(site).await;
            work(&platform).await;
        }
        let mut by_subject: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for mail in server.taken() {
            by_subject.entry(header(&mail, "Subject")).or_default().push(header(&mail, "Message-ID"));
        }
        assert_eq!(by_subject.len(), MAILS, "each has arrived");
        for ids in by_subject.values() {
            assert!(ids.iter().all(|id| *id == ids[0]), "what comes twice is seen to be one: {ids:?}");
        }
    }

    async fn a_server_that_hangs_slows_no_page(site: &Site) {
        let server = MailServer::start(|| Mood::Hangs).await;
        let platform = site.platform_with(server.mailer());
        queue_mails(&platform, 0..20).await;
        let node = tokio::spawn(queue::work(platform.clone(), task_handlers()));
        until(site, "SELECT COUNT(*) FROM queue WHERE attempts = 1", 8).await;
        let ada = site.register_seeker("Ada").await;
        assert!(ada.is_logged_in().await);
        assert_eq!(ada.open("/jobs").await.status, 200);
        node.abort();
    }

    async fn the_mailbox_is_for_this_machine_alone(site: &Site) {
        let ada = site.register_seeker("Ada").await;
        site.work_queue().await;
        assert_eq!(ada.get("/dev/mail").await.status, 404, "from another machine");
        let here = site.visitor_here();
        let page = here.get("/dev/mail").await;
        assert_eq!(page.status, 200);
        assert!(page.text().contains("Confirm your e-mail address"), "{}", page.text());
        let id = site.found_id("SELECT id FROM kept_mails").await;
        let mail = here.get(&format!("/dev/mail/{id}")).await;
        assert!(mail.text().contains("Hello Ada,"), "{}", mail.text());
        assert_eq!(here.get(&format!("/dev/mail/{}", uuid::Uuid::nil())).await.status, 404);
        let server = MailServer::start(|| Mood::Takes).await;
        let real = site.visitor_here_with(server.mailer()).await;
        assert_eq!(real.get("/dev/mail").await.status, 404, "where mails leave the site");
    }
}

/// What a header of a mail says.
fn header(mail: &str, name: &str) -> String {
    let line = mail.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
    line.unwrap_or_else(|| panic!("no {name} in\n{mail}")).to_string()
}
