//! `jobi seed`: demo data. The same seed makes the same board, but for the day it is made on and the names of files.

mod content;
mod descriptions;
mod generate;
mod insert;
mod letters;
mod pdf;
mod people;
mod plan;
mod postings;
mod stories;
mod talks;
mod winansi;

use std::{collections::BTreeSet, io, sync::Arc, time::Instant};

use chrono::{DurationRound, TimeDelta};
use clap::{Args, value_parser};
use futures::{StreamExt, TryStreamExt, stream};
use url::Url;
use uuid::Uuid;

use self::{
    generate::Kind,
    insert::{MemberRow, ResumeRow, UserRow},
    pdf::resume_pdf,
    plan::{EMPLOYERS, Person, Plan},
    stories::{Applicant, stories},
};
use super::{Failure, say};
use crate::{
    accounts::{self, MemberRole, Role},
    db::{Db, now},
    error::AppError,
    platform::{
        audit::{Act, SecurityEvent, record_aside},
        config::base_url,
        files::Files,
    },
};

/// The password of every demo account.
const PASSWORD: &str = "jobi-demo-2026";
/// Postings a transaction.
const ROWS_PER_TRANSACTION: usize = 2_000;

#[derive(Args)]
pub struct SeedArgs {
    /// How many postings
    #[arg(long, default_value_t = 400, value_parser = value_parser!(u32).range(1..=1_000_000))]
    jobs: u32,
    /// Another number makes other data
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Do nothing when the database holds something already, instead of failing
    #[arg(long)]
    if_empty: bool,
    /// The site's address: one at https: is refused, because everybody knows the passwords of the demo
    #[arg(long, env = "JOBI_BASE_URL", value_parser = base_url)]
    base_url: Option<Url>,
    /// Fill a site at https: all the same
    #[arg(long)]
    public_demo: bool,
}

impl SeedArgs {
    /// Demo data has logins that everybody knows.
    pub fn may_fill(&self) -> Result<(), Failure> {
        match &self.base_url {
            Some(site) if site.scheme() == "https" && !self.public_demo => Err(format!(
                "{site} is a site for real, and everybody knows the passwords of the demo; \
                 --public-demo fills it all the same"
            )
            .into()),
            _ => Ok(()),
        }
    }
}

/// Fills an empty database.
pub async fn run(db: &Db, files: &Files, args: &SeedArgs) -> Result<(), Failure> {
    args.may_fill()?;
    if !insert::is_empty(db).await? {
        if !args.if_empty {
            return Err("the database is not empty: demo data goes into a new one only \
                        (set JOBI_DATABASE_URL or JOBI_DATA_DIR to another)"
                .into());
        }
        say("The database is not empty; nothing to seed.")?;
        if accounts::find_by_email(db, "seeker@demo.example").await?.is_some() {
            tell_logins()?;
        }
        return Ok(());
    }
    let began = Instant::now();
    let now = now().duration_trunc(TimeDelta::minutes(1))?;
    let plan = Arc::new(Plan::new(args.seed, args.jobs as usize, now));
    insert::prepare(db).await?;
    let people: Vec<Person> = (0..=plan.seekers).map(|i| plan.person(i)).collect();
    insert_people(db, &plan, &people).await?;
    insert_companies(db, &plan).await?;
    let resumes = insert_resumes(db, files, &plan, &people).await?;
    let began_postings = Instant::now();
    insert_postings(db, &plan).await?;
    let seconds = began_postings.elapsed().as_secs_f64();
    let applications = insert_applications(db, &plan, &people, &resumes).await?;
    let mut tx = db.begin().await?;
    insert::on_team(&mut tx, &member(&plan, plan.interviewer(), 0, MemberRole::Interviewer)).await?;
    tx.commit().await?;
    insert::settle(db).await?;
    say(format!(
        "Seeded {} postings of {} companies ({:.0} a second), {} seekers and {applications} applications in {:.1} s.",
        plan.jobs,
        plan.companies,
        plan.jobs as f64 / seconds,
        people.len(),
        began.elapsed().as_secs_f64()
    ))?;
    record_aside(db, Act::command(SecurityEvent::CommandSeed, None)).await;
    Ok(tell_logins()?)
}

fn tell_logins() -> io::Result<()> {
    say(format!("Demo logins, all with the password {PASSWORD}:"))?;
    say("  seeker@demo.example      a seeker, with a profile, resumes, applications and messages")?;
    say("  employer@demo.example    an employer, with postings, candidates and messages")?;
    say("  colleague@demo.example   a recruiter of the same company")?;
    say("  interviewer@demo.example an interviewer there, on the team of one posting")?;
    say(format!("  employer2@demo.example to employer{EMPLOYERS}@demo.example, of other companies"))
}

