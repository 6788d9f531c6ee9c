//! Databases that earlier releases have made, brought up to date: nothing is lost, and their people find their pages.

use std::collections::BTreeMap;

use super::{
    database::{Database, Engine},
    support::*,
};
use crate::{
    db::{Db, Engine as Running},
    read,
};

/// A release, and what its people have left in a database.
struct Release {
    /// The newest migration that it has.
    last: i64,
    sqlite: &'static str,
    postgres: &'static str,
    /// What is read before and after: the columns have to be the same texts.
    compared: &'static [(&'static str, &'static str)],
}

macro_rules! release {
    ($last:literal, $compared:expr) => {
        Release {
            last: $last,
            sqlite: include_str!(concat!("releases/00", $last, "/sqlite.sql")),
            postgres: include_str!(concat!("releases/00", $last, "/postgres.sql")),
            compared: $compared,
        }
    };
}

/// Every release whose database this one takes over, the oldest first.
const RELEASES: &[Release] = &[release!(15, STAGES_APART)];
/// The password of everybody in the dumps.
const PASSWORD: &str = "jobi-demo-2026";

/// Where an application or a change of it stands, by the tables of before and of now.
const STAGES_APART: &[(&str, &str)] = &[
    (
        "SELECT p.title || '|' || a.email || '|' || a.name || '|' || a.phone || '|' || a.letter || '|' || a.headline
             || '|' || a.place || '|' || a.about || '|' || a.skills || '|' || a.links || '|' || CAST(a.version AS TEXT)
             || '|' || u.email || '|' || r.name || '|' || (a.seen_at IS NULL)
             || '|' || CASE a.stage WHEN 'in_review' THEN 'review' ELSE a.stage END
         FROM applications a JOIN postings p ON p.id = a.posting_id JOIN users u ON u.id = a.user_id
         JOIN resumes r ON r.id = a.resume_id ORDER BY a.id",
        "SELECT p.title || '|' || a.email || '|' || a.name || '|' || a.phone || '|' || a.letter || '|' || a.headline
             || '|' || a.place || '|' || a.about || '|' || a.skills || '|' || a.links || '|' || CAST(a.version AS TEXT)
             || '|' || u.email || '|' || r.name || '|' || (a.seen_at IS NULL)
             || '|' || CASE a.outcome WHEN 'active' THEN a.stage_kind ELSE a.outcome END
         FROM applications a JOIN postings p ON p.id = a.posting_id JOIN users u ON u.id = a.user_id
         JOIN resumes r ON r.id = a.resume_id
         JOIN posting_stages s ON s.id = a.stage_id AND s.kind = a.stage_kind AND s.posting_id = a.posting_id
         ORDER BY a.id",
    ),
    (
        "SELECT a.email || '|' || COALESCE(u.email, '') || '|' || CASE c.stage WHEN 'in_review' THEN 'review' ELSE c.stage END
         FROM stage_changes c JOIN applications a ON a.id = c.application_id LEFT JOIN users u ON u.id = c.by_user
         ORDER BY c.id",
        "SELECT a.email || '|' || COALESCE(u.email, '') || '|'
             || CASE c.outcome WHEN 'active' THEN c.stage_kind ELSE c.outcome END
         FROM stage_changes c JOIN applications a ON a.id = c.application_id LEFT JOIN users u ON u.id = c.by_user
         ORDER BY c.id",
    ),
    (
        // Whoever was rejected or has withdrawn stands where they came to last.
        "SELECT a.email || '|' || CASE WHEN a.stage NOT IN ('rejected', 'withdrawn') THEN a.stage ELSE
             (SELECT c.stage FROM stage_changes c WHERE c.application_id = a.id
                  AND c.stage NOT IN ('rejected', 'withdrawn') ORDER BY c.id DESC LIMIT 1) END
         FROM applications a ORDER BY a.id",
        "SELECT a.email || '|' || CASE a.stage_kind WHEN 'review' THEN 'in_review' ELSE a.stage_kind END
         FROM applications a ORDER BY a.id",
    ),
];

