//! The form of a posting, and what an employer's pages show.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    accounts::MemberRole,
    error::{AppError, Problem},
    forms::Check,
    jobs::{CURRENCIES, Category, EmploymentType, Pay, PayPeriod, Place, PostingProblem, PostingState, Workplace},
    text::{Amount, LocalDay, countries::is_country, read_amount},
    ui::done_messages,
};

/// A posting is open this many days unless its employer says otherwise.
pub const DAYS_OPEN: u64 = 60;
/// A posting is open no longer than this many days.
const MOST_DAYS_OPEN: i64 = 365;
/// Characters of a title.
pub const TITLE_LENGTH: usize = 200;
/// Characters of a description.
pub const DESCRIPTION_LENGTH: usize = 20_000;
const MOST_PAY: Amount = Amount::whole(100_000_000);

/// A posting as its form holds it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PostingForm {
    /// Empty for one that is not stored yet.
    pub id: String,
    /// Id of a new posting, chosen in advance: a form that is sent twice makes one posting (idempotent).
    pub new_id: String,
    /// The version that was edited.
    pub version: String,
    /// A newer stored version that the user has chosen to overwrite.
    pub over: String,
    /// Which button was pressed: `publish`, or anything else to save.
    pub action: String,
    pub title: String,
    pub category: String,
    pub description: String,
    pub employment_type: String,
    pub workplace: String,
    pub city: String,
    pub region: String,
    pub country: String,
    pub pay_min: String,
    pub pay_max: String,
    pub currency: String,
    pub pay_period: String,
    /// Whether pay that seems unlikely is meant: `yes`.
    pub pay_meant: String,
    pub skills: String,
    pub closes_on: String,
}

/// The rules that a posting is validated by before it is stored.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The state it will be in: a draft may be incomplete, an open one closes today or later.
    pub state: PostingState,
    /// The day that it is where the company is.
    pub today: NaiveDate,
    /// The state it is in so far; a draft also where it is not stored yet.
    pub was: PostingState,
    /// As it is stored so far: what an edit leaves as it is needs no questions.
    pub stored: Option<&'a PostingForm>,
}

/// A posting that can be stored. Only a draft has gaps.
#[derive(Debug, PartialEq)]
pub struct ValidPosting {
    pub state: PostingState,
    pub title: String,
    pub category: Option<Category>,
    pub description: String,
    pub employment_type: Option<EmploymentType>,
    pub workplace: Option<Workplace>,
    pub place: Place,
    pub pay_min: Option<Amount>,
    pub pay_max: Option<Amount>,
    pub currency: String,
    pub pay_period: Option<PayPeriod>,
    pub skills: Vec<String>,
    /// Its last day.
    pub closes_on: Option<NaiveDate>,
}

impl ValidPosting {
    /// The sort key of pay: the range's upper end in a year, 0 without pay.
    pub fn pay_year(&self) -> i64 {
        self.pay().map_or(0, |pay| pay.per_year())
    }

    fn pay(&self) -> Option<Pay> {
        Pay::of(self.pay_min, self.pay_max, &self.currency, self.pay_period)
    }
}

impl PostingForm {
    pub fn check(&self, rules: Rules<'_>) -> Result<ValidPosting, AppError> {
        let mut check = Check::default();
        let posting = self.read(&mut check, rules);
        check.finish()?;
        Ok(posting)
    }

    /// Parses the form as far as possible; `check` collects the problems of its fields.
    pub fn read(&self, check: &mut Check, rules: Rules<'_>) -> ValidPosting {
        let complete = rules.state != PostingState::Draft;
        let needed = |text: &str| complete || !text.is_empty();
        let title = check.line("title", &self.title, TITLE_LENGTH);
        let category = needed(&self.category).then(|| check.choice("category", &self.category)).flatten();
        let description = match complete {
            true => check.text("description", &self.description, DESCRIPTION_LENGTH),
            false => check.optional_text("description", &self.description, DESCRIPTION_LENGTH),
        };
        let employment_type =
            needed(&self.employment_type).then(|| check.choice("employment_type", &self.employment_type)).flatten();
        let workplace = needed(&self.workplace).then(|| check.choice("workplace", &self.workplace)).flatten();
        let place = self.check_place(check, complete && workplace != Some(Workplace::Remote), complete);
        let (pay_min, pay_max) = self.check_pay(check, complete);
        if needed(&self.currency) && !CURRENCIES.contains(&self.currency.as_str()) {
            check.fail("currency", Problem::NotAChoice);
        }
        let pay_period = needed(&self.pay_period).then(|| check.choice("pay_period", &self.pay_period)).flatten();
        let skills = check.entries("skills", &self.skills, 40, 60);
        let closes_on = self.check_closing(check, rules);
        let posting = ValidPosting {
            state: rules.state,
            title,
            category,
            description,
            employment_type,
            workplace,
            place,
            pay_min,
            pay_max,
            currency: self.currency.clone(),
            pay_period,
            skills,
            closes_on,
        };
        self.question_pay(check, rules, &posting);
        posting
    }

