//! Why a posting fits, in words.

use serde::{Deserialize, Serialize};

use crate::{
    jobs::{Category, EmploymentType, Workplace},
    l10n::{arg, format, t},
};

/// Why a posting fits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reason {
    /// Its title is like this wanted one.
    Title(String),
    Skills(Vec<String>),
    Category(Category),
    /// It is in a wanted place.
    Place(String),
    /// It can be done from anywhere.
    Remote,
    Workplace(Workplace),
    EmploymentType(EmploymentType),
    /// It pays at least this much a year.
    Pay(i64, String),
    /// The same, roughly: it is paid in another currency.
    PayAbout(i64, String),
}

impl Reason {
    /// Its sentence, in the page's language.
    pub fn text(&self) -> String {
        let t = t();
        match self {
            Self::Title(title) => t.for_me_reason_title(title),
            Self::Skills(skills) => t.for_me_reason_skills(skills.join(", ")),
            Self::Category(category) => category.label(),
            Self::Place(city) => t.for_me_reason_place(city),
            Self::Remote => Workplace::Remote.label(),
            Self::Workplace(workplace) => t.for_me_reason_chosen(workplace.label()),
            Self::EmploymentType(employment_type) => t.for_me_reason_chosen(employment_type.label()),
            Self::Pay(least, currency) | Self::PayAbout(least, currency) => {
                let (amount, sign) = (format::number(*least), format::currency_sign(currency));
                match self {
                    Self::Pay(..) => t.for_me_reason_pay(arg::Amount(amount), arg::Sign(sign)),
                    _ => t.for_me_reason_pay_about(arg::Amount(amount), arg::Sign(sign)),
                }
            }
        }
    }

    /// Its weight in the score. What the work is counts more than where and how it is done.
    pub fn weight(&self) -> u32 {
        match self {
            Self::Title(_) => 5,
            Self::Skills(skills) => 2 * skills.len().min(5) as u32,
            Self::Category(_) | Self::Place(_) | Self::Pay(..) | Self::PayAbout(..) => 3,
            Self::Remote | Self::Workplace(_) => 2,
            Self::EmploymentType(_) => 1,
        }
    }

    /// Whether it is about the work itself, not about place or pay.
    pub fn is_of_the_work(&self) -> bool {
        matches!(self, Self::Title(_) | Self::Skills(_) | Self::Category(_))
    }
}
