//! For whom a page was rendered. Somebody else may log in in the same browser while it is open, or the same person act
//! for another company: every form and call names the page's owner, and the server refuses those of another's page.

use std::{fmt, str::FromStr};

use uuid::Uuid;

/// The query parameter with the page's owner.
pub const OWNER_PARAM: &str = "for";
/// The query parameter with the path of a form's page, where the browser's address is another.
pub const PAGE_PARAM: &str = "at";

/// Whom a page was rendered for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageOwner {
    /// A visitor who is not logged in.
    Nobody,
    /// A person, and the company that they act for; a job seeker acts for none.
    Person { id: Uuid, company: Option<Uuid> },
}

impl PageOwner {
    pub fn of(person: Option<Uuid>, company: Option<Uuid>) -> Self {
        person.map_or(Self::Nobody, |id| Self::Person { id, company })
    }
}

impl fmt::Display for PageOwner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nobody => f.write_str("nobody"),
            Self::Person { id, company: None } => id.fmt(f),
            Self::Person { id, company: Some(company) } => write!(f, "{id}.{company}"),
        }
    }
}

impl FromStr for PageOwner {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "nobody" {
            return Ok(Self::Nobody);
        }
        let (id, company) = text.split_once('.').map_or((text, None), |(id, company)| (id, Some(company)));
        Ok(Self::Person { id: id.parse()?, company: company.map(str::parse).transpose()? })
    }
}

/// The address that this page's forms and calls are sent to: `path`, with the page's owner.
pub fn owned(path: &str) -> String {
    let joint = if path.contains('?') { '&' } else { '?' };
    format!("{path}{joint}{OWNER_PARAM}={}{}", page_owner(), still_page())
}

#[cfg(feature = "ssr")]
fn still_page() -> String {
    use leptos::prelude::WithValue;
    let page: Option<String> = super::boot().with_value(|boot| boot.still.clone());
    page.map(|page| format!("&{PAGE_PARAM}={}", crate::text::encode(&page))).unwrap_or_default()
}

#[cfg(not(feature = "ssr"))]
fn still_page() -> &'static str {
    ""
}

#[cfg(feature = "ssr")]
fn page_owner() -> PageOwner {
    use leptos::prelude::WithValue;
    let (person, company) = super::boot().with_value(|b| (b.person, b.company));
    PageOwner::of(person, company)
}

#[cfg(not(feature = "ssr"))]
thread_local! {
    // Calls are made outside of components too, where there is no context.
    static OWNER: std::cell::Cell<PageOwner> = const { std::cell::Cell::new(PageOwner::Nobody) };
}

#[cfg(not(feature = "ssr"))]
fn page_owner() -> PageOwner {
    OWNER.get()
}

/// Sets for whom this page was rendered.
#[cfg(not(feature = "ssr"))]
pub(super) fn set_page_owner(owner: PageOwner) {
    OWNER.set(owner);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_is_read_as_it_was_written() {
        let (id, company) = (Uuid::now_v7(), Some(Uuid::now_v7()));
        for owner in [PageOwner::Nobody, PageOwner::Person { id, company: None }, PageOwner::Person { id, company }] {
            assert_eq!(owner.to_string().parse(), Ok(owner));
        }
        for other in ["", "Nobody", "1", "me", &format!("{id}."), &format!("{id}.1")] {
            assert!(other.parse::<PageOwner>().is_err(), "{other}");
        }
    }
}
