//! Forms: fields that keep what was typed and show what is wrong beside them, with JavaScript and without.

use leptos::{
    ev::SubmitEvent,
    form::form_data_from_event,
    prelude::*,
    server_fn::{ServerFn, error::ServerFnUrlError},
    web_sys::UrlSearchParams,
};
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};

use super::{
    boot::boot,
    icon::{Icon, IconName},
};
use crate::{error::AppError, l10n::t};

/// The fields of a form that came back with an error, but for passwords.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FormMemory(pub Vec<(String, String)>);

impl FormMemory {
    /// What was typed into the field of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Every value sent under this name.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect()
    }
}

/// What a form's fields read: the form's latest error, and whether it is being sent.
#[derive(Clone, Copy)]
pub struct FormState {
    pub error: Signal<Option<AppError>>,
    pub pending: Signal<bool>,
}

impl FormState {
    fn problem(self, name: &'static str) -> Signal<Option<String>> {
        let error = self.error;
        Signal::derive(move || error.with(|e| Some(e.as_ref()?.problem_of(name.trim_end_matches("[]"))?.text())))
    }
}

fn form_state() -> FormState {
    use_context().unwrap_or_else(|| FormState { error: Signal::stored(None), pending: Signal::stored(false) })
}

/// What a field begins with: what was typed before an error, else the value given.
fn initial(name: &str, value: String) -> String {
    boot().with_value(|b| b.memory.get(name).map(str::to_string)).unwrap_or(value)
}

/// The server function that a form is sent to, and how that fared last.
#[derive(Clone, Copy)]
pub struct FormAction {
    url: &'static str,
    result: RwSignal<Option<Result<(), AppError>>>,
    pending: RwSignal<bool>,
    answers: RwSignal<usize>,
}

impl FormAction {
    /// Forms for the server function whose input is `S`.
    pub fn to<S: ServerFn<Error = AppError, Output = ()>>() -> Self {
        Self::to_url(S::url())
    }

    fn to_url(url: &'static str) -> Self {
        Self {
            url,
            result: RwSignal::new(error_from_query(url).map(Err)),
            pending: RwSignal::new(false),
            answers: RwSignal::new(0),
        }
    }

    /// The last answer.
    pub fn result(self) -> Signal<Option<Result<(), AppError>>> {
        self.result.into()
    }

    /// How many answers came: for what is to be loaded again after each.
    pub fn answers(self) -> Signal<usize> {
        self.answers.into()
    }

    fn state(self) -> FormState {
        let result = self.result;
        FormState {
            error: Signal::derive(move || result.with(|r| r.as_ref().and_then(|r| r.as_ref().err().cloned()))),
            pending: self.pending.into(),
        }
    }

    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers send forms"))]
    fn send(self, event: &SubmitEvent) {
        #[cfg(not(feature = "ssr"))]
        {
            let Some(body) = sent_fields(event).filter(|_| !self.pending.get_untracked()) else { return };
            self.pending.set(true);
            leptos::task::spawn_local(async move {
                let result = super::call::browser::post(self.url, body).await;
                // The page may have been left meanwhile.
                _ = self.pending.try_set(false);
                _ = self.result.try_set(Some(result.map(|_| ())));
                _ = self.answers.try_update(|n| *n += 1);
            });
        }
    }
}

/// What the address says was wrong with the form that was sent to `url` without JavaScript.
pub(super) fn error_from_query(url: &str) -> Option<AppError> {
    use_query_map().with_untracked(|query| {
        let ours = query.get_str("__path") == Some(url);
        ours.then(|| ServerFnUrlError::decode_err(query.get_str("__err").unwrap_or_default()))
    })
}

/// The fields that a form sends, url-encoded; with the button that was pressed, if it has a name.
pub fn sent_fields(event: &SubmitEvent) -> Option<String> {
    let data = form_data_from_event(event).ok()?;
    Some(UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?.to_string().into())
}

/// A form that posts to a server function. Hydrated it sends without leaving the page, unless `reload` is set:
/// forms that change who or what language the page is for load a new page.
#[component]
pub fn ServerForm(
    action: FormAction,
    #[prop(optional)] reload: bool,
    #[prop(default = "form")] class: &'static str,
    #[prop(optional)] in_list: bool,
    children: Children,
) -> impl IntoView {
    let send = move |event: SubmitEvent| {
        if reload || event.default_prevented() {
            return;
        }
        event.prevent_default();
        action.send(&event);
    };
    view! {
        <form method="post" action=action.url class=class novalidate on:submit=send>
            <FormBody state=action.state() in_list children/>
        </form>
    }
}

/// What every form holds, whatever it sends.
#[component]
pub(super) fn FormBody(state: FormState, #[prop(optional)] in_list: bool, children: Children) -> impl IntoView {
    provide_context(state);
    view! {
        {(!in_list).then(|| summary(state))}
        {children()}
    }
    .into_any()
}

