//! Counts that many visitors ask for and that may be some seconds old.

#[derive(Clone, Default)]
pub struct JobsCache;