    /// Whether the form equals the stored one, so that it has no unsaved changes.
    pub fn holds(&self, stored: &Self) -> bool {
        let description = self.description.replace("\r\n", "\n");
        let Self { new_id, over, action, pay_meant, .. } = stored.clone();
        *stored == Self { description, new_id, over, action, pay_meant, ..self.clone() }
    }

    /// The preview of a posting that may be incomplete; `closing` is what its last day is where the company is.
    pub fn preview(
        &self,
        id: Option<Uuid>,
        company: String,
        html: String,
        today: NaiveDate,
        closing: impl FnOnce(NaiveDate) -> LocalDay,
    ) -> Preview {
        let rules = Rules { state: PostingState::Draft, today, was: PostingState::Draft, stored: None };
        let posting = self.read(&mut Check::default(), rules);
        let pay = posting.pay();
        Preview {
            id,
            version: 0,
            state: posting.state,
            unsent: true,
            title: posting.title,
            company,
            category: posting.category,
            employment_type: posting.employment_type,
            workplace: posting.workplace,
            place: posting.place,
            pay,
            skills: posting.skills,
            html,
            last_day: posting.closes_on.map(closing),
            closed: false,
        }
    }

    /// Its fields, by name.
    #[cfg(feature = "ssr")]
    pub fn into_fields(self) -> Vec<(String, String)> {
        let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(self) else { return Vec::new() };
        fields.into_iter().filter_map(|(name, value)| Some((name, value.as_str()?.to_string()))).collect()
    }

    /// The form with these fields.
    #[cfg(feature = "ssr")]
    pub fn from_fields(fields: Vec<(String, String)>) -> Option<Self> {
        let fields = fields.into_iter().map(|(name, value)| (name, serde_json::Value::String(value)));
        serde_json::from_value(serde_json::Value::Object(fields.collect())).ok()
    }

    fn check_place(&self, check: &mut Check, city_needed: bool, country_needed: bool) -> Place {
        let city = match city_needed {
            true => check.line("city", &self.city, 100),
            false => check.optional_line("city", &self.city, 100),
        };
        let region = check.optional_line("region", &self.region, 100);
        if self.country.is_empty() && country_needed {
            check.fail("country", Problem::Required);
        } else if !self.country.is_empty() && !is_country(&self.country) {
            check.fail("country", Problem::NotAChoice);
        }
        Place { city, region, country: self.country.clone() }
    }

    fn check_pay(&self, check: &mut Check, complete: bool) -> (Option<Amount>, Option<Amount>) {
        let min = check.amount("pay_min", &self.pay_min, MOST_PAY);
        let max = check.amount("pay_max", &self.pay_max, MOST_PAY);
        check.currency(&self.currency, &[("pay_min", &self.pay_min), ("pay_max", &self.pay_max)]);
        match (min, max) {
            (Some(start), Some(end)) if end < start => check.fail("pay_max", Problem::RangeReversed { start, end }),
            _ if !complete => {}
            _ if self.pay_min.trim().is_empty() => check.fail("pay_min", Problem::from(PostingProblem::PayRequired)),
            _ if self.pay_max.trim().is_empty() => check.fail("pay_max", Problem::from(PostingProblem::PayRequired)),
            _ => {}
        }
        (min, max)
    }

