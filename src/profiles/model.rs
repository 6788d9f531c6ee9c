//! Seekers' profiles and job preferences, and their forms.

use serde::{Deserialize, Serialize};

use super::reason::Reason;
use crate::{
    error::{AppError, Problem},
    forms::Check,
    jobs::{CURRENCIES, Category, EmploymentType, JobCard, MAX_PAY, Workplace},
    text::Amount,
    ui::done_messages,
};

/// Characters of a headline.
pub const MAX_HEADLINE: usize = 120;
/// Characters of what somebody says about themselves.
pub const MAX_ABOUT: usize = 4_000;
/// Most links on a profile.
const LINKS: usize = 8;

/// A seeker's profile.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    pub headline: String,
    pub place: String,
    pub phone: String,
    pub about: String,
    pub skills: Vec<String>,
    pub links: Vec<String>,
    pub preferences: Preferences,
}

/// The job that a seeker looks for. An empty list means no preference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Preferences {
    pub titles: Vec<String>,
    pub categories: Vec<Category>,
    pub places: Vec<String>,
    pub workplaces: Vec<Workplace>,
    pub employment_types: Vec<EmploymentType>,
    /// In a year of full-time work.
    pub least_pay: Option<i64>,
    /// ISO 4217.
    pub currency: String,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            titles: Vec::new(),
            categories: Vec::new(),
            places: Vec::new(),
            workplaces: Vec::new(),
            employment_types: Vec::new(),
            least_pay: None,
            currency: CURRENCIES[0].to_string(),
        }
    }
}

impl Preferences {
    /// Whether nothing has been chosen.
    pub fn is_empty(&self) -> bool {
        *self == Self { currency: self.currency.clone(), ..Self::default() }
    }
}

/// What the page of fitting postings shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobsForMe {
    /// Whether there are preferences at all.
    pub chosen: bool,
    /// Best first.
    pub fits: Vec<Fit>,
}

/// A posting that fits, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fit {
    pub card: JobCard,
    pub reasons: Vec<Reason>,
}

/// The form of a profile.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProfileForm {
    pub headline: String,
    pub place: String,
    pub phone: String,
    pub about: String,
    /// Separated by commas.
    pub skills: String,
    /// One a line.
    pub links: String,
}

impl ProfileForm {
    /// The profile, without preferences.
    pub fn check(&self) -> Result<Profile, AppError> {
        let mut check = Check::default();
        let profile = Profile {
            headline: check.optional_line("headline", &self.headline, MAX_HEADLINE),
            place: check.optional_line("place", &self.place, 120),
            phone: check.phone("phone", &self.phone),
            about: check.optional_text("about", &self.about, MAX_ABOUT),
            skills: check.entries("skills", &self.skills, 40, 60),
            links: check.parsed("links", links(&self.links)).unwrap_or_default(),
            preferences: Preferences::default(),
        };
        check.finish()?;
        Ok(profile)
    }
}

/// Web addresses, one a line. Several bad ones are one problem of the field.
fn links(text: &str) -> Result<Vec<String>, Problem> {
    let mut links: Vec<String> = Vec::new();
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        if links.len() == LINKS {
            return Err(Problem::TooMany(LINKS));
        }
        let mut check = Check::default();
        let link = check.address("links", line);
        if let Err(AppError::Fields(mut wrong)) = check.finish() {
            return Err(wrong.remove(0).problem);
        }
        if !link.is_empty() && !links.contains(&link) {
            links.push(link);
        }
    }
    Ok(links)
}

/// The form of job preferences.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PreferencesForm {
    /// Separated by commas.
    pub titles: String,
    /// Check boxes: browsers do not send those that are not ticked.
    #[serde(default)]
    pub categories: Vec<String>,
    /// Separated by commas.
    pub places: String,
    #[serde(default)]
    pub workplaces: Vec<String>,
    #[serde(default)]
    pub employment_types: Vec<String>,
    pub least_pay: String,
    pub currency: String,
}

impl PreferencesForm {
    pub fn check(&self) -> Result<Preferences, AppError> {
        let mut check = Check::default();
        let preferences = Preferences {
            titles: check.entries("titles", &self.titles, 10, 120),
            categories: check.choices("categories", &self.categories),
            places: check.entries("places", &self.places, 10, 120),
            workplaces: check.choices("workplaces", &self.workplaces),
            employment_types: check.choices("employment_types", &self.employment_types),
            least_pay: check.amount("least_pay", &self.least_pay, MAX_PAY).map(Amount::units_up).filter(|pay| *pay > 0),
            currency: self.currency.clone(),
        };
        if !CURRENCIES.contains(&self.currency.as_str()) {
            check.fail("currency", Problem::NotAChoice);
        }
        check.currency(&self.currency, &[("least_pay", &self.least_pay)]);
        check.finish()?;
        Ok(preferences)
    }
}

done_messages! {
    /// What pages say was done.
    ProfileDone {
        ProfileSaved => done_profile_saved,
        PreferencesSaved => done_preferences_saved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_profile_is_fine_and_a_full_one_is_bounded() {
        assert_eq!(ProfileForm::default().check(), Ok(Profile::default()));
        let form = ProfileForm {
            headline: "x".repeat(121),
            phone: "call me".into(),
            skills: (0..41).map(|i| format!("s{i},")).collect(),
            links: "javascript:alert(1)".into(),
            ..Default::default()
        };
        let error = form.check().unwrap_err();
        assert_eq!(error.problem_of("headline"), Some(&Problem::TooLong(120)));
        assert_eq!(error.problem_of("phone"), Some(&Problem::NotAPhone));
        assert_eq!(error.problem_of("skills"), Some(&Problem::TooMany(40)));
        assert_eq!(error.problem_of("links"), Some(&Problem::NotAnAddress));
    }

    #[test]
    fn links_are_one_a_line() {
        assert_eq!(
            links("a.example/x,y\r\n\r\nhttps://a.example/x,y\nb.example").unwrap(),
            ["https://a.example/x,y", "https://b.example"]
        );
        let many: String = (0..9).map(|i| format!("a{i}.example\n")).collect();
        assert_eq!(links(&many), Err(Problem::TooMany(8)));
    }

    #[test]
    fn preferences() {
        let form = PreferencesForm { currency: "EUR".into(), least_pay: "0".into(), ..Default::default() };
        assert!(form.check().unwrap().is_empty());
        let chosen = PreferencesForm { categories: vec!["data".into(), "data".into(), String::new()], ..form.clone() };
        assert_eq!(chosen.check().unwrap().categories, [Category::Data]);
        let odd = PreferencesForm { currency: "XXX".into(), workplaces: vec!["moon".into()], ..form };
        let error = odd.check().unwrap_err();
        assert_eq!(error.problem_of("currency"), Some(&Problem::NotAChoice));
        assert_eq!(error.problem_of("workplaces"), Some(&Problem::NotAChoice));
    }
}
