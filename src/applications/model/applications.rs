//! Applications, and the forms that send and move them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    by_hand::Added,
    stages::{Decision, PostingStage, Stage, StageChange, Standing},
};
use crate::{
    accounts::Email,
    error::{AppError, Problem, problems},
    forms::Check,
    l10n::t,
    live::{Event, Payload},
    paging::Page,
    text::with_query,
    ui::done_messages,
};

/// Characters of a letter.
pub const MAX_LETTER: usize = 10_000;

/// The form that applies for a job.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ApplicationForm {
    /// Id of a resume, when no file comes with the form.
    pub resume: String,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub letter: String,
}

/// An application that can be sent.
pub struct ValidApplication {
    /// One of the seeker's stored resumes.
    pub resume: Option<Uuid>,
    pub name: String,
    pub email: Email,
    pub phone: String,
    pub letter: String,
}

impl ApplicationForm {
    /// An uploaded file takes precedence over a chosen resume.
    pub fn check(&self, has_file: bool) -> Result<ValidApplication, AppError> {
        let mut check = Check::default();
        let resume = match has_file {
            true => None,
            false if self.resume.is_empty() => {
                check.fail("file", Problem::NoFile);
                None
            }
            false => check.parsed("resume", Uuid::parse_str(&self.resume).map_err(|_| Problem::NotAChoice)),
        };
        let name = check.line("name", &self.name, 120);
        let email = check.parsed("email", Email::parse(&self.email));
        let phone = check.phone("phone", &self.phone);
        let letter = check.optional_text("letter", &self.letter, MAX_LETTER);
        check.finish()?;
        let email = email.ok_or(AppError::Internal)?;
        Ok(ValidApplication { resume, name, email, phone, letter })
    }
}

/// What the apply page shows at first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ApplyStart {
    pub title: String,
    pub company: String,
    /// Whether the posting takes applications.
    pub open: bool,
    /// The seeker's existing application for this posting, if there is one.
    pub sent: Option<Uuid>,
    pub resumes: Vec<ResumeChoice>,
    pub name: String,
    pub email: String,
    pub phone: String,
}

/// A resume to choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResumeChoice {
    pub id: Uuid,
    pub name: String,
    pub is_default: bool,
}

/// An application in its sender's list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct ApplicationRow {
    pub id: Uuid,
    pub title: String,
    pub company: String,
    #[cfg_attr(feature = "ssr", sqlx(flatten))]
    pub standing: Standing,
    pub created_at: DateTime<Utc>,
    /// When the stage changed last.
    pub updated_at: DateTime<Utc>,
}

/// An application, as its sender sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct Application {
    pub id: Uuid,
    /// A withdrawal sends this version back, and is refused as `Stale` if the application has changed since.
    pub version: i64,
    /// The posting's slug, unless the posting is archived.
    pub slug: Option<String>,
    pub title: String,
    pub company: String,
    pub company_slug: String,
    #[cfg_attr(feature = "ssr", sqlx(flatten))]
    pub standing: Standing,
    pub created_at: DateTime<Utc>,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub letter: String,
    pub resume: String,
    /// None once its owner has deleted it.
    pub resume_id: Option<Uuid>,
    #[cfg_attr(feature = "ssr", sqlx(skip))]
    pub changes: Vec<StageChange>,
}

/// Filter, order and cursor of the list of candidates, as its address holds them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CandidateFilter {
    /// Id of a posting, or nothing for all.
    pub posting: String,
    pub stage: String,
    /// `oldest`, else the newest come first.
    pub sort: String,
    pub after: String,
    pub before: String,
}

impl CandidateFilter {
    /// The address of the first page of this list.
    pub fn path(&self) -> String {
        self.page_path("", "")
    }

    /// The address of the page that begins beside a row, by its cursor.
    pub fn page_path(&self, side: &str, key: &str) -> String {
        let query = [("posting", &*self.posting), ("stage", &*self.stage), ("sort", &*self.sort), (side, key)];
        with_query("/employer/candidates", &query)
    }

    /// The address of a candidate, whose neighbours are those of this list.
    pub fn candidate_path(&self, id: Uuid) -> String {
        self.with_all(&format!("/employer/candidates/{id}"))
    }

    /// The address of this very page of the list.
    pub fn back_path(&self) -> String {
        self.with_all("/employer/candidates")
    }

