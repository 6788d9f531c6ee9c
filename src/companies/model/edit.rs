//! A company's page as its members edit it.

use serde::{Deserialize, Serialize};

use super::list::NAME_LENGTH;
use crate::{
    error::{AppError, Problem, problems},
    forms::Check,
    text::countries::is_country,
};

/// Where it is edited.
pub const EDIT_PATH: &str = "/employer/company";

/// Characters of what a company says about itself.
pub const MAX_ABOUT: usize = 5_000;

/// How many people a company has, in steps.
pub const SIZES: [&str; 6] = ["1-10", "11-50", "51-200", "201-1000", "1001-5000", "5001+"];

/// A company's page as its form holds it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
#[serde(default)]
pub struct CompanyForm {
    pub name: String,
    pub site: String,
    /// Markdown.
    pub about: String,
    pub city: String,
    pub country: String,
    /// By the IANA's name; empty as long as none is chosen.
    pub time_zone: String,
    pub size: String,
}

impl CompanyForm {
    /// The form with its texts as they are stored.
    pub fn check(&self) -> Result<Self, AppError> {
        let mut check = Check::default();
        let valid = Self {
            name: check.line("name", &self.name, NAME_LENGTH),
            site: check.address("site", &self.site),
            about: check.optional_text("about", &self.about, MAX_ABOUT),
            city: check.optional_line("city", &self.city, 100),
            country: self.country.clone(),
            time_zone: zone(&mut check, &self.time_zone),
            size: self.size.clone(),
        };
        if !self.country.is_empty() && !is_country(&self.country) {
            check.fail("country", Problem::NotAChoice);
        }
        if !self.size.is_empty() && !SIZES.contains(&self.size.as_str()) {
            check.fail("size", Problem::NotAChoice);
        }
        check.finish()?;
        Ok(valid)
    }
}

/// A time zone as it is called, or none. Only the server knows them.
fn zone(check: &mut Check, typed: &str) -> String {
    #[cfg(feature = "ssr")]
    if !typed.is_empty() {
        let known = crate::text::Zone::parse(typed).ok_or(Problem::NotAChoice);
        return check.parsed("time_zone", known).map_or(String::new(), |zone| zone.name().to_string());
    }
    _ = check;
    typed.to_string()
}

/// What `/employer/company` shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct CompanyEditor {
    #[cfg_attr(feature = "ssr", sqlx(flatten))]
    pub form: CompanyForm,
    pub slug: String,
    pub logo: Option<String>,
    /// The time zones that can be chosen.
    #[cfg_attr(feature = "ssr", sqlx(skip))]
    pub zones: Vec<String>,
}

problems! {
    /// What makes no logo, and what cannot be done in a team.
    CompanyProblem {
        /// Fewer pixels than this, in width or height.
        LogoTooSmall(count) => problem_logo_too_small,
        /// The picture has one colour only.
        BlankLogo => problem_blank_logo,
        /// Nobody would own the company.
        LastOwner => problem_last_owner,
        /// The address is a member's.
        AlreadyMember => problem_already_member,
        /// An invitation to this address waits already.
        AlreadyInvited => problem_already_invited,
        /// More invitations than this would wait.
        TooManyInvitations(count) => problem_too_many_invitations,
        /// There is none with this link.
        InvitationUnknown => problem_invitation_unknown,
        /// It was accepted before.
        InvitationUsed => problem_invitation_used,
        /// It was withdrawn, or is too old.
        InvitationOver => problem_invitation_over,
        /// It is for another address.
        InvitationOther => problem_invitation_other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_enough() {
        let form = CompanyForm { name: " Tide & Sons ".into(), site: "tide.example".into(), ..Default::default() };
        let valid = form.check().unwrap();
        assert_eq!((valid.name.as_str(), valid.site.as_str()), ("Tide & Sons", "https://tide.example"));
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let form = CompanyForm {
            about: "x".repeat(5_001),
            country: "XX".into(),
            size: "12".into(),
            site: "javascript:x".into(),
            time_zone: "Europe/Atlantis".into(),
            ..Default::default()
        };
        let error = form.check().unwrap_err();
        for field in ["name", "site", "about", "country", "size", "time_zone"] {
            assert!(error.problem_of(field).is_some(), "{field}");
        }
    }
}
