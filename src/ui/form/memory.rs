//! What a form that came back with an error held: without JavaScript the server reads it and puts it into the page.

use leptos::{
    prelude::{WithUntracked, WithValue},
    server_fn::error::ServerFnUrlError,
};
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};

use crate::{error::AppError, ui::boot::boot};

/// The field of the login form that carries what was typed into another before the session had ended.
pub const CARRIED_FIELD: &str = "typed";

/// From so many characters on a value counts as a text that somebody would miss.
const LONG_TEXT_CHARACTERS: usize = 40;

/// Fields as a form sends them: a name is there once for each box that is ticked.
pub(in crate::ui) type Fields = [(String, String)];

/// What was typed into a form that came back with an error, but for passwords.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FormMemory {
    /// The path of the page that it stands on.
    pub page: String,
    /// Where the form was sent; empty when nothing is remembered.
    pub action: String,
    pub fields: Vec<(String, String)>,
}

impl FormMemory {
    /// The fields of the form that is sent to `action`, if it is the one that came back.
    pub(super) fn fields_of(&self, action: &str) -> Option<&Fields> {
        (!action.is_empty() && self.action == action).then_some(&self.fields)
    }

    /// The longer texts in it, which are offered to be copied where the form is gone.
    pub(in crate::ui) fn texts(&self) -> Vec<String> {
        let is_text = |text: &str| text.contains(char::is_whitespace) || text.chars().count() > LONG_TEXT_CHARACTERS;
        self.fields.iter().filter(|(_, value)| is_text(value.trim())).map(|(_, value)| value.clone()).collect()
    }
}

/// The first value of this name.
pub(super) fn value_of(fields: &Fields, name: &str) -> Option<String> {
    fields.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone())
}

/// Every value of this name.
pub(super) fn values_of(fields: &Fields, name: &str) -> Vec<String> {
    fields.iter().filter(|(n, _)| n == name).map(|(_, value)| value.clone()).collect()
}

/// What was typed into a field of the form that is sent to `action`, if that came back with an error.
pub fn typed_into(action: &str, name: &str) -> Option<String> {
    boot().with_value(|boot| value_of(boot.memory.fields_of(action)?, name))
}

/// The error in the page's address, if it is of the form that was sent to `url` without JavaScript.
pub(in crate::ui) fn error_from_query(url: &str) -> Option<AppError> {
    use_query_map().with_untracked(|query| {
        let ours = query.get_str("__path") == Some(url);
        ours.then(|| ServerFnUrlError::decode_err(query.get_str("__err").unwrap_or_default()))
    })
}
