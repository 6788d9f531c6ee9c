//! Views of postings, counted in memory and written now and then.

#[derive(Default)]
pub struct Views;