    /// Asks whether pay is meant that hardly anybody means, once: before it is public, and where an edit changes it.
    fn question_pay(&self, check: &mut Check, rules: Rules<'_>, posting: &ValidPosting) {
        let pay = posting.pay().filter(|pay| rules.state == PostingState::Open && pay.is_unlikely());
        let same = |stored: &Self| {
            let pay = |form: &Self| [&form.pay_min, &form.pay_max].map(|typed| read_amount(typed).ok().flatten());
            pay(stored) == pay(self) && stored.currency == self.currency && stored.pay_period == self.pay_period
        };
        let asked = rules.was != PostingState::Draft && rules.stored.is_some_and(same);
        if let Some(pay) = pay.filter(|_| self.pay_meant != "yes" && !asked) {
            check.fail("pay_max", PostingProblem::PayUnlikely(pay.max.units_up()).into());
        }
    }

    fn check_closing(&self, check: &mut Check, rules: Rules<'_>) -> Option<NaiveDate> {
        if self.closes_on.trim().is_empty() {
            return (rules.state != PostingState::Draft).then(|| days_open(rules.today));
        }
        let parsed = self.closes_on.trim().parse::<NaiveDate>().map_err(|_| Problem::NotADate);
        let day = check.parsed("closes_on", parsed)?;
        let days = day.signed_duration_since(rules.today).num_days();
        let kept = rules.stored.is_some_and(|stored| stored.closes_on == self.closes_on);
        let past = match rules.state {
            PostingState::Open => days < 0,
            _ => days < -MOST_DAYS_OPEN && !kept,
        };
        if past {
            check.fail("closes_on", Problem::InThePast);
        } else if days > MOST_DAYS_OPEN {
            check.fail("closes_on", Problem::TooFar(MOST_DAYS_OPEN));
        }
        Some(day)
    }
}

/// The last day of a posting that is opened today, by default.
pub fn days_open(today: NaiveDate) -> NaiveDate {
    today + Days::new(DAYS_OPEN)
}

/// A posting in the editor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Editor {
    pub form: PostingForm,
    pub state: PostingState,
    pub slug: String,
    /// The description, rendered.
    pub html: String,
    /// Whether the form holds unsaved changes.
    pub unsent: bool,
    pub published_at: Option<DateTime<Utc>>,
    /// The day on which it closes or has closed, where the company is.
    pub last_day: Option<LocalDay>,
    /// Whether it has closed.
    pub closed: bool,
    /// Where the company is.
    pub zone: String,
    pub views: i64,
    pub applications: i64,
    /// Who has changed it last, and when.
    pub edited: Option<(String, DateTime<Utc>)>,
    /// The members of the company, for those who choose who works on it.
    pub team: Vec<TeamChoice>,
}

/// A member of the company, and whether they work on a posting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct TeamChoice {
    pub id: Uuid,
    pub name: String,
    pub role: MemberRole,
    pub chosen: bool,
}

/// The preview of a posting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// None for one that is not stored yet.
    pub id: Option<Uuid>,
    pub version: i64,
    pub state: PostingState,
    /// Whether it shows unsaved changes.
    pub unsent: bool,
    pub title: String,
    pub company: String,
    pub category: Option<Category>,
    pub employment_type: Option<EmploymentType>,
    pub workplace: Option<Workplace>,
    pub place: Place,
    pub pay: Option<Pay>,
    pub skills: Vec<String>,
    pub html: String,
    pub last_day: Option<LocalDay>,
    pub closed: bool,
}

/// A posting in the employer's table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct PostingRow {
    pub id: Uuid,
    pub title: String,
    pub state: PostingState,
    pub views: i64,
    pub applications: i64,
    /// Applications that no company member has opened.
    pub unseen: i64,
    /// When it closes.
    pub closes_at: Option<DateTime<Utc>>,
    /// When it closed, if it is closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// The day of either, where the company is.
    #[cfg_attr(feature = "ssr", sqlx(skip))]
    pub last_day: Option<LocalDay>,
}

/// How many postings there are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StateCounts {
    pub draft: i64,
    pub open: i64,
    pub closed: i64,
    pub archived: i64,
}

impl StateCounts {
    pub fn of(&self, state: PostingState) -> i64 {
        match state {
            PostingState::Draft => self.draft,
            PostingState::Open => self.open,
            PostingState::Closed => self.closed,
            PostingState::Archived => self.archived,
        }
    }

