//! Candidates whom a company adds itself: somebody it was recommended or has met.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};
use uuid::Uuid;

use super::PostingChoice;
use crate::{
    accounts::Email,
    error::{AppError, Problem},
    forms::Check,
    l10n::t,
};

/// The page with the form, which is sent to the same address.
pub const ADD_PATH: &str = "/employer/candidates/new";
/// Candidates that one company adds within a day.
pub const MAX_ADDED_A_DAY: i64 = 100;
/// Characters of a source in the company's own words.
pub const MAX_SOURCE: usize = 120;

/// Where a company knows somebody from, whom it adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Display, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Source {
    Recommended,
    Met,
    Agency,
    Web,
    Other,
}

impl Source {
    pub fn label(self) -> String {
        let t = t();
        match self {
            Self::Recommended => t.source_recommended(),
            Self::Met => t.source_met(),
            Self::Agency => t.source_agency(),
            Self::Web => t.source_web(),
            Self::Other => t.source_other(),
        }
    }
}

/// What a stored source is called: one of the choices, or the company's own words.
pub fn source_label(stored: &str) -> String {
    stored.parse().map_or_else(|_| stored.to_string(), Source::label)
}

/// The form that adds a candidate.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AddForm {
    pub posting: String,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub source: String,
    /// The source in one's own words, which take precedence.
    pub source_text: String,
}

/// A candidate that can be added.
pub struct ValidAddition {
    pub posting: Uuid,
    pub name: String,
    pub email: Email,
    pub phone: String,
    /// Never empty.
    pub source: String,
}

impl AddForm {
    pub fn check(&self) -> Result<ValidAddition, AppError> {
        let mut check = Check::default();
        let unknown = if self.posting.is_empty() { Problem::Required } else { Problem::NotAChoice };
        let posting = check.parsed("posting", Uuid::parse_str(&self.posting).map_err(|_| unknown));
        let name = check.line("name", &self.name, 120);
        let email = check.parsed("email", Email::parse(&self.email));
        let phone = check.phone("phone", &self.phone);
        let text = check.optional_line("source_text", &self.source_text, MAX_SOURCE);
        let source = match text.is_empty() || !self.source.is_empty() {
            true => check.choice::<Source>("source", &self.source),
            false => None,
        };
        check.finish()?;
        let source = if text.is_empty() { source.map(|source| source.to_string()) } else { Some(text) };
        let (posting, email) = (posting.ok_or(AppError::Internal)?, email.ok_or(AppError::Internal)?);
        Ok(ValidAddition { posting, name, email, phone, source: source.ok_or(AppError::Internal)? })
    }
}

/// What the form begins with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AddStart {
    /// The company's postings that somebody can be added to, open or closed.
    pub postings: Vec<PostingChoice>,
    /// Whether mails reach people: who is added has to be told.
    pub can_tell: bool,
}

/// How a candidate came to be one whom the company has added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Added {
    /// Whoever added them, while they have an account.
    pub by: Option<String>,
    pub source: String,
    /// Whether the person has not said yet that it is them.
    pub waits: bool,
}

/// What a company has noted about somebody, as they see it behind the link that was mailed to them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct NotedCandidate {
    pub title: String,
    /// The posting's slug, while it has a page.
    pub slug: Option<String>,
    pub company: String,
    pub company_slug: String,
    pub name: String,
    pub email: String,
    pub phone: String,
    /// What the resume is called; empty where there is none.
    pub resume: String,
    pub source: String,
    pub at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_a_choice_or_words() {
        let form = |source: &str, text: &str| AddForm {
            posting: Uuid::from_u128(7).to_string(),
            name: "Gerda".into(),
            email: "a@b.example".into(),
            source: source.into(),
            source_text: text.into(),
            ..Default::default()
        };
        let source = |form: &AddForm| form.check().map(|valid| valid.source);
        assert_eq!(source(&form("met", "")).unwrap(), "met");
        assert_eq!(source(&form("other", " the\nfair ")).unwrap(), "the fair");
        assert_eq!(source(&form("", "the fair")).unwrap(), "the fair");
        assert_eq!(source(&form("", "")), Err(AppError::field("source", Problem::Required)));
        assert_eq!(source(&form("x", "the fair")), Err(AppError::field("source", Problem::NotAChoice)));
        let long = form("other", &"x".repeat(MAX_SOURCE + 1));
        assert_eq!(source(&long), Err(AppError::field("source_text", Problem::TooLong(MAX_SOURCE))));
    }

    #[test]
    fn what_is_missing_is_said() {
        let Err(AppError::Fields(problems)) = AddForm::default().check().map(|_| ()) else { panic!("refused") };
        let fields: Vec<_> = problems.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["posting", "name", "email", "source"]);
    }
}