/// What every release has, read by the same words before and after.
const ALWAYS: &[&str] = &[
    "SELECT u.email || '|' || u.name || '|' || u.role || '|' || u.password_hash || '|'
         || CAST((SELECT COUNT(*) FROM notifications n WHERE n.user_id = u.id AND n.read_at IS NULL) AS TEXT)
     FROM users u ORDER BY u.id",
    "SELECT u.email || '|' || c.name FROM company_members m JOIN users u ON u.id = m.user_id
     JOIN companies c ON c.id = m.company_id ORDER BY u.id",
    "SELECT slug || '|' || state || '|' || title || '|' || description || '|' || CAST(views AS TEXT) FROM postings ORDER BY id",
    "SELECT slug || '|' || name || '|' || about || '|' || CAST(open_postings AS TEXT) FROM companies ORDER BY id",
    "SELECT u.email || '|' || p.headline || '|' || p.about || '|' || p.phone FROM profiles p
     JOIN users u ON u.id = p.user_id ORDER BY u.id",
    "SELECT p.title || '|' || u.email || '|' || c.state || '|' || c.last_text FROM conversations c
     JOIN postings p ON p.id = c.posting_id JOIN users u ON u.id = c.seeker_id ORDER BY c.id",
    "SELECT m.sender_name || '|' || m.text || '|' || m.side FROM messages m ORDER BY m.id",
    "SELECT u.email || '|' || CAST(r.seq AS TEXT) FROM conversation_reads r JOIN users u ON u.id = r.user_id
     ORDER BY u.id, r.conversation_id",
    "SELECT u.email || '|' || n.kind || '|' || n.title || '|' || n.name || '|' || CAST(n.count AS TEXT)
     FROM notifications n JOIN users u ON u.id = n.user_id ORDER BY n.id",
    "SELECT u.email || '|' || e.topic || '|' || CAST(e.seq AS TEXT) FROM events e JOIN users u ON u.id = e.user_id
     ORDER BY u.id, e.seq",
    "SELECT name || '|' || file || '|' || CAST(size AS TEXT) FROM resumes ORDER BY id",
    "SELECT name || '|' || file || '|' || kind FROM attachments ORDER BY id",
    "SELECT reason FROM reports ORDER BY id",
    "SELECT u.email || '|' || s.kind FROM notification_settings s JOIN users u ON u.id = s.user_id ORDER BY u.id, s.kind",
];

async fn texts(db: &Db, query: &'static str) -> Vec<String> {
    // SQLite joins a truth as a number, PostgreSQL as a word: the same one before and after.
    let found: Vec<String> = read!(db, |c| sqlx::query_scalar(query).fetch_all(c)).expect(query);
    assert!(!found.is_empty(), "the dump has some: {query}");
    found
}

/// How many rows every table has, but those that a migration makes anew.
async fn counts(db: &Db) -> BTreeMap<String, i64> {
    let tables = match &db.engine {
        Running::Sqlite { .. } => {
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%search%'"
        }
        Running::Postgres(_) => "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'",
    };
    let tables: Vec<String> = read!(db, |c| sqlx::query_scalar(tables).fetch_all(c)).unwrap();
    let mut counts = BTreeMap::new();
    for table in tables.into_iter().filter(|table| table != "_sqlx_migrations") {
        let sql = format!("SELECT COUNT(*) FROM {table}");
        let count = read!(db, |c| sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(c)).unwrap();
        counts.insert(table, count);
    }
    counts
}

/// Restores a release's database, brings it up to date, and compares.
async fn take_over(release: &Release, engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    let dump = match engine {
        Engine::Sqlite => release.sqlite,
        Engine::Postgres => release.postgres,
    };
    let (database, db, bus) = Database::restored(engine, folder.path(), dump).await;
    let last: Result<i64, _> =
        read!(&db, |c| sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(c));
    assert_eq!(last.unwrap(), release.last);
    let mut before = Vec::new();
    for query in ALWAYS.iter().chain(release.compared.iter().map(|(old, _)| old)) {
        before.push(texts(&db, query).await);
    }
    let rows = counts(&db).await;

    db.migrate().await.unwrap();

    let after = ALWAYS.iter().chain(release.compared.iter().map(|(_, new)| new));
    for (query, before) in after.zip(before) {
        assert_eq!(texts(&db, query).await, before, "{query}");
    }
    let now = counts(&db).await;
    for (table, count) in rows {
        assert_eq!(now.get(&table), Some(&count), "rows of {table}");
    }
    known(&db).await;
    if matches!(db.engine, Running::Sqlite { .. }) {
        let broken: Vec<String> =
            read!(&db, |c| sqlx::query_scalar("SELECT \"table\" FROM pragma_foreign_key_check").fetch_all(c)).unwrap();
        assert_eq!(broken, [""; 0], "foreign keys");
    }
    let site = Site::over_database(folder, (database, db, bus)).await;
    people_find_their_pages(&site).await;
    site.state.platform.db.close().await;
    site.database.remove().await;
}

