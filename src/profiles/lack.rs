//! What does not fit of a posting that fits, in words.

use serde::{Deserialize, Serialize};

use crate::l10n::t;

/// What does not fit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Lack {
    /// It asks for these skills, which the profile does not name.
    Skills(Vec<String>),
    /// It does not say what it pays.
    Pay,
    /// It is on another continent.
    Far,
}

impl Lack {
    /// Its sentence, in the page's language.
    pub fn text(&self) -> String {
        match self {
            Self::Skills(skills) => t().lack_skills(skills.join(", ")),
            Self::Pay => t().lack_pay(),
            Self::Far => t().lack_far(),
        }
    }
}