    pub fn all(&self) -> i64 {
        self.draft + self.open + self.closed + self.archived
    }
}

/// What `/employer/postings` shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PostingList {
    pub page: crate::paging::Page<PostingRow>,
    pub counts: StateCounts,
}

/// An application that no company member has opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct NewApplication {
    pub id: Uuid,
    pub name: String,
    pub posting: String,
    pub at: DateTime<Utc>,
}

/// A posting that closes soon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct ClosingPosting {
    pub id: Uuid,
    pub title: String,
    pub at: DateTime<Utc>,
}

/// What `/employer` shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    pub company: String,
    /// Whether the company's page says who they are and where.
    pub company_complete: bool,
    pub counts: StateCounts,
    pub applications: i64,
    pub unseen: i64,
    pub newest: Vec<NewApplication>,
    pub closing: Vec<ClosingPosting>,
}

done_messages! {
    /// What pages say was done.
    PostingDone {
        PostingSaved => done_posting_saved,
        PostingPublished => done_posting_published,
        PostingClosed => done_posting_closed,
        PostingReopened => done_posting_reopened,
        PostingDeleted => done_posting_deleted,
        PostingArchived => done_posting_archived,
        PostingDuplicated => done_posting_duplicated,
        PostingTeamSaved => done_posting_team_saved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-22".parse().unwrap()
    }

    fn closing(day: NaiveDate) -> LocalDay {
        LocalDay { at: day.and_time(chrono::NaiveTime::MIN).and_utc(), day, zone: "UTC".into(), minutes_ahead: 0 }
    }

    fn complete() -> PostingForm {
        let text = |t: &str| t.to_string();
        PostingForm {
            title: text("Nurse"),
            category: text("healthcare"),
            description: text("Care."),
            employment_type: text("full_time"),
            workplace: text("on_site"),
            city: text("Graz"),
            country: text("AT"),
            pay_min: text("40.000"),
            pay_max: text("50 000"),
            currency: text("EUR"),
            pay_period: text("year"),
            skills: text("Care, care, German"),
            closes_on: text("2026-12-24"),
            ..Default::default()
        }
    }

    fn check(form: &PostingForm, state: PostingState) -> Result<ValidPosting, AppError> {
        form.check(Rules { state, today: today(), was: PostingState::Draft, stored: None })
    }

    fn problem(change: impl FnOnce(&mut PostingForm), field: &str) -> Option<Problem> {
        let mut form = complete();
        change(&mut form);
        check(&form, PostingState::Open).err()?.problem_of(field).cloned()
    }

    #[test]
    fn a_complete_posting_is_published() {
        let valid = check(&complete(), PostingState::Open).unwrap();
        assert_eq!(valid.pay_year(), 50_000);
        assert_eq!(valid.skills, ["Care", "German"]);
        assert_eq!(valid.closes_on.unwrap().to_string(), "2026-12-24");
    }

    #[test]
    fn a_draft_needs_a_title_only() {
        let draft = PostingForm { title: "Nurse".into(), ..Default::default() };
        assert_eq!(check(&draft, PostingState::Draft).unwrap().pay_year(), 0);
        let AppError::Fields(missing) = check(&draft, PostingState::Open).unwrap_err() else { panic!() };
        assert_eq!(missing.len(), 9);
        let error = check(&PostingForm::default(), PostingState::Draft).unwrap_err();
        assert_eq!(error.problem_of("title"), Some(&Problem::Required));
        let wrong = PostingForm { category: "x".into(), ..draft };
        assert_eq!(check(&wrong, PostingState::Draft).unwrap_err().problem_of("category"), Some(&Problem::NotAChoice));
    }

    #[test]
    fn pay_is_a_range() {
        assert_eq!(
            problem(|f| f.pay_max = "39000".into(), "pay_max"),
            Some(Problem::RangeReversed { start: Amount::whole(40_000), end: Amount::whole(39_000) })
        );
        assert_eq!(problem(|f| f.pay_min.clear(), "pay_min"), Some(Problem::from(PostingProblem::PayRequired)));
        let (read, most) = (Amount::whole(100_000_001), MOST_PAY);
        assert_eq!(
            problem(|f| f.pay_max = "100000001".into(), "pay_max"),
            Some(Problem::AmountTooLarge { read, most })
        );
        assert_eq!(problem(|f| f.currency = "XXX".into(), "currency"), Some(Problem::NotAChoice));
    }

    #[test]
    fn pay_an_hour_has_hundredths() {
        let hourly =
            PostingForm {
                pay_min: "15.50".into(), pay_max: "17,80 €".into(), pay_period: "hour".into(), ..complete()
            };
        let valid = check(&hourly, PostingState::Open).unwrap();
        assert_eq!((valid.pay_min, valid.pay_max), (Some(Amount(1_550)), Some(Amount(1_780))));
        assert_eq!(valid.pay_year(), 37_024);
    }

    #[test]
    fn pay_that_nobody_means_is_questioned_once() {
        let of = |min: &str, max: &str| PostingForm { pay_min: min.into(), pay_max: max.into(), ..complete() };
        for (min, max, upper) in [("0", "0", 0), ("1", "100.000.000", 100_000_000), ("4", "50000", 50_000)] {
            let form = of(min, max);
            let error = check(&form, PostingState::Open).unwrap_err();
            assert_eq!(error.problem_of("pay_max"), Some(&PostingProblem::PayUnlikely(upper).into()), "{min}");
            assert!(check(&form, PostingState::Draft).is_ok(), "a draft is not public");
            let meant = PostingForm { pay_meant: "yes".into(), ..form.clone() };
            assert!(check(&meant, PostingState::Open).is_ok());
            let again = |was, stored| {
                form.check(Rules { state: PostingState::Open, today: today(), was, stored: Some(stored) }).is_ok()
            };
            assert!(again(PostingState::Open, &form));
            assert!(!again(PostingState::Draft, &form) && !again(PostingState::Open, &of("0", "9")));
        }
    }

    #[test]
    fn a_preview_shows_what_can_be_made_out() {
        let form = PostingForm { pay_max: "much".into(), category: "chef".into(), skills: "a,b".into(), ..complete() };
        assert_eq!(PostingForm::from_fields(form.clone().into_fields()), Some(form.clone()));
        let sent = PostingForm { action: "save".into(), description: "Care.".into(), ..form.clone() };
        assert!(sent.holds(&form) && !PostingForm { city: "Wien".into(), ..sent }.holds(&form));
        let preview = form.preview(None, "Acme".into(), String::new(), today(), closing);
        assert_eq!((preview.title.as_str(), preview.category, preview.pay), ("Nurse", None, None));
        assert_eq!((preview.skills.len(), preview.unsent), (2, true));
        assert!(complete().preview(None, String::new(), String::new(), today(), closing).pay.is_some());
    }

    #[test]
    fn only_remote_work_has_no_city() {
        assert_eq!(problem(|f| f.city.clear(), "city"), Some(Problem::Required));
        let remote = PostingForm { city: String::new(), workplace: "remote".into(), ..complete() };
        assert!(check(&remote, PostingState::Open).is_ok());
        assert_eq!(problem(|f| f.country = "XX".into(), "country"), Some(Problem::NotAChoice));
    }

    #[test]
    fn an_open_posting_closes_within_a_year() {
        let on = |day: &'static str| problem(move |f| f.closes_on = day.into(), "closes_on");
        assert_eq!(on("2026-11-21"), Some(Problem::InThePast));
        assert_eq!(on("2026-11-22"), None, "today, while it lasts");
        assert_eq!(on("2027-11-22"), None);
        assert_eq!(on("2027-11-23"), Some(Problem::TooFar(365)));
        assert_eq!(on("soon"), Some(Problem::NotADate));
        let unset = PostingForm { closes_on: String::new(), ..complete() };
        let closes_on = check(&unset, PostingState::Open).unwrap().closes_on;
        assert_eq!(closes_on, Some(days_open(today())));
    }

    #[test]
    fn an_old_closed_posting_can_be_edited() {
        let form = PostingForm { closes_on: "2024-11-22".into(), ..complete() };
        let was = PostingState::Closed;
        let edit = |stored| form.check(Rules { state: was, today: today(), was, stored });
        assert!(edit(Some(&form)).is_ok() && edit(None).is_err());
    }
}