/// What went wrong with a server function whose form has left the page meanwhile.
#[component]
pub fn ActionError(action: FormAction) -> impl IntoView {
    summary(action.state())
}

/// What is wrong with the form as a whole, with a link to each field when there are several.
fn summary(state: FormState) -> impl IntoView {
    move || {
        let error = state.error.get()?;
        let links = match &error {
            AppError::Fields(all) if all.len() > 1 => all
                .iter()
                .map(|e| view! { <li><a href=format!("#field-{}", e.field)>{e.problem.text()}</a></li> })
                .collect_view()
                .into_any(),
            AppError::Fields(_) => return None,
            _ => ().into_any(),
        };
        Some(view! {
            <div class="form__summary" role="alert" tabindex="-1">
                <p>{error.text()}</p>
                <ul>{links}</ul>
            </div>
        })
    }
}

/// Label, help and error around one control. `control` gets the ids that describe it.
pub(super) fn field(
    name: &'static str,
    label: String,
    help: String,
    optional: bool,
    control: impl FnOnce(Described) -> AnyView,
) -> AnyView {
    let problem = form_state().problem(name);
    let id = format!("field-{}", name.trim_end_matches("[]"));
    let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
    let has_help = !help.is_empty();
    let described = described_by(help_id.clone(), error_id.clone(), has_help, problem);
    let control = control(Described {
        id: id.clone(),
        by: described,
        invalid: Signal::derive(move || problem.with(|p| p.as_ref().map(|_| "true"))),
    });
    view! {
        <div class="field" class:field--invalid=move || problem.with(Option::is_some)>
            <label class="field__label" for=id>
                {label} {optional.then(|| view! { <span class="field__optional">{t().form_optional()}</span> })}
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
    /// Names of things to choose from, in a `<datalist>`.
    #[prop(optional)]
    suggestions: Vec<String>,
) -> impl IntoView {
    let value = if kind == "password" { value } else { initial(name, value) };
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
                value=value
                list=list
                autocomplete=(!autocomplete.is_empty()).then_some(autocomplete)
                aria-required=(!optional).then_some("true")
                aria-describedby=move || d.by.get()
                aria-invalid=move || d.invalid.get()
            />
            {datalist}
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
) -> impl IntoView {
    let value = initial(name, value);
    if let Some(typed) = typed {
        typed.set(value.clone());
    }
    field(name, label, help, optional, move |d| {
        view! {
            <textarea
                class="field__input"
                id=d.id
                name=name
                rows=rows
                aria-required=(!optional).then_some("true")
                aria-describedby=move || d.by.get()
                aria-invalid=move || d.invalid.get()
                on:input:target=move |ev| {
                    if let Some(typed) = typed {
                        typed.set(ev.target().value());
                    }
                }
            >{value}</textarea>
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
    let chosen = initial(name, value);
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
    /// A text field of the same form, where a page has several: what is remembered of another form says nothing
    /// of the boxes here.
    #[prop(optional)]
    beside: &'static str,
) -> impl IntoView {
    let problem = form_state().problem(name);
    let remembered = boot().with_value(|b| {
        let of_this_form = !b.memory.0.is_empty() && (beside.is_empty() || b.memory.get(beside).is_some());
        of_this_form.then(|| b.memory.all(name))
    });
    let chosen = remembered.unwrap_or(chosen);
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
                    <span class="choice__label">{text}</span>
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

/// The button that sends the form; busy while it is being sent.
#[component]
pub fn Submit(
    #[prop(into)] label: String,
    #[prop(default = "button button--primary")] class: &'static str,
    /// Sent along, so that one form can hold several buttons.
    #[prop(optional)]
    name: Option<&'static str>,
    #[prop(optional)] value: Option<&'static str>,
) -> impl IntoView {
    let pending = form_state().pending;
    view! {
        <button
            type="submit"
            class=class
            name=name
            value=value
            aria-busy=move || pending.get().then_some("true")
            aria-disabled=move || pending.get().then_some("true")
        >
            {label}
        </button>
    }
}

/// A form of one button, with what it needs to know in hidden fields.
#[component]
pub fn ButtonForm(
    action: FormAction,
    #[prop(into)] label: String,
    fields: Vec<(&'static str, String)>,
    #[prop(default = "button")] class: &'static str,
    #[prop(optional)] reload: bool,
    /// One of many for the same action: what goes wrong is told once, by the page's [`ActionError`].
    #[prop(optional)]
    in_list: bool,
) -> impl IntoView {
    let hidden =
        fields.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view();
    view! {
        <ServerForm action reload in_list class="button-form">
            {hidden}
            <Submit label class/>
        </ServerForm>
    }
}