    fn with_all(&self, path: &str) -> String {
        let Self { posting, stage, sort, after, before } = self;
        let query = [("posting", posting), ("stage", stage), ("sort", sort), ("after", after), ("before", before)];
        with_query(path, &query.map(|(name, value)| (name, value.as_str())))
    }

    /// The same list, of another stage.
    pub fn of_stage(&self, stage: &str) -> Self {
        Self { stage: stage.to_string(), after: String::new(), before: String::new(), ..self.clone() }
    }

    pub fn oldest_first(&self) -> bool {
        self.sort == "oldest"
    }
}

/// What a candidate is called; one whose account is deleted has no name any more.
pub fn candidate_name(name: &str) -> String {
    if name.is_empty() { t().candidate_gone() } else { name.to_string() }
}

/// An application in the employer's list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct CandidateRow {
    pub id: Uuid,
    pub name: String,
    pub title: String,
    #[cfg_attr(feature = "ssr", sqlx(flatten))]
    pub standing: Standing,
    /// Whether no company member has opened it.
    pub unseen: bool,
    pub created_at: DateTime<Utc>,
}

/// What the employer's list of applications shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidates {
    pub page: Page<CandidateRow>,
    /// How many there are at each stage that has any.
    pub counts: Vec<(Stage, i64)>,
    /// The posting that was chosen.
    pub posting: Option<PostingChoice>,
    /// The company's postings that have applications.
    pub postings: Vec<PostingChoice>,
}

/// A posting to choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct PostingChoice {
    pub id: Uuid,
    pub title: String,
}

/// An application, as the employer sees it. Once withdrawn, only name and history of stages are shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    pub id: Uuid,
    /// A change of stage sends this version back, and is refused as `Stale` if the application has changed since.
    pub version: i64,
    pub posting: PostingChoice,
    pub standing: Standing,
    /// The stage where it stands, or stood.
    pub stage: Uuid,
    /// Those of the posting, in their order.
    pub stages: Vec<PostingStage>,
    pub created_at: DateTime<Utc>,
    pub name: String,
    /// Whether the candidate's account is deleted, and all that was sent with it.
    pub anonymised: bool,
    /// Whether they have no account: what is written to them goes by mail.
    pub guest: bool,
    /// How they came here, where the company has added them.
    pub added: Option<Added>,
    /// Whether they have objected to that, so that nothing is kept of them.
    pub objected: bool,
    /// Whether a company member has opened it.
    pub seen: bool,
    /// What was sent; nothing once the candidate has withdrawn or is gone.
    pub sent: Option<SentApplication>,
    pub changes: Vec<StageChange>,
    /// The applications before and after it in the list that was asked for.
    pub previous: Option<Uuid>,
    pub next: Option<Uuid>,
}

/// What a candidate has sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SentApplication {
    pub email: String,
    /// As they wrote it.
    pub phone: String,
    /// The form in which it is dialled, where it is a number.
    pub dial: Option<String>,
    pub letter: String,
    pub resume: Option<(Uuid, String)>,
    pub profile: CandidateProfile,
}

/// A copy of the candidate's profile from when they applied, if they had one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CandidateProfile {
    pub headline: String,
    pub place: String,
    pub about: String,
    pub skills: Vec<String>,
    pub links: Vec<String>,
}

/// The form that moves an application to another stage.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StageForm {
    pub stage: String,
    pub version: String,
    /// The page to return to: the candidate's, in a list.
    pub back: String,
}

impl StageForm {
    /// What was decided, and the version that was seen.
    pub fn check(&self) -> Result<(Decision, i64), AppError> {
        let version = self.version.parse().map_err(|_| AppError::Malformed)?;
        let mut check = Check::default();
        let decision = check.choice::<Decision>("stage", &self.stage);
        check.finish()?;
        Ok((decision.ok_or(AppError::Internal)?, version))
    }
}

/// Event: an application was moved to a stage, or withdrawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageChanged {
    pub id: Uuid,
    pub stage: Stage,
}

impl Payload for StageChanged {
    const NAME: &'static str = "application";
}

impl Event for StageChanged {
    fn subject(&self) -> Uuid {
        self.id
    }
}