/// Seekers and employers, each with an account, and the seekers' profiles.
async fn insert_people(db: &Db, plan: &Plan, people: &[Person]) -> Result<(), Failure> {
    let account = |person: &Person| UserRow {
        id: person.id,
        email: person.email.clone(),
        name: person.seeker.name.clone(),
        role: Role::Seeker,
        created_at: person.created_at,
    };
    let mut users: Vec<UserRow> = people.iter().map(account).collect();
    users.extend((0..EMPLOYERS).map(|i| plan.employer(i)));
    users.extend([plan.colleague(), plan.interviewer()]);
    let profiles: Vec<_> = people.iter().enumerate().map(|(i, person)| plan.profile(i, person)).collect();
    let hash = accounts::hash_password(PASSWORD.to_string()).await?;
    let mut tx = db.begin().await?;
    insert::users(&mut tx, &users, &hash).await?;
    insert::profiles(&mut tx, &profiles).await?;
    Ok(tx.commit().await?)
}

fn member(plan: &Plan, user: UserRow, company: usize, role: MemberRole) -> MemberRow {
    MemberRow { user: user.id, company: plan.company_id(company), role, created_at: user.created_at }
}

async fn insert_companies(db: &Db, plan: &Plan) -> Result<(), Failure> {
    let rows: Vec<_> = (0..plan.companies).map(|i| plan.company(i)).collect();
    let mut members: Vec<_> = (0..EMPLOYERS).map(|i| member(plan, plan.employer(i), i, MemberRole::Owner)).collect();
    members.push(member(plan, plan.colleague(), 0, MemberRole::Recruiter));
    members.push(member(plan, plan.interviewer(), 0, MemberRole::Interviewer));
    let mut tx = db.begin().await?;
    insert::companies(&mut tx, &rows).await?;
    insert::members(&mut tx, &members).await?;
    Ok(tx.commit().await?)
}

/// A resume for everybody, a second one for every fourth person and the demo seeker.
async fn insert_resumes(db: &Db, files: &Files, plan: &Plan, people: &[Person]) -> Result<Vec<ResumeRow>, Failure> {
    let wanted = people.iter().enumerate().flat_map(|(i, person)| {
        let two = i == plan.seekers || i.is_multiple_of(4);
        (0..=usize::from(two)).map(move |which| (i, person, which))
    });
    let rows: Vec<ResumeRow> = stream::iter(wanted.map(|(i, person, which)| async move {
        let mut seeker = person.seeker.clone();
        let created_at = person.created_at + TimeDelta::hours(2 + which as i64);
        let name = match which {
            0 => format!("{}, resume", seeker.name),
            _ => format!("{}, short resume", seeker.name),
        };
        if which == 1 {
            seeker.experience.truncate(1);
        }
        let pdf = resume_pdf(&seeker);
        Ok::<_, AppError>(ResumeRow {
            id: plan.id(Kind::Resume, created_at, 2 * i + which),
            user: person.id,
            name,
            size: pdf.len() as i64,
            file: files.put("resumes", "pdf", pdf).await?,
            is_default: which == 0,
            created_at,
        })
    }))
    .buffered(16)
    .try_collect()
    .await?;
    let mut tx = db.begin().await?;
    insert::resumes(&mut tx, &rows).await?;
    tx.commit().await?;
    Ok(rows)
}

/// Postings are made on another thread while the ones before are written.
async fn insert_postings(db: &Db, plan: &Arc<Plan>) -> Result<(), Failure> {
    let (sender, mut batches) = tokio::sync::mpsc::channel(2);
    let making = plan.clone();
    let maker = tokio::task::spawn_blocking(move || {
        for start in (0..making.jobs).step_by(ROWS_PER_TRANSACTION) {
            let batch: Vec<_> =
                (start..making.jobs.min(start + ROWS_PER_TRANSACTION)).map(|i| making.posting(i)).collect();
            if sender.blocking_send(batch).is_err() {
                return; // writing failed, and says why itself
            }
        }
    });
    let mut written = 0;
    while let Some(batch) = batches.recv().await {
        let mut tx = db.begin().await?;
        insert::postings(&mut tx, &batch).await?;
        tx.commit().await?;
        written += batch.len();
        if written % 100_000 == 0 {
            _ = say(format!("{written} postings …")); // who does not read on wants the data all the same
        }
    }
    Ok(maker.await?)
}

async fn insert_applications(db: &Db, plan: &Plan, people: &[Person], resumes: &[ResumeRow]) -> Result<usize, Failure> {
    // Resumes are in the order of their people.
    let mut own = resumes.chunk_by(|a, b| a.user == b.user);
    let applicants: Vec<_> = people
        .iter()
        .map(|person| Applicant { person, resumes: own.next().unwrap_or_default().iter().collect() })
        .collect();
    let stories = stories(plan, &applicants);
    let mut tx = db.begin().await?;
    let postings: BTreeSet<Uuid> = stories.applications.iter().map(|application| application.posting).collect();
    insert::posting_stages(&mut tx, &postings.into_iter().collect::<Vec<_>>()).await?;
    insert::applications(&mut tx, &stories.applications).await?;
    insert::sent_profiles(&mut tx).await?;
    insert::stage_changes(&mut tx, &stories.changes).await?;
    insert::conversations(&mut tx, &stories.talks.conversations).await?;
    insert::candidates(&mut tx, &stories.applications).await?;
    insert::messages(&mut tx, &stories.talks.messages).await?;
    insert::reads(&mut tx, &stories.talks.reads).await?;
    insert::notifications(&mut tx, &stories.talks.notifications).await?;
    tx.commit().await?;
    Ok(stories.applications.len())
}
