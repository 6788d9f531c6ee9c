//! The errors of every server function: typed, translatable, and safe to show.

#[cfg(feature = "ssr")]
pub mod faults;

use std::borrow::Cow;

use leptos::prelude::*;
use leptos::server_fn::{codec::JsonEncoding, error::FromServerFnError};
use serde::{Deserialize, Serialize};

use crate::{
    l10n::{arg, format, t},
    text::{Amount, looks_empty},
};

/// The error of every server function. It travels in a URL when a form is sent without JavaScript, so it holds
/// nothing secret and none of the values that were typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum AppError {
    /// Some fields of a form are not acceptable (422, or 413 for a file that is too large).
    #[error("{} fields are invalid", .0.len())]
    Fields(Vec<FieldError>),
    /// The form as a whole cannot be done, for the reason given (409, or 413 for one that is too large).
    #[error("refused: {0:?}")]
    Refused(Problem),
    /// Nobody is logged in (401).
    #[error("not logged in")]
    Unauthorized,
    /// The person is logged in, but in the wrong role (403).
    #[error("not allowed")]
    Forbidden,
    /// Their role in the company does not allow it (403).
    #[error("not in this role")]
    NotYourRole,
    /// They look after the site, and have no second factor yet (403).
    #[error("no second factor")]
    FactorNeeded,
    /// The page was made for somebody else than who is logged in now (409).
    #[error("another person's page")]
    OtherPerson,
    /// The page was made for another company than the session acts for now, or for none (409).
    #[error("another company's page")]
    OtherCompany,
    /// There is no such thing, or it is somebody else's: the two are not told apart (404).
    #[error("not found")]
    NotFound,
    /// The rate limit is used up; wait this many seconds (429).
    #[error("too many requests")]
    TooMany { seconds: u64 },
    /// The request was not understood (400).
    #[error("malformed request")]
    Malformed,
    /// Something broke on our side; the log says what (500).
    #[error("internal error")]
    Internal,
    /// The database or a disk is not available just now, or a lock or pool was busy (503).
    #[error("not available now")]
    Unavailable,
    /// There is no room to store it (507).
    #[error("no space left")]
    NoSpace,
    /// The server could not be reached. Made in the browser only.
    #[error("offline")]
    Offline,
}

/// One field of a form and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The input's `name`.
    #[serde(deserialize_with = "field_name")]
    pub field: String,
    pub problem: Problem,
}

/// What is wrong with an input, or why something cannot be done. It holds a message's name and no text (numbers, and one
/// sign at the most): it travels in URLs, which anybody can forge, and only text of ours may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    Required,
    /// Fewer characters than this.
    TooShort(usize),
    /// More characters than this.
    TooLong(usize),
    /// More entries than this.
    TooMany(usize),
    NotAnEmail,
    /// No amount of money: what its beginning says, and the first sign that is no part of one.
    NotAnAmount {
        read: Option<Amount>,
        sign: Option<char>,
    },
    NotADate,
    NotAnAddress,
    NotAPhone,
    NotAChoice,
    /// What was read is below this.
    AmountTooSmall {
        read: Amount,
        least: Amount,
    },
    /// What was read is above this.
    AmountTooLarge {
        read: Amount,
        most: Amount,
    },
    /// It names another currency than the one that is chosen.
    OtherCurrency,
    /// The range's end is below its start.
    RangeReversed {
        start: Amount,
        end: Amount,
    },
    InThePast,
    /// Further away than this many days.
    TooFar(i64),
    /// The file is not a PDF.
    NotAPdf,
    /// It is a text processor's file in place of a PDF.
    IsDocument,
    /// It is a picture in place of a PDF.
    IsPicture,
    /// The PDF opens with a password only.
    PdfLocked,
    /// No reader could open the PDF.
    PdfDamaged,
    /// Opening the PDF takes too much time or memory.
    PdfTooHeavy,
    /// The file has no bytes.
    EmptyFile,
    /// The file is not a PNG, JPEG or WebP picture.
    NotAPicture,
    /// It is such a picture, and cannot be decoded.
    PictureDamaged,
    /// The picture is wider or higher than this many pixels.
    PictureTooLarge(usize),
    /// The file is larger than this many megabytes.
    FileTooLarge(usize),
    NoFile,
    /// The form as a whole is larger than this many kilobytes.
    FormTooLarge(usize),
    /// The files of this account have so many megabytes, as many as there is room for.
    QuotaFull(usize),
    /// Somebody else changed it meanwhile: the form's version is outdated.
    Stale,
    /// A problem that only one feature knows.
    Feature(FeatureProblem),
}

