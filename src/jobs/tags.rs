//! The [tags](CacheTag) of what public pages show.

use uuid::Uuid;

use super::Category;
use crate::db::CacheTag;

/// Every list of open postings, of companies, and their counts.
pub const LISTS: CacheTag = CacheTag::all("lists");

/// The names of companies, as postings of others show them.
pub const COMPANY_NAMES: CacheTag = CacheTag::all("company-names");

/// A posting.
pub fn posting(id: Uuid) -> CacheTag {
    CacheTag::one("posting", id)
}

/// A company, with its open postings.
pub fn company(id: Uuid) -> CacheTag {
    CacheTag::one("company", id)
}

/// The open postings of a category.
pub fn category(category: Category) -> CacheTag {
    CacheTag::one("category", category)
}

/// What shows a posting, whether it is open or not.
pub fn of_posting(id: Uuid, of: Uuid) -> [CacheTag; 3] {
    [posting(id), company(of), LISTS]
}
