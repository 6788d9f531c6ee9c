//! People, postings and applications to begin a test with.

use std::sync::atomic::{AtomicI64, Ordering};

use axum::http::StatusCode;
use chrono::TimeDelta;
use uuid::Uuid;

use super::support::*;
use crate::{
    accounts::{self, StaffRole},
    db::now,
    execute,
    jobs::PayPeriod,
    platform,
    text::{Amount, slug},
};

/// All that a posting needs to be published, but for its description.
pub const PUBLISHED: [(&str, &str); 11] = [
    ("title", "Gardener"),
    ("category", "trades"),
    ("employment_type", "full_time"),
    ("workplace", "on_site"),
    ("city", "Graz"),
    ("country", "AT"),
    ("pay_min", "40000"),
    ("pay_max", "50000"),
    ("currency", "EUR"),
    ("pay_period", "year"),
    ("action", "publish"),
];

/// A posting that is open, with only what a test cares about said.
#[derive(Clone, Debug)]
pub struct NewPosting<'a> {
    pub title: &'a str,
    pub description: &'a str,
    pub skills: &'a str,
    pub category: &'a str,
    pub employment_type: &'a str,
    pub workplace: &'a str,
    pub city: &'a str,
    pub country: &'a str,
    /// Least, most and currency, a year; none says nothing of pay.
    pub pay: Option<(i64, i64, &'a str)>,
    pub period: PayPeriod,
    pub state: &'a str,
    /// Published so long ago; else each a second after the one before.
    pub age: Option<TimeDelta>,
    pub closes_in: TimeDelta,
}

impl Default for NewPosting<'_> {
    fn default() -> Self {
        Self {
            title: "Gardener",
            description: "You look after *everything* that grows.",
            skills: "",
            category: "trades",
            employment_type: "full_time",
            workplace: "on_site",
            city: "Graz",
            country: "AT",
            pay: Some((40_000, 50_000, "EUR")),
            period: PayPeriod::Year,
            state: "open",
            age: None,
            closes_in: TimeDelta::days(30),
        }
    }
}

/// A posting that is there.
#[derive(Clone, Debug)]
pub struct Posting {
    pub id: Uuid,
    pub slug: String,
}

impl Posting {
    pub fn path(&self) -> String {
        format!("/jobs/{}", self.slug)
    }

    pub fn apply_path(&self) -> String {
        format!("/jobs/{}/apply", self.slug)
    }
}

/// The least that is a PDF, unlike any other.
pub fn pdf() -> Vec<u8> {
    platform::pdf::tests::pdf(&Uuid::new_v4().to_string(), b"")
}

/// That PDF, chosen in a file field.
pub fn pdf_file(name: &'static str) -> File {
    File { field: "file", name, bytes: pdf() }
}

/// The same, attached to a message.
pub fn attached(name: &'static str) -> File {
    File { field: "files", name, bytes: pdf() }
}

impl Site {
    /// Writes a posting of an employer's company, as it may be after any time.
    pub async fn post(&self, employer: &Client, new: NewPosting<'_>) -> Posting {
        static SECONDS: AtomicI64 = AtomicI64::new(0);
        let company = self.company_of(employer).await;
        let id = Uuid::now_v7();
        let now = now();
        let next = || TimeDelta::hours(-2) + TimeDelta::seconds(SECONDS.fetch_add(1, Ordering::Relaxed));
        let published = now + new.age.map_or_else(next, |age| -age);
        let (min, max, currency) = match new.pay {
            Some((min, max, currency)) => (Some(Amount::whole(min)), Some(Amount::whole(max)), currency),
            None => (None, None, "EUR"),
        };
        let statement = "INSERT INTO postings (id, slug, company_id, state, title, category, description,
                employment_type, workplace, city, region, country, skills, pay_min, pay_max, currency, pay_period,
                pay_year, closes_at, published_at, created_at, updated_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20)";
        let mut tx = self.state.platform.db.begin().await.unwrap();
        execute!(
            &mut tx,
            sqlx::query(statement)
                .bind(id)
                .bind(slug(new.title, Some(id)))
                .bind(company)
                .bind(new.state)
                .bind(new.title)
                .bind(new.category)
                .bind(new.description)
                .bind(new.employment_type)
                .bind(new.workplace)
                .bind(new.city)
                .bind(new.country)
                .bind(new.skills)
                .bind(min)
                .bind(max)
                .bind(currency)
                .bind(new.period.to_string())
                .bind(new.period.per_year(max.unwrap_or_default()))
                .bind(now + new.closes_in)
                .bind((new.state != "draft").then_some(published))
                .bind(published)
        )
        .unwrap();
        crate::jobs::index(&mut tx, &[id]).await.unwrap();
        tx.commit().await.unwrap();
        self.state.platform.db.freshness.change_all();
        Posting { id, slug: slug(new.title, Some(id)) }
    }

    /// Puts somebody on the site's staff, or takes them off it.
    pub async fn put_on_staff(&self, client: &Client, role: Option<StaffRole>) {
        let user = self.user_of(client).await;
        let mut tx = self.state.platform.db.begin().await.unwrap();
        accounts::staff::set_role(&mut tx, user, role).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Has an authenticator app be set up, behind everybody's back.
    pub async fn give_app(&self, client: &Client) {
        let user = self.user_of(client).await;
        let statement = "INSERT INTO authenticator_apps (user_id, secret, since) VALUES ($1, $2, $3)";
        let mut tx = self.state.platform.db.begin().await.unwrap();
        execute!(&mut tx, sqlx::query(statement).bind(user).bind(vec![7_u8; 20]).bind(now())).unwrap();
        tx.commit().await.unwrap();
    }

    /// Closes a posting behind everybody's back.
    pub async fn close(&self, posting: &Posting) {
        let mut tx = self.state.platform.db.begin().await.unwrap();
        execute!(&mut tx, sqlx::query("UPDATE postings SET state = 'closed' WHERE id = $1").bind(posting.id)).unwrap();
        tx.commit().await.unwrap();
        self.state.platform.db.freshness.change_all();
    }
}

impl Client {
    /// Uploads a resume and tells its id.
    pub async fn upload_resume(&self, file: File) -> Uuid {
        let answer = self.call_files("/resumes/upload", &[], &[file]).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        let resumes: Vec<crate::resumes::Resume> = self.call("load_resumes", &[]).await.json();
        resumes[0].id
    }

    /// Applies for a posting with a new resume and tells the application's id.
    pub async fn apply(&self, posting: &Posting) -> Uuid {
        let fields = [("name", "Ada Lovelace"), ("email", "ada@people.example"), ("letter", "I would like to.")];
        let answer = self.call_files(&posting.apply_path(), &fields, &[pdf_file("cv.pdf")]).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        let location = answer.json::<serde_json::Value>()["location"].as_str().unwrap().to_string();
        let id = location.trim_start_matches("/applications/").split('?').next().unwrap();
        id.parse().unwrap()
    }
}
