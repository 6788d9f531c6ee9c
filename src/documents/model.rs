use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One version of a page of the operator's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub title: String,
    pub html: String,
    /// Since when it counts, where its file says so.
    pub date: Option<NaiveDate>,
    /// The days from which its versions count, the newest first; this one's too.
    pub dates: Vec<NaiveDate>,
    /// Whether it is the one that counts today.
    pub is_current: bool,
}
