//! The fields of forms: they begin with what was typed before, and show their errors.

use leptos::prelude::*;

use super::{
    counter::{CharactersLeft, few_left},
    form::form_state,
    icon::{Icon, IconName},
    text_box::TextBox,
};
use crate::l10n::t;
use crate::text::{clean_line, clean_text};

/// Label, help and error around one control, which `control` renders with the ids that describe it.
pub(super) fn field(
    name: &'static str,
    label: String,
    help: String,
    optional: bool,
    control: impl FnOnce(Described) -> AnyView,
) -> AnyView {
    let form = form_state();
    form.name_field(name, &label);
    let problem = form.problem(name);
    let id = format!("field-{}", name.trim_end_matches("[]"));
    let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
    let has_help = !help.is_empty();
    let described = described_by(help_id.clone(), error_id.clone(), has_help, problem);
    let control = control(Described {
        id: id.clone(),
        by: described,
        autofocus: form.begins_with(name),
        invalid: Signal::derive(move || problem.with(|p| p.as_ref().map(|_| "true"))),
    });
    view! {
        <div class="field" class:field--invalid=move || problem.with(Option::is_some)>
            <label class="field__label" for=id>
                {label} {optional.then(|| view! { " " <span class="field__optional">{t().form_optional()}</span> })}
            </label>
            {control}
            {has_help.then(|| view! { <p class="field__help" id=help_id>{help}</p> })}
            <FieldError id=error_id problem/>
        </div>
    }
    .into_any()
}

/// The ids of what describes a control: the error, when there is one, and the help.
fn described_by(
    help_id: String,
    error_id: String,
    has_help: bool,
    problem: Signal<Option<String>>,
) -> Signal<Option<String>> {
    Signal::derive(move || match (has_help, problem.with(Option::is_some)) {
        (true, true) => Some(format!("{error_id} {help_id}")),
        (true, false) => Some(help_id.clone()),
        (false, true) => Some(error_id.clone()),
        (false, false) => None,
    })
}

/// The ids and flags that tie a control to its label, help and error.
pub(super) struct Described {
    pub id: String,
    pub by: Signal<Option<String>>,
    /// Whether it gets the focus when the page loads.
    pub autofocus: bool,
    pub invalid: Signal<Option<&'static str>>,
}

#[component]
fn FieldError(id: String, problem: Signal<Option<String>>) -> impl IntoView {
    move || {
        let id = id.clone();
        problem
            .get()
            .map(|text| view! { <p class="field__error" id=id><Icon name=IconName::Alert/> <span>{text}</span></p> })
    }
}

/// A line of text, a number, a date, a password …
#[component]
pub fn TextField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(into, optional)] value: String,
    #[prop(into, optional)] help: String,
    /// The input's `type`.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(optional)] autocomplete: &'static str,
    #[prop(optional)] optional: bool,
    /// Suggestions, in a `<datalist>`.
    #[prop(optional)]
    suggestions: Vec<String>,
    /// How many characters fit; 0 shows no counter.
    #[prop(optional)]
    max: usize,
) -> impl IntoView {
    let value = if kind == "password" { value } else { form_state().initial(name, value) };
    let left = RwSignal::new(None);
    let count = (max > 0).then(|| view! { <CharactersLeft left/> });
    let list = (!suggestions.is_empty()).then(|| format!("list-{name}"));
    let datalist = list.clone().map(|id| {
        let options = suggestions.into_iter().map(|s| view! { <option value=s></option> }).collect_view();
        view! { <datalist id=id>{options}</datalist> }
    });
    field(name, label, help, optional, move |d| {
        view! {
            <input
                class="field__input"
                id=d.id
                name=name
                type=kind
                dir=(kind == "text").then_some("auto")
                value=value
                list=list
                autocomplete=(!autocomplete.is_empty()).then_some(autocomplete)
                aria-required=(!optional).then_some("true")
                autofocus=d.autofocus
                aria-describedby=move || d.by.get()
                aria-invalid=move || d.invalid.get()
                on:input=move |ev| {
                    if max > 0 {
                        left.set(few_left(clean_line(&event_target_value(&ev)).chars().count(), max));
                    }
                }
            />
            {datalist}
            {count}
        }
        .into_any()
    })
}