/// A problem of one feature, whose words are the catalogue's `problem-…`. Features list theirs with [`problems!`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeatureProblem {
    #[serde(deserialize_with = "message_name")]
    name: Cow<'static, str>,
    /// A bound that its words name, or zero.
    number: i64,
}

impl FeatureProblem {
    /// By the name of its message's function: `problem_email_taken`.
    pub fn new(message: &str, number: i64) -> Self {
        let name = message.strip_prefix("problem_").unwrap_or(message).replace('_', "-");
        Self { name: name.into(), number }
    }
}

/// Lists a feature's problems with their messages: `AccountProblem { EmailTaken => problem_email_taken }`; one with a
/// number in its text has it as `TooMany(count)`, or as `TooMany(written)` with thousands separators.
macro_rules! problems {
    (@number $count:ident) => { i64 };
    (@argument count) => { i64 };
    (@argument number) => { i64 };
    // A number already formatted, with thousands separators.
    (@argument written) => { &str };
    (@value) => { 0 };
    (@value $count:ident) => { $count };
    ($(#[$doc:meta])* $name:ident {
        $($(#[$what:meta])* $variant:ident $(($count:ident))? => $message:ident),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$what])* $variant $(($crate::error::problems!(@number $count)))?),+ }

        impl From<$name> for $crate::error::Problem {
            fn from(problem: $name) -> Self {
                let (message, number) = match problem {
                    $($name::$variant $(($count))? => (stringify!($message), $crate::error::problems!(@value $($count)?))),+
                };
                Self::Feature($crate::error::FeatureProblem::new(message, number))
            }
        }

        // Does not compile unless every language has the message.
        $(const _: () = { _ = $crate::l10n::Catalogue::$message $(::<$crate::error::problems!(@argument $count)>)?; };)+
    };
}
pub(crate) use problems;

impl Problem {
    /// The sentence shown beside the field or above the form.
    pub fn text(&self) -> String {
        let t = t();
        match self {
            Self::Required => t.problem_required(),
            Self::TooShort(n) => t.problem_too_short(*n as i64),
            Self::TooLong(n) => t.problem_too_long(*n as i64),
            Self::TooMany(n) => t.problem_too_many(*n as i64),
            Self::NotAnEmail => t.problem_not_an_email(),
            Self::NotAnAmount { read, sign } => amount_problem(*read, *sign),
            Self::NotADate => t.problem_not_a_date(),
            Self::NotAnAddress => t.problem_not_an_address(),
            Self::NotAPhone => t.problem_not_a_phone(),
            Self::NotAChoice => t.problem_not_a_choice(),
            Self::AmountTooSmall { read, least } => {
                t.problem_amount_too_small(arg::Read(format::amount(*read)), arg::Least(format::amount(*least)))
            }
            Self::AmountTooLarge { read, most } => {
                t.problem_amount_too_large(arg::Read(format::amount(*read)), arg::Most(format::amount(*most)))
            }
            Self::OtherCurrency => t.problem_other_currency(),
            Self::RangeReversed { start, end } => {
                t.problem_range_reversed(arg::Start(format::amount(*start)), arg::End(format::amount(*end)))
            }
            Self::InThePast => t.problem_in_the_past(),
            Self::TooFar(days) => t.problem_too_far(*days),
            Self::NotAPdf => t.problem_not_a_pdf(),
            Self::IsDocument => t.problem_is_document(),
            Self::IsPicture => t.problem_is_picture(),
            Self::PdfLocked => t.problem_pdf_locked(),
            Self::PdfDamaged => t.problem_pdf_damaged(),
            Self::PdfTooHeavy => t.problem_pdf_too_heavy(),
            Self::EmptyFile => t.problem_empty_file(),
            Self::NotAPicture => t.problem_not_a_picture(),
            Self::PictureDamaged => t.problem_picture_damaged(),
            Self::PictureTooLarge(n) => t.problem_picture_too_large(*n as i64),
            Self::FileTooLarge(mb) => t.problem_file_too_large(*mb as i64),
            Self::NoFile => t.problem_no_file(),
            Self::FormTooLarge(kb) => t.problem_form_too_large(*kb as i64),
            Self::QuotaFull(mb) => t.problem_quota_full(*mb as i64),
            Self::Stale => t.problem_stale(),
            Self::Feature(FeatureProblem { name, number }) => {
                let text = t.by_key(&format!("problem-{name}"), *number, &format::number(*number));
                text.unwrap_or_else(|| t.error_malformed())
            }
        }
    }
}

/// Why an amount cannot be read, with what was read of it.
fn amount_problem(read: Option<Amount>, sign: Option<char>) -> String {
    let (t, seen) = (t(), sign.filter(|c| !looks_empty(c.encode_utf8(&mut [0; 4]))));
    match (read.map(format::amount), seen.map(String::from)) {
        (Some(read), Some(sign)) => t.problem_amount_read_to(arg::Read(read), arg::Sign(sign)),
        (None, Some(sign)) => t.problem_amount_begins(sign),
        (_, None) => t.problem_not_an_amount(),
    }
}

impl AppError {
    /// An error about one field.
    pub fn field(field: &str, problem: impl Into<Problem>) -> Self {
        Self::Fields(vec![FieldError { field: field.to_string(), problem: problem.into() }])
    }

    /// Why something cannot be done as a whole.
    pub fn refused(problem: impl Into<Problem>) -> Self {
        Self::Refused(problem.into())
    }

    /// What is wrong with the input of this name, if anything.
    pub fn problem_of(&self, field: &str) -> Option<&Problem> {
        match self {
            Self::Fields(all) => all.iter().find(|e| e.field == field).map(|e| &e.problem),
            _ => None,
        }
    }

    /// The sentence that stands for the whole error.
    pub fn text(&self) -> String {
        let t = t();
        match self {
            Self::Fields(_) => t.error_fields(),
            Self::Refused(problem) => problem.text(),
            Self::Unauthorized => t.error_unauthorized(),
            Self::Forbidden => t.error_forbidden(),
            Self::NotYourRole => t.error_not_your_role(),
            Self::FactorNeeded => t.error_factor_needed(),
            Self::OtherPerson => t.error_other_person(),
            Self::OtherCompany => t.error_other_company(),
            Self::NotFound => t.error_not_found(),
            Self::TooMany { seconds } => t.error_too_many(*seconds as i64),
            Self::Malformed => t.error_malformed(),
            Self::Internal => t.error_internal(),
            Self::Unavailable => t.error_unavailable(),
            Self::NoSpace => t.error_no_space(),
            Self::Offline => t.error_offline(),
        }
    }

    /// The HTTP status that goes with it.
    pub fn status(&self) -> u16 {
        match self {
            Self::Fields(all) if all.iter().any(|e| matches!(e.problem, Problem::FileTooLarge(_))) => 413,
            Self::Fields(_) => 422,
            Self::Refused(Problem::FormTooLarge(_) | Problem::FileTooLarge(_)) => 413,
            Self::Refused(_) | Self::OtherPerson | Self::OtherCompany => 409,
            Self::Unauthorized => 401,
            Self::Forbidden | Self::NotYourRole | Self::FactorNeeded => 403,
            Self::NotFound => 404,
            Self::TooMany { .. } => 429,
            Self::Malformed => 400,
            Self::Internal => 500,
            Self::Unavailable | Self::Offline => 503,
            Self::NoSpace => 507,
        }
    }

    /// The `Retry-After` in seconds, where it is known.
    pub fn retry_after(&self) -> Option<u64> {
        match self {
            Self::TooMany { seconds } => Some(*seconds),
            Self::Unavailable => Some(5),
            Self::NoSpace => Some(60),
            _ => None,
        }
    }

    /// Whether the same may work a little later, so that a page tries again by itself.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Offline | Self::Unavailable | Self::TooMany { .. })
    }

    /// Whether something broke, so that it is unknown whether the request was carried out.
    pub fn is_fault(&self) -> bool {
        self.status() >= 500
    }
}

/// Accepts the name of a message and no free text.
fn message_name<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Cow<'static, str>, D::Error> {
    let name = String::deserialize(from)?;
    let is_name = name.len() <= 40 && name.bytes().all(|b| matches!(b, b'a'..=b'z' | b'-'));
    is_name.then(|| name.into()).ok_or_else(|| serde::de::Error::custom("not a message's name"))
}

/// Accepts the name of an input and no free text.
fn field_name<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let name = String::deserialize(from)?;
    let is_name = name.len() <= 40 && name.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'));
    is_name.then_some(name).ok_or_else(|| serde::de::Error::custom("not a field's name"))
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_) => Self::Malformed,
            ServerFnErrorErr::Request(_) => Self::Offline,
            _ => Self::Internal,
        }
    }
}

