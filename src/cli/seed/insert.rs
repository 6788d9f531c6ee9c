//! Writes demo data, many rows a statement. Elsewhere only a feature's own `db` writes its tables, one thing at a
//! time and with all its rules; the seed fills every table wholesale, so its SQL stands here, beside what makes the rows.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::{Postgres, QueryBuilder, Sqlite};
use uuid::Uuid;

use crate::{
    accounts::{MemberRole, Role},
    applications::{Outcome, PostingStage, StageKind},
    companies,
    db::{Db, Engine, EngineTx, Tx},
    error::AppError,
    execute,
    jobs::{self, PostingState},
    messages::{ConversationState, Side},
    notifications,
    platform::markdown::{RENDERER_VERSION, Rendered},
    read,
    text::Amount,
};

/// Rows a statement. SQLite takes 32,766 values and PostgreSQL 65,535; a posting, the widest row, has 27.
/// Beyond some hundreds a longer statement is no faster.
const MAX_ROWS_PER_STATEMENT: usize = 400;

pub struct UserRow {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub created_at: DateTime<Utc>,
}

pub struct CompanyRow {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub site: String,
    pub about: String,
    /// What it looks like.
    pub about_text: Rendered,
    pub city: &'static str,
    pub country: &'static str,
    pub size: &'static str,
    pub created_at: DateTime<Utc>,
}

pub struct MemberRow {
    pub user: Uuid,
    pub company: Uuid,
    pub role: MemberRole,
    pub created_at: DateTime<Utc>,
}

pub struct PostingRow {
    pub id: Uuid,
    pub slug: String,
    pub company: Uuid,
    pub state: PostingState,
    pub title: String,
    pub category: &'static str,
    pub description: String,
    /// What it looks like.
    pub text: Rendered,
    pub employment_type: &'static str,
    pub workplace: &'static str,
    pub city: &'static str,
    pub region: &'static str,
    pub country: &'static str,
    pub skills: String,
    pub pay_min: Option<Amount>,
    pub pay_max: Option<Amount>,
    pub currency: &'static str,
    pub pay_period: &'static str,
    pub pay_year: i64,
    pub views: i64,
    pub closes_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    pub published_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Default)]
pub struct ProfileRow {
    pub user: Uuid,
    pub headline: String,
    pub place: String,
    pub phone: String,
    pub about: String,
    pub skills: String,
    pub links: String,
    pub titles: String,
    pub categories: String,
    pub places: String,
    pub workplaces: String,
    pub employment_types: String,
    pub least_pay: Option<i64>,
    pub currency: String,
    pub updated_at: DateTime<Utc>,
}

pub struct ResumeRow {
    pub id: Uuid,
    pub user: Uuid,
    pub name: String,
    pub file: String,
    pub size: i64,
    pub is_default: bool,
    pub created_at: DateTime<Utc>,
}