/// Several lines of text.
#[component]
pub fn TextArea(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(into, optional)] value: String,
    #[prop(into, optional)] help: String,
    #[prop(default = 6)] rows: u32,
    #[prop(optional)] optional: bool,
    /// Set to what is typed, for a live preview or a counter.
    #[prop(optional)]
    typed: Option<RwSignal<String>>,
    /// How many characters fit; 0 shows no counter.
    #[prop(optional)]
    max: usize,
) -> impl IntoView {
    let value = form_state().initial(name, value);
    if let Some(typed) = typed {
        typed.set(value.clone());
    }
    let length = |text: &str| clean_text(text).chars().count();
    let left = RwSignal::new((max > 0).then(|| few_left(length(&value), max)).flatten());
    let count = (max > 0).then(|| view! { <CharactersLeft left max/> });
    field(name, label, help, optional, move |d| {
        view! {
            <TextBox
                text=value
                name
                id=d.id
                rows
                required=!optional
                autofocus=d.autofocus
                described_by=d.by
                invalid=d.invalid
                on_input=move |text: String| {
                    if max > 0 {
                        left.set(few_left(length(&text), max));
                    }
                    if let Some(typed) = typed {
                        typed.set(text);
                    }
                }
                on_key=|_| {}
            />
            {count}
        }
        .into_any()
    })
}

/// A value and the words for it.
pub type Choice = (String, String);

/// One of a list.
#[component]
pub fn SelectField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(into, optional)] value: String,
    #[prop(into, optional)] help: String,
    choices: Vec<Choice>,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let chosen = form_state().initial(name, value);
    field(name, label, help, optional, move |d| {
        let options = choices
            .into_iter()
            .map(|(value, text)| {
                let selected = value == chosen;
                view! { <option value=value selected=selected>{text}</option> }
            })
            .collect_view();
        view! {
            <select
                class="field__input"
                id=d.id
                name=name
                autofocus=d.autofocus
                aria-describedby=move || d.by.get()
                aria-invalid=move || d.invalid.get()
            >
                {options}
            </select>
        }
        .into_any()
    })
}

/// Any of a list (checkboxes), or one of it (radio buttons).
#[component]
pub fn ChoiceField(
    name: &'static str,
    #[prop(into)] legend: String,
    choices: Vec<Choice>,
    #[prop(optional)] chosen: Vec<String>,
    #[prop(into, optional)] help: String,
    /// Whether only one can be chosen.
    #[prop(optional)]
    single: bool,
) -> impl IntoView {
    let form = form_state();
    form.name_field(name, &legend);
    let problem = form.problem(name);
    let chosen = form.initial_choices(name, chosen);
    let id = format!("field-{}", name.trim_end_matches("[]"));
    let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
    let described = described_by(help_id.clone(), error_id.clone(), !help.is_empty(), problem);
    let kind = if single { "radio" } else { "checkbox" };
    let inputs = choices
        .into_iter()
        .map(|(value, text)| {
            let checked = chosen.contains(&value);
            view! {
                <label class="choice">
                    <input type=kind name=name value=value checked=checked/>
                    <span>{text}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset
            class="fieldset field"
            id=id
            class:field--invalid=move || problem.with(Option::is_some)
            aria-describedby=move || described.get()
        >
            <legend class="field__label">{legend}</legend>
            {(!help.is_empty()).then(|| view! { <p class="field__help" id=help_id>{help}</p> })}
            <div class="choices">{inputs}</div>
            <FieldError id=error_id problem/>
        </fieldset>
    }
}

/// A box to tick, with the value `yes`.
#[component]
pub fn CheckField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(default = "choice")] class: &'static str,
) -> impl IntoView {
    let checked = form_state().initial(name, String::new()) == "yes";
    view! {
        <label class=class>
            <input type="checkbox" name=name value="yes" checked=checked/>
            <span>{label}</span>
        </label>
    }
}
