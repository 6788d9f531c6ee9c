//! Fields of a list: several rows with inputs of the same names, which are sent in the order of the rows.

use leptos::prelude::*;

use super::{
    field::Choice,
    form::form_state,
    icon::{Icon, IconName},
};

/// Which row of a list a field is in.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its place, as errors name it: `names_3`.
    pub n: usize,
    /// What the row is about. Fields that came back find theirs by it, because rows may have moved meanwhile.
    pub key: String,
}

/// The name of the hidden input that holds the [`Row::key`].
const KEYS: &str = "ids[]";

/// The hidden input with what a row is about: first in each row of a form.
#[component]
pub fn RowKey(row: Row) -> impl IntoView {
    view! { <input type="hidden" name=KEYS value=row.key/> }
}

/// A line of text in a row.
#[component]
pub fn RowField(
    /// Of the list, such as `names[]`.
    name: &'static str,
    row: Row,
    /// What it is called, for screen readers.
    label: String,
    value: String,
    #[prop(into, optional)] placeholder: String,
    max: usize,
) -> impl IntoView {
    let form = form_state();
    let value = form.initial_in_row(KEYS, &row.key, name, value);
    let problem = form.row_problem(name, row.n);
    let id = format!("field-{}_{}", name.trim_end_matches("[]"), row.n);
    let error_id = format!("{id}-error");
    let described = error_id.clone();
    view! {
        <div class="field" class:field--invalid=move || problem.with(Option::is_some)>
            <input
                class="field__input"
                id=id
                name=name
                type="text"
                dir="auto"
                value=value
                placeholder=placeholder
                maxlength=max
                aria-label=label
                aria-describedby=move || problem.with(Option::is_some).then(|| described.clone())
                aria-invalid=move || problem.with(Option::is_some).then_some("true")
            />
            <RowError id=error_id problem/>
        </div>
    }
}

/// One of a list, in a row; nothing is chosen at first.
#[component]
pub fn RowSelect(name: &'static str, row: Row, label: String, nothing: String, choices: Vec<Choice>) -> impl IntoView {
    let form = form_state();
    let chosen = form.initial_in_row(KEYS, &row.key, name, String::new());
    let problem = form.row_problem(name, row.n);
    let id = format!("field-{}_{}", name.trim_end_matches("[]"), row.n);
    let error_id = format!("{id}-error");
    let option = move |(value, text): Choice| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{text}</option> }
    };
    view! {
        <div class="field" class:field--invalid=move || problem.with(Option::is_some)>
            <select class="field__input" id=id name=name aria-label=label>
                <option value="">{nothing}</option>
                {choices.into_iter().map(option).collect_view()}
            </select>
            <RowError id=error_id problem/>
        </div>
    }
}

#[component]
fn RowError(id: String, problem: Signal<Option<String>>) -> impl IntoView {
    move || {
        let id = id.clone();
        problem
            .get()
            .map(|text| view! { <p class="field__error" id=id><Icon name=IconName::Alert/> <span>{text}</span></p> })
    }
}
