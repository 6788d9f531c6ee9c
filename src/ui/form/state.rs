//! What a form's fields read from it.

use leptos::prelude::{Get, Signal, StoredValue, UpdateValue, With, WithUntracked, WithValue, use_context};

use super::{
    held::Held,
    memory::{Fields, value_of, values_of},
};
use crate::{error::AppError, ui::boot::boot};

/// A form's latest error, whether it is being sent, and what its fields begin with.
#[derive(Clone, Copy)]
pub struct FormState {
    pub(super) error: Signal<Option<AppError>>,
    pub(super) pending: Signal<bool>,
    /// Where it is sent.
    action: StoredValue<String>,
    held: Held,
    /// What the fields are called, for the error summary.
    labels: StoredValue<Vec<(&'static str, String)>>,
}

impl FormState {
    pub(in crate::ui) fn new(action: &str, error: Signal<Option<AppError>>, pending: Signal<bool>) -> Self {
        Self::holding(action, error, pending, StoredValue::new(None))
    }

    pub(super) fn holding(action: &str, error: Signal<Option<AppError>>, pending: Signal<bool>, held: Held) -> Self {
        Self { error, pending, action: StoredValue::new(action.to_string()), held, labels: StoredValue::default() }
    }

    /// Whether it came back with what was typed.
    pub(in crate::ui) fn is_back(self) -> bool {
        self.read_memory(|_| ()).is_some()
    }

    /// Whether its fields begin with what somebody has typed and not sent.
    pub(super) fn is_unsent(self) -> bool {
        self.is_back() || self.read_held(|fields| !fields.is_empty()).unwrap_or_default()
    }

    fn read_memory<R>(self, read: impl Fn(&Fields) -> R) -> Option<R> {
        // Under `Suspend` the form may be disposed before it is rendered, when two loads follow each other.
        let of = |action: &String| boot().with_value(|boot| boot.memory.fields_of(action).map(&read));
        self.action.try_with_value(of).flatten()
    }

    fn read_held<R>(self, read: impl Fn(&Fields) -> R) -> Option<R> {
        self.held.try_with_value(|held| held.as_ref()?.typed().map(&read)).flatten()
    }

    /// What was typed: before the page was re-rendered, else before the form came back with an error.
    fn read_typed<R>(self, read: impl Fn(&Fields) -> R) -> Option<R> {
        self.read_held(&read).or_else(|| self.read_memory(&read))
    }

    /// What a field begins with: what was typed, else the value given.
    pub(in crate::ui) fn initial(self, name: &str, value: String) -> String {
        self.read_typed(|fields| value_of(fields, name)).flatten().unwrap_or(value)
    }

    /// The same of boxes, of which those that are not ticked are not sent.
    pub(in crate::ui) fn initial_choices(self, name: &str, chosen: Vec<String>) -> Vec<String> {
        self.read_typed(|fields| values_of(fields, name)).unwrap_or(chosen)
    }

    /// What the field of a list begins with: what was typed in the row of this key, else the value given.
    pub(in crate::ui) fn initial_in_row(self, keys: &str, key: &str, name: &str, value: String) -> String {
        let typed = self.read_typed(|fields| {
            let at = values_of(fields, keys).iter().position(|other| other == key)?;
            values_of(fields, name).into_iter().nth(at)
        });
        typed.flatten().unwrap_or(value)
    }

    /// The problem of a field in a row of a list.
    pub(in crate::ui) fn row_problem(self, name: &'static str, n: usize) -> Signal<Option<String>> {
        let (error, field) = (self.error, format!("{}_{n}", name.trim_end_matches("[]")));
        Signal::derive(move || error.with(|e| Some(e.as_ref()?.problem_of(&field)?.text())))
    }

    /// Tells the error summary what a field is called.
    pub(in crate::ui) fn name_field(self, name: &'static str, label: &str) {
        self.labels.update_value(|all| all.push((name.trim_end_matches("[]"), label.to_string())));
    }

    pub(super) fn label_of(self, field: &str) -> String {
        let label = |all: &Vec<(&str, String)>| all.iter().find(|(name, _)| *name == field).map(|(_, l)| l.clone());
        self.labels.try_with_value(label).flatten().unwrap_or_default()
    }

    /// Whether this field gets the focus when the page loads, as it is the only one that is wrong.
    pub(in crate::ui) fn begins_with(self, name: &str) -> bool {
        let name = name.trim_end_matches("[]");
        self.error
            .with_untracked(|e| matches!(e, Some(AppError::Fields(all)) if all.len() == 1 && all[0].field == name))
    }

    pub(in crate::ui) fn problem(self, name: &'static str) -> Signal<Option<String>> {
        let error = self.error;
        Signal::derive(move || error.with(|e| Some(e.as_ref()?.problem_of(name.trim_end_matches("[]"))?.text())))
    }

    pub(super) fn is_pending(self) -> bool {
        self.pending.get()
    }
}

/// The state of the form around; of none, outside of forms.
pub(in crate::ui) fn form_state() -> FormState {
    use_context().unwrap_or_else(|| FormState::new("", Signal::stored(None), Signal::stored(false)))
}