problems! {
    /// What cannot be done.
    ApplicationProblem {
        AlreadyApplied => problem_already_applied,
        /// The application is in a stage that allows no such change.
        WrongStage => problem_wrong_stage,
        /// A posting has as many stages as it may.
        TooManyStages(count) => problem_too_many_stages,
        /// Two stages of a posting would be called the same.
        SameStageName => problem_same_stage_name,
        /// Somebody stands in a stage that is to go, and it was not said where they go.
        StageInUse => problem_stage_in_use,
        /// More people stand in a stage than can be moved at once.
        TooManyInStage(count) => problem_too_many_in_stage,
        /// A guest's link is not good, or not any more.
        GuestLinkOver => problem_guest_link_over,
        /// There is an account with the address already.
        HasAccount => problem_has_account,
        /// Somebody with this address is among the posting's candidates.
        AddedBefore => problem_added_before,
        /// Somebody with this address does not want to be the company's candidate.
        HasObjected => problem_has_objected,
        /// The company has added as many as it may within a day.
        TooManyAdded(count) => problem_too_many_added,
        /// Candidates cannot be told by mail.
        CannotTell => problem_cannot_tell,
        /// The daily limit of applications is reached.
        TooManyApplications(count) => problem_too_many_applications,
    }
}

done_messages! {
    /// What pages say was done.
    ApplicationDone {
        Applied => done_applied,
        GuestConfirmed => done_guest_confirmed,
        GuestAgain => done_guest_again,
        GuestLinkMailed => done_guest_link_mailed,
        GuestAnswered => done_guest_answered,
        GuestErased => done_guest_erased,
        GuestSignedUp => done_guest_signed_up,
        CandidateAdded => done_candidate_added,
        NotedAgreed => done_noted_agreed,
        NotedObjected => done_noted_objected,
        Withdrawn => done_withdrawn,
        StageChanged => done_stage_changed,
        StagesSaved => done_stages_saved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::applications::StageKind;

    #[test]
    fn a_change_names_a_stage_and_a_version() {
        let check = |stage: &str, version: &str| {
            StageForm { stage: stage.into(), version: version.into(), ..Default::default() }.check()
        };
        assert_eq!(check("in_review", "3"), Ok((Decision::ToKind(StageKind::Review), 3)));
        assert_eq!(check("in_review", "x"), Err(AppError::Malformed));
        assert_eq!(check("", "1"), Err(AppError::field("stage", Problem::Required)));
        assert_eq!(check("withdrawn", "1"), Err(AppError::field("stage", Problem::NotAChoice)));
        assert_eq!(check("promoted", "1"), Err(AppError::field("stage", Problem::NotAChoice)));
    }

    #[test]
    fn an_application_needs_a_resume_and_a_way_to_answer() {
        let form = ApplicationForm { name: "Anna".into(), email: "a@b.example".into(), ..Default::default() };
        let problem = |form: &ApplicationForm| form.check(false).err();
        assert_eq!(problem(&form), Some(AppError::field("file", Problem::NoFile)));
        assert!(form.check(true).is_ok_and(|v| v.resume.is_none()));
        let chosen = |resume: &str| ApplicationForm { resume: resume.into(), ..form.clone() };
        assert_eq!(problem(&chosen("x")), Some(AppError::field("resume", Problem::NotAChoice)));
        let id = Uuid::from_u128(7);
        assert!(chosen(&id.to_string()).check(false).is_ok_and(|v| v.resume == Some(id)));
        assert!(chosen("x").check(true).is_ok(), "the file is what is meant");
        let long = ApplicationForm { letter: "x".repeat(10_001), ..form };
        assert_eq!(long.check(true).err(), Some(AppError::field("letter", Problem::TooLong(10_000))));
    }

    #[test]
    fn a_filter_is_an_address() {
        let filter = CandidateFilter { stage: "offer".into(), after: "a".into(), ..Default::default() };
        assert_eq!(filter.path(), "/employer/candidates?stage=offer");
        assert_eq!(filter.page_path("before", "b"), "/employer/candidates?stage=offer&before=b");
        assert_eq!(filter.of_stage("").path(), "/employer/candidates");
        let id = Uuid::nil();
        assert_eq!(filter.candidate_path(id), format!("/employer/candidates/{id}?stage=offer&after=a"));
        assert_eq!(filter.back_path(), "/employer/candidates?stage=offer&after=a");
    }
}
