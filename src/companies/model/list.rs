//! Companies as everybody sees them.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    jobs::JobCard,
    paging::Page,
    text::{query_pairs, with_query},
    ui::done_messages,
};

/// The text that the list is searched with is at most this long.
pub const NAME_LENGTH: usize = 120;

/// A company in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::FromRow))]
pub struct CompanyCard {
    pub slug: String,
    pub name: String,
    pub logo: Option<String>,
    pub city: String,
    pub country: String,
    pub open_postings: i64,
}

/// A page of the list, with what of its search is not searched for, as it was typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompanyList {
    pub page: Page<CompanyCard>,
    pub left_out: Vec<String>,
}

/// A company on its own page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Company {
    pub slug: String,
    pub name: String,
    /// `http:` or `https:`, or empty.
    pub site: String,
    /// What it says about itself, rendered and cleaned.
    pub html: String,
    /// Its beginning as plain text.
    pub excerpt: String,
    pub city: String,
    pub country: String,
    pub size: String,
    pub logo: Option<String>,
    pub open_postings: i64,
    /// A page of its open postings.
    pub jobs: Page<JobCard>,
}

/// The list's search and cursor, as its address holds them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompanyQuery {
    /// Words of their names.
    pub name: String,
    /// What was typed behind, where that is too long for a name.
    pub cut: String,
    pub after: String,
    pub before: String,
}

impl CompanyQuery {
    /// The names of the address's parameters.
    pub const PARAMS: [&'static str; 3] = ["q", "after", "before"];

    /// Parses an address's query; a text that is too long to be a name is cut.
    pub fn parse(query: &str) -> Self {
        let mut out = Self::default();
        for (name, value) in query_pairs(query) {
            let value: String = value.chars().filter(|c| !c.is_control()).collect();
            match name.as_str() {
                "q" => {
                    let mut letters = value.trim().chars();
                    out.name = letters.by_ref().take(NAME_LENGTH).collect();
                    out.cut = letters.take(NAME_LENGTH).collect();
                }
                "after" => out.after = value,
                "before" => out.before = value,
                _ => {}
            }
        }
        out
    }

    /// The address's query.
    pub fn text(&self) -> String {
        with_query("", &[("q", &(self.name.clone() + &self.cut)), ("after", &self.after), ("before", &self.before)])
    }
}

/// A cursor of the list: a company's name in lower case, and its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanyKey {
    pub name: String,
    pub id: Uuid,
}

impl CompanyKey {
    pub fn parse(text: &str) -> Option<Self> {
        let (id, name) = text.split_once('.')?;
        let plain = name.chars().count() <= 2 * NAME_LENGTH && !name.contains(char::is_control);
        Some(Self { name: plain.then(|| name.to_string())?, id: Uuid::try_parse(id).ok()? })
    }
}

impl fmt::Display for CompanyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.id.simple(), self.name)
    }
}

done_messages! {
    /// What pages say was done.
    CompanyDone {
        CompanySaved => done_company_saved,
        LogoSaved => done_logo_saved,
        LogoRemoved => done_logo_removed,
        MemberInvited => done_member_invited,
        InvitationRenewed => done_invitation_renewed,
        InvitationWithdrawn => done_invitation_withdrawn,
        InvitationAccepted => done_invitation_accepted,
        RoleChanged => done_role_changed,
        HandedOver => done_handed_over,
        MemberRemoved => done_member_removed,
        CompanyLeft => done_company_left,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_hold_any_name() {
        let key = CompanyKey { name: "müller & co. kg".into(), id: Uuid::from_u128(7) };
        assert_eq!(CompanyKey::parse(&key.to_string()), Some(key));
        for junk in ["", "x.y", "7", "00000000000000000000000000000007.\0"] {
            assert_eq!(CompanyKey::parse(junk), None);
        }
    }

    #[test]
    fn a_name_that_is_too_long_is_cut() {
        assert_eq!(CompanyQuery::parse("?q=+No%00rd+&before=1").name, "Nord");
        let long = CompanyQuery::parse(&format!("q={}", "x".repeat(500)));
        assert_eq!((long.name.len(), long.cut.len()), (NAME_LENGTH, NAME_LENGTH));
        assert_eq!(CompanyQuery::parse(&long.text()), long);
    }
}
