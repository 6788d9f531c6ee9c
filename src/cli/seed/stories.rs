//! Demo applications: who applied where, and how far they came.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use fastrand::Rng;
use uuid::Uuid;

use super::{
    generate::{Kind, company, rng, weighted},
    insert::{ApplicationRow, ResumeRow, StageChangeRow},
    letters::cover_letter,
    plan::{EMPLOYERS, Person, Plan},
    postings::Posting,
    talks::Talks,
};
use crate::{
    applications::{Outcome, PostingStage, Stage, StageKind},
    jobs::PostingState,
};

/// How many postings have applications, at the most.
const WITH_APPLICATIONS: usize = 300;

#[derive(Default)]
pub struct Stories {
    pub applications: Vec<ApplicationRow>,
    pub changes: Vec<StageChangeRow>,
    pub talks: Talks,
}

/// Who applies, with what they send.
pub struct Applicant<'a> {
    pub person: &'a Person,
    pub resumes: Vec<&'a ResumeRow>,
}

/// Every application: some three a posting, from people of the posting's category; the last applicant, the demo
/// seeker, has four of their own.
pub fn stories(plan: &Plan, applicants: &[Applicant<'_>]) -> Stories {
    let mut stories = Stories::default();
    let Some((demo, others)) = applicants.split_last() else { return stories };
    let mut by_category: HashMap<&str, Vec<&Applicant<'_>>> = HashMap::new();
    for applicant in others {
        by_category.entry(applicant.person.seeker.category).or_default().push(applicant);
    }
    let postings: Vec<(usize, Posting)> = (0..plan.jobs.min(WITH_APPLICATIONS))
        .filter(|i| plan.state(*i) != PostingState::Draft)
        .map(|i| (i, plan.draft(i)))
        .collect();
    for (i, posting) in &postings {
        let mut rng = rng(plan.seed, Kind::Story, *i);
        let mut able = by_category.get(posting.category).cloned().unwrap_or_default();
        rng.shuffle(&mut able);
        let count = if posting.company == 0 { 5 } else { rng.usize(1..=5) };
        for applicant in able.into_iter().take(count) {
            let stage = any_stage(&mut rng);
            stories.tell(plan, &mut rng, (*i, posting), applicant, stage);
        }
    }
    let mut rng = rng(plan.seed, Kind::Story, WITH_APPLICATIONS);
    for (at, stage) in demo_postings(plan, &postings, demo.person.seeker.category).into_iter().zip([
        Stage::Interview,
        Stage::Received,
        Stage::InReview,
        Stage::Rejected,
    ]) {
        let (i, posting) = &postings[at];
        stories.tell(plan, &mut rng, (*i, posting), demo, stage);
    }
    stories
}

/// Two postings of the demo employer and two of others, those of the category first.
fn demo_postings(plan: &Plan, postings: &[(usize, Posting)], category: &str) -> Vec<usize> {
    let two = |own: bool| {
        let fits =
            |at: &usize| (postings[*at].1.company == 0) == own && plan.state(postings[*at].0) == PostingState::Open;
        let mut all: Vec<usize> = (0..postings.len()).filter(fits).collect();
        all.sort_by_key(|at| postings[*at].1.category != category);
        all.truncate(2);
        all
    };
    [two(true), two(false)].concat()
}

fn any_stage(rng: &mut Rng) -> Stage {
    const STAGES: [(Stage, u32); 7] = [
        (Stage::Received, 32),
        (Stage::InReview, 22),
        (Stage::Interview, 15),
        (Stage::Offer, 5),
        (Stage::Hired, 3),
        (Stage::Rejected, 18),
        (Stage::Withdrawn, 5),
    ];
    STAGES[weighted(rng, STAGES.iter().map(|stage| stage.1))].0
}

/// The stages on the way to one.
fn way(rng: &mut Rng, to: Stage) -> Vec<Stage> {
    use Stage::{Hired, InReview, Interview, Offer, Received, Rejected, Withdrawn};
    let mut way = match to {
        Received => vec![],
        InReview => vec![Received],
        Interview => vec![Received, InReview],
        Offer => vec![Received, InReview, Interview],
        Hired => vec![Received, InReview, Interview, Offer],
        Rejected | Withdrawn => vec![Received, InReview, Interview][..rng.usize(1..=3)].to_vec(),
    };
    way.push(to);
    way
}

/// The kind of stage that one goes to; none where an application ends where it stood.
fn kind(stage: Stage) -> Option<StageKind> {
    match stage.parts() {
        (Outcome::Hired, _) => Some(StageKind::Hired),
        (_, kind) => kind,
    }
}

fn stage_id(posting: Uuid, kind: StageKind) -> Uuid {
    let stages = PostingStage::defaults(posting);
    stages.iter().find(|stage| stage.kind == kind).map_or(posting, |stage| stage.id)
}

impl Stories {
    fn tell(
        &mut self,
        plan: &Plan,
        rng: &mut Rng,
        (i, posting): (usize, &Posting),
        applicant: &Applicant<'_>,
        stage: Stage,
    ) {
        let person = applicant.person;
        let n = self.applications.len();
        let Some(resume) = applicant.resumes.get(n % applicant.resumes.len().max(1)) else { return };
        let way = way(rng, stage);
        let stood = way.iter().rev().find_map(|stage| kind(*stage)).unwrap_or(StageKind::Received);
        let times = times(rng, plan.published_at(i, posting), plan.now, way.len());
        let (created_at, updated_at) = (times[0], times[times.len() - 1]);
        let id = plan.id(Kind::Story, created_at, n);
        let employer = (posting.company < EMPLOYERS).then(|| plan.employer(posting.company));
        let seen_at = match stage {
            Stage::Received if rng.u32(..100) < 60 => None,
            Stage::Received => Some(created_at + (plan.now - created_at) / 2),
            _ => Some(created_at + (times[1] - created_at) / 2),
        };
        self.applications.push(ApplicationRow {
            id,
            company: plan.company_id(posting.company),
            posting: plan.posting_id(i, posting),
            user: person.id,
            resume: resume.id,
            name: person.seeker.name.clone(),
            email: person.email.clone(),
            phone: person.seeker.phone.clone(),
            letter: cover_letter(plan.seed, n, posting, &company(plan.seed, posting.company), &person.seeker),
            stage_id: stage_id(plan.posting_id(i, posting), stood),
            standing: (stood, stage.parts().0),
            version: way.len() as i64,
            seen_at,
            created_at,
            updated_at,
        });
        let mut at = StageKind::Received;
        for (stage, created_at) in way.into_iter().zip(times) {
            at = kind(stage).unwrap_or(at);
            let by: Option<Uuid> = match stage {
                Stage::Received | Stage::Withdrawn => Some(person.id),
                _ => employer.as_ref().map(|member| member.id),
            };
            let id = plan.id(Kind::Change, created_at, self.changes.len());
            self.changes.push(StageChangeRow {
                id,
                application: self.applications[n].id,
                standing: (at, stage.parts().0),
                by,
                created_at,
            });
        }
        if let Some(member) = &employer {
            let by_demo_seeker = person.email.starts_with("seeker@");
            self.talks.about(plan, rng, posting, (&self.applications[n], stage), member, by_demo_seeker);
        }
    }
}

/// When each step was taken, between a posting's first day and now.
fn times(rng: &mut Rng, from: DateTime<Utc>, now: DateTime<Utc>, steps: usize) -> Vec<DateTime<Utc>> {
    let mut at = from;
    let mut step = |most: f64| {
        let left = (now - at).num_milliseconds() as f64;
        at += TimeDelta::milliseconds(1 + (left * (0.05 + most * rng.f64())) as i64);
        at
    };
    (0..steps).map(|i| step(if i == 0 { 0.7 } else { 0.4 })).collect()
}