/// Everybody who has applied or asked is a candidate of that company, once, by what they have not withdrawn.
async fn known(db: &Db) {
    let count =
        async |query: &'static str| -> i64 { read!(db, |c| sqlx::query_scalar(query).fetch_one(c)).expect(query) };
    let people = "SELECT COUNT(*) FROM (SELECT p.company_id, a.user_id FROM applications a JOIN postings p ON p.id = a.posting_id
        UNION SELECT company_id, seeker_id FROM conversations) k";
    assert_eq!(count("SELECT COUNT(*) FROM candidates").await, count(people).await);
    for wrong in [
        "SELECT COUNT(*) FROM applications WHERE candidate_id IS NULL",
        "SELECT COUNT(*) FROM conversations WHERE candidate_id IS NULL",
        "SELECT COUNT(*) FROM applications a JOIN candidates c ON c.id = a.candidate_id JOIN postings p ON p.id = a.posting_id
         WHERE c.user_id <> a.user_id OR c.company_id <> p.company_id",
        "SELECT COUNT(*) FROM candidates c WHERE (c.email <> '') <> EXISTS
             (SELECT 1 FROM applications a WHERE a.candidate_id = c.id AND a.outcome <> 'withdrawn')",
        "SELECT COUNT(*) FROM candidates c WHERE (c.consent_at IS NOT NULL) <> EXISTS
             (SELECT 1 FROM applications a WHERE a.candidate_id = c.id)",
    ] {
        assert_eq!(count(wrong).await, 0, "{wrong}");
    }
}

async fn login(site: &Site, email: &str) -> Client {
    let client = site.visitor();
    client.login(email, PASSWORD).await;
    client
}

async fn people_find_their_pages(site: &Site) {
    for employer in ["employer@demo.example", "colleague@demo.example"] {
        let employer = login(site, employer).await;
        for path in ["/employer", "/employer/postings", "/messages", "/notifications", "/settings", "/employer/company"]
        {
            employer.open(path).await;
        }
        let mut path = Some("/employer/candidates".to_string());
        let mut seen = 0;
        while let Some(list) = path {
            let page = employer.open(&list).await;
            for candidate in page.attrs("tbody a", "href") {
                let page = employer.open(&candidate).await;
                assert!(!page.texts(".timeline__text").is_empty(), "{candidate}");
                seen += 1;
            }
            path = page.attrs(".pager a[rel=next]", "href").pop();
        }
        assert!(seen > 25, "all pages of candidates: {seen}");
        let posting = employer.open("/employer/postings").await.attrs("tbody th a", "href").swap_remove(0);
        employer.open(&posting).await;
    }
    let seekers = ["seeker@demo.example", "tilda@fixture.example", "wanda@fixture.example", "sila@fixture.example"];
    for seeker in seekers {
        let seeker = login(site, seeker).await;
        for path in ["/jobs", "/profile", "/resumes", "/messages", "/notifications", "/settings", "/jobs/for-me"] {
            seeker.open(path).await;
        }
        let sent = seeker.open("/applications").await.attrs("tbody a", "href");
        assert!(!sent.is_empty());
        for path in sent {
            assert!(!seeker.open(&path).await.texts(".timeline__text").is_empty());
        }
    }
    let tilda = login(site, "tilda@fixture.example").await;
    let list = tilda.open("/applications").await;
    assert!(list.texts("tbody tr")[0].contains("Rejected was at: In review"), "{:?}", list.texts("tbody tr"));
    let path = list.attrs("tbody a", "href").swap_remove(0);
    let history = tilda.open(&path).await.texts(".timeline__text");
    assert_eq!(history, ["Received", "Offer", "In review", "Rejected"], "a slip is not told");
}

fn run_on(engine: Engine) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        for release in RELEASES {
            take_over(release, engine).await;
        }
    });
}

#[test]
fn a_database_of_every_release_is_taken_over_sqlite() {
    run_on(Engine::Sqlite);
}

#[test]
fn a_database_of_every_release_is_taken_over_postgres() {
    run_on(Engine::Postgres);
}