#[cfg(feature = "ssr")]
pub use crate::error::faults::internal;

#[cfg(feature = "ssr")]
impl axum::response::IntoResponse for AppError {
    fn into_response(self) -> axum::response::Response {
        let status = axum::http::StatusCode::from_u16(self.status()).expect("a valid status");
        let retry = self.retry_after().map(|seconds| [(axum::http::header::RETRY_AFTER, seconds.to_string())]);
        let mut response = (status, retry, axum::Json(&self)).into_response();
        // `error_page` makes it a page for browsers.
        response.extensions_mut().insert(self);
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::{Locale, in_language};

    problems! {
        /// Belongs to no feature.
        TestProblem {
            Plain => problem_required,
            Counted(count) => problem_too_many,
        }
    }

    #[test]
    fn a_features_problem_is_told_in_its_words() {
        for (problem, words) in [
            (Problem::from(TestProblem::Plain), "Please fill this in."),
            (TestProblem::Counted(7).into(), "Please give at most 7."),
            (
                Problem::Feature(FeatureProblem::new("problem_nobodys", 7)),
                "The request could not be understood. Please reload the page and try again.",
            ),
        ] {
            assert_eq!(in_language(Locale::En, || problem.text()), words, "{problem:?}");
            let json = serde_json::to_string(&problem).unwrap();
            assert_eq!(serde_json::from_str::<Problem>(&json).unwrap(), problem);
        }
    }

    /// Only text of ours may be shown, so an error holds names and no text.
    #[test]
    fn an_error_holds_no_text_but_names() {
        let is_read = |json| serde_json::from_value::<AppError>(json).is_ok();
        let field = |name: &str| is_read(serde_json::json!({ "Fields": [{ "field": name, "problem": "Required" }] }));
        let message =
            |name: &str| is_read(serde_json::json!({ "Refused": { "Feature": { "name": name, "number": 1 } } }));
        assert!(field("least_pay") && field("file") && message("email-taken"));
        for words in ["Call 0900", "your account", "a.example", "https://a", "ä", &"x".repeat(41)] {
            assert!(!field(words) && !message(words), "{words}");
        }
    }
}