pub struct ApplicationRow {
    pub id: Uuid,
    pub company: Uuid,
    pub posting: Uuid,
    pub user: Uuid,
    pub resume: Uuid,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub letter: String,
    pub stage_id: Uuid,
    pub standing: (StageKind, Outcome),
    pub version: i64,
    pub seen_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

pub struct StageChangeRow {
    pub id: Uuid,
    pub application: Uuid,
    pub standing: (StageKind, Outcome),
    pub by: Option<Uuid>,
    pub created_at: DateTime<Utc>,
}

pub struct ConversationRow {
    pub id: Uuid,
    pub posting: Uuid,
    pub seeker: Uuid,
    pub company: Uuid,
    pub last_seq: i64,
    pub last_text: String,
    pub last_side: Side,
    pub last_at: DateTime<Utc>,
    pub created_at: DateTime<Utc>,
}

pub struct MessageRow {
    pub id: Uuid,
    pub conversation: Uuid,
    pub seq: i64,
    pub side: Side,
    pub sender: Uuid,
    pub name: String,
    pub text: String,
    pub created_at: DateTime<Utc>,
}

pub struct ReadRow {
    pub conversation: Uuid,
    pub user: Uuid,
    pub seq: i64,
}

pub struct NotificationRow {
    pub id: Uuid,
    pub user: Uuid,
    pub kind: notifications::Kind,
    pub about: Uuid,
    pub title: String,
    pub name: String,
    pub created_at: DateTime<Utc>,
}

/// `insert!(tx, "INSERT …", rows, |row| [row.id, …])`: one statement for every [`MAX_ROWS_PER_STATEMENT`] rows, on either engine.
macro_rules! insert {
    ($tx:expr, $head:literal, $rows:expr, |$row:ident| [$($value:expr),+ $(,)?]) => {
        for rows in $rows.chunks(MAX_ROWS_PER_STATEMENT) {
            match &mut $tx.engine {
                EngineTx::Sqlite(tx) => insert!(Sqlite, tx, $head, rows, |$row| [$($value),+]),
                EngineTx::Postgres(tx) => insert!(Postgres, tx, $head, rows, |$row| [$($value),+]),
            };
        }
    };
    ($engine:ident, $tx:ident, $head:literal, $rows:ident, |$row:ident| [$($value:expr),+]) => {
        QueryBuilder::<$engine>::new($head)
            .push_values($rows, |mut values, $row| {
                $(values.push_bind($value);)+
            })
            .build()
            .execute(&mut **$tx)
            .await
            .map(drop)?
    };
}

/// All demo accounts share one hash: hashing a password for each would take longer than all the rest.
pub async fn users(tx: &mut Tx, rows: &[UserRow], password_hash: &str) -> sqlx::Result<()> {
    insert!(
        tx,
        "INSERT INTO users (id, email, email_key, name, role, password_hash, created_at, email_confirmed_at) ",
        rows,
        |row| [
            row.id,
            &row.email,
            row.email.to_lowercase(),
            &row.name,
            row.role,
            password_hash,
            row.created_at,
            row.created_at
        ]
    );
    Ok(())
}

pub async fn companies(tx: &mut Tx, rows: &[CompanyRow]) -> sqlx::Result<()> {
    insert!(
        tx,
        "INSERT INTO companies
         (id, slug, name, name_key, site, about, about_html, about_excerpt, html_version, city, country, size,
          created_at, updated_at, name_words, search_version) ",
        rows,
        |row| [
            row.id,
            &row.slug,
            &row.name,
            row.name.to_lowercase(),
            &row.site,
            &row.about,
            &row.about_text.html,
            &row.about_text.excerpt,
            RENDERER_VERSION,
            row.city,
            row.country,
            row.size,
            row.created_at,
            row.created_at,
            companies::name_words(&row.name),
            jobs::SEARCH_VERSION,
        ]
    );
    Ok(())
}

pub async fn members(tx: &mut Tx, rows: &[MemberRow]) -> sqlx::Result<()> {
    insert!(tx, "INSERT INTO company_members (user_id, company_id, role, created_at) ", rows, |row| [
        row.user,
        row.company,
        row.role,
        row.created_at
    ]);
    Ok(())
}

/// Has a member work on that posting of their company that most people have applied for.
pub async fn on_team(tx: &mut Tx, member: &MemberRow) -> Result<(), AppError> {
    let most = "INSERT INTO posting_team (posting_id, user_id, created_at)
         SELECT p.id, $1, $2 FROM postings p WHERE p.company_id = $3
         ORDER BY (SELECT COUNT(*) FROM applications a WHERE a.posting_id = p.id) DESC, p.id LIMIT 1";
    execute!(tx, sqlx::query(most).bind(member.user).bind(member.created_at).bind(member.company))?;
    Ok(())
}

pub async fn postings(tx: &mut Tx, rows: &[PostingRow]) -> Result<(), AppError> {
    insert!(
        tx,
        "INSERT INTO postings
         (id, slug, company_id, state, title, category, description, description_html, description_excerpt,
          html_version, employment_type, workplace, city, region, country, skills, pay_min, pay_max, currency,
          pay_period, pay_year, views, closes_at, closed_at, published_at, created_at, updated_at) ",
        rows,
        |row| [
            row.id,
            &row.slug,
            row.company,
            row.state,
            &row.title,
            row.category,
            &row.description,
            &row.text.html,
            &row.text.excerpt,
            RENDERER_VERSION,
            row.employment_type,
            row.workplace,
            row.city,
            row.region,
            row.country,
            &row.skills,
            row.pay_min,
            row.pay_max,
            row.currency,
            row.pay_period,
            row.pay_year,
            row.views,
            row.closes_at,
            row.closed_at,
            row.published_at,
            row.created_at,
            row.updated_at,
        ]
    );
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    jobs::index(tx, &ids).await
}

pub async fn profiles(tx: &mut Tx, rows: &[ProfileRow]) -> sqlx::Result<()> {
    insert!(
        tx,
        "INSERT INTO profiles
         (user_id, headline, place, phone, about, skills, links, titles, categories, places, workplaces,
          employment_types, least_pay, currency, updated_at) ",
        rows,
        |row| [
            row.user,
            &row.headline,
            &row.place,
            &row.phone,
            &row.about,
            &row.skills,
            &row.links,
            &row.titles,
            &row.categories,
            &row.places,
            &row.workplaces,
            &row.employment_types,
            row.least_pay,
            &row.currency,
            row.updated_at,
        ]
    );
    Ok(())
}

pub async fn resumes(tx: &mut Tx, rows: &[ResumeRow]) -> sqlx::Result<()> {
    insert!(tx, "INSERT INTO resumes (id, user_id, name, file, size, is_default, created_at) ", rows, |row| [
        row.id,
        row.user,
        &row.name,
        &row.file,
        row.size,
        row.is_default,
        row.created_at
    ]);
    Ok(())
}

pub async fn applications(tx: &mut Tx, rows: &[ApplicationRow]) -> sqlx::Result<()> {
    insert!(
        tx,
        "INSERT INTO applications
         (id, posting_id, user_id, resume_id, name, email, phone, letter, stage_id, stage_kind, outcome, version,
          seen_at, created_at, updated_at) ",
        rows,
        |row| [
            row.id,
            row.posting,
            row.user,
            row.resume,
            &row.name,
            &row.email,
            &row.phone,
            &row.letter,
            row.stage_id,
            row.standing.0,
            row.standing.1,
            row.version,
            row.seen_at,
            row.created_at,
            row.updated_at,
        ]
    );
    Ok(())
}

pub async fn stage_changes(tx: &mut Tx, rows: &[StageChangeRow]) -> sqlx::Result<()> {
    insert!(
        tx,
        "INSERT INTO stage_changes (id, application_id, stage_kind, outcome, by_user, created_at) ",
        rows,
        |row| [row.id, row.application, row.standing.0, row.standing.1, row.by, row.created_at]
    );
    Ok(())
}

/// The stages of postings: each has the default ones.
pub async fn posting_stages(tx: &mut Tx, postings: &[Uuid]) -> sqlx::Result<()> {
    let stages = |posting: &Uuid| {
        let of = *posting;
        PostingStage::defaults(of).into_iter().zip(1_i64..).map(move |(stage, position)| (of, stage, position))
    };
    let rows: Vec<(Uuid, PostingStage, i64)> = postings.iter().flat_map(stages).collect();
    insert!(tx, "INSERT INTO posting_stages (id, posting_id, position, kind) ", &rows, |row| [
        row.1.id, row.0, row.2, row.1.kind
    ]);
    Ok(())
}

pub async fn conversations(tx: &mut Tx, rows: &[ConversationRow]) -> sqlx::Result<()> {
    insert!(
        tx,
        "INSERT INTO conversations
         (id, posting_id, seeker_id, company_id, state, asked, last_seq, last_text, last_side, last_at, created_at) ",
        rows,
        |row| [
            row.id,
            row.posting,
            row.seeker,
            row.company,
            ConversationState::Open,
            false,
            row.last_seq,
            &row.last_text,
            row.last_side,
            row.last_at,
            row.created_at,
        ]
    );
    Ok(())
}

pub async fn messages(tx: &mut Tx, rows: &[MessageRow]) -> sqlx::Result<()> {
    insert!(
        tx,
        "INSERT INTO messages (id, conversation_id, seq, side, sender_id, sender_name, text, created_at) ",
        rows,
        |row| [row.id, row.conversation, row.seq, row.side, row.sender, &row.name, &row.text, row.created_at]
    );
    Ok(())
}

pub async fn reads(tx: &mut Tx, rows: &[ReadRow]) -> sqlx::Result<()> {
    insert!(tx, "INSERT INTO conversation_reads (conversation_id, user_id, seq) ", rows, |row| [
        row.conversation,
        row.user,
        row.seq
    ]);
    Ok(())
}

/// The candidates that companies know applicants as: each has applied, and conversations are about applications.
pub async fn candidates(tx: &mut Tx, rows: &[ApplicationRow]) -> sqlx::Result<()> {
    let mut known: BTreeMap<(Uuid, Uuid), (Uuid, &ApplicationRow)> = BTreeMap::new();
    for row in rows {
        // Ids that follow from others, so that the same seed makes the same.
        known.entry((row.company, row.user)).or_insert((Uuid::from_u128(row.id.as_u128() ^ 1), row));
    }
    let rows: Vec<_> = known.into_iter().collect();
    insert!(
        tx,
        "INSERT INTO candidates (id, company_id, user_id, name, email, email_key, phone, source, consent_at, created_at) ",
        &rows,
        |row| [
            row.1.0,
            row.0.0,
            row.0.1,
            &row.1.1.name,
            &row.1.1.email,
            &row.1.1.email,
            &row.1.1.phone,
            "application",
            row.1.1.created_at,
            row.1.1.created_at,
        ]
    );
    for statement in [
        "UPDATE candidates SET (place, links) = (SELECT p.place, p.links FROM profiles p WHERE p.user_id = candidates.user_id)
         WHERE user_id IN (SELECT user_id FROM profiles)",
        "UPDATE applications SET candidate_id = (SELECT c.id FROM candidates c JOIN postings p
             ON p.company_id = c.company_id WHERE p.id = applications.posting_id AND c.user_id = applications.user_id)",
        "UPDATE conversations SET candidate_id = (SELECT c.id FROM candidates c
             WHERE c.company_id = conversations.company_id AND c.user_id = conversations.seeker_id)",
        "UPDATE candidates SET email = '', email_key = '', phone = '', place = '', links = '' WHERE NOT EXISTS
             (SELECT 1 FROM applications a WHERE a.candidate_id = candidates.id AND a.outcome <> 'withdrawn')",
    ] {
        execute!(&mut *tx, sqlx::query(statement))?;
    }
    Ok(())
}

/// Gives each application the profile that its sender has.
pub async fn sent_profiles(tx: &mut Tx) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE applications SET (headline, place, about, skills, links) =
                 (SELECT p.headline, p.place, p.about, p.skills, p.links FROM profiles p
                  WHERE p.user_id = applications.user_id)
             WHERE user_id IN (SELECT user_id FROM profiles)"
        )
    )?;
    Ok(())
}

pub async fn notifications(tx: &mut Tx, rows: &[NotificationRow]) -> sqlx::Result<()> {
    insert!(tx, "INSERT INTO notifications (id, user_id, kind, about, title, name, created_at) ", rows, |row| [
        row.id,
        row.user,
        row.kind,
        row.about,
        &row.title,
        &row.name,
        row.created_at
    ]);
    Ok(())
}

/// Whether nobody and no company is here yet.
pub async fn is_empty(db: &Db) -> sqlx::Result<bool> {
    let some: i64 = read!(db, |c| {
        sqlx::query_scalar(
            "SELECT COUNT(*) FROM (SELECT id FROM users UNION ALL SELECT id FROM companies LIMIT 1) AS found",
        )
        .fetch_one(c)
    })?;
    Ok(some == 0)
}

/// Makes SQLite's one writer fit for many rows: pages are written once, not with every transaction.
pub async fn prepare(db: &Db) -> sqlx::Result<()> {
    if let Engine::Sqlite { write, .. } = &db.engine {
        sqlx::query("PRAGMA cache_size = -262144").execute(write).await?;
    }
    Ok(())
}

/// After so many new rows: indexes in one piece, and SQLite's writer as it was. SQLite is given no statistics: nothing
/// renews them, and by those of a small table it would read all of it when it has grown. PostgreSQL renews its own.
pub async fn settle(db: &Db) -> sqlx::Result<()> {
    match &db.engine {
        Engine::Sqlite { write, .. } => {
            for statement in [
                "INSERT INTO posting_search (posting_search) VALUES ('optimize')",
                "PRAGMA wal_checkpoint(TRUNCATE)",
                "PRAGMA cache_size = -16000",
            ] {
                sqlx::query(statement).execute(write).await?;
            }
        }
        Engine::Postgres(pool) => _ = sqlx::query("VACUUM ANALYZE").execute(pool).await?,
    }
    Ok(())
}
