//! Forms that are sent with JavaScript and without, and say how that went.

use std::{any::Any, sync::Arc};

use leptos::{
    ev::{MouseEvent, SubmitEvent},
    form::form_data_from_event,
    html,
    prelude::*,
    server_fn::{ServerFn, error::ServerFnUrlError},
    wasm_bindgen::JsCast,
    web_sys::{HtmlElement, HtmlFormElement, UrlSearchParams},
};
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[cfg(not(feature = "ssr"))]
use super::{boot::Boot, leave::browser::Sent};
use super::{
    boot::boot,
    drafts::{DraftNotice, FormDraft},
    owner::owned,
};
use crate::{error::AppError, l10n::t};

/// The field of the login form that carries what was typed into another before the session had ended.
pub const CARRIED_FIELD: &str = "typed";

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
    /// What is remembered of the form that is sent there.
    fn of(&self, action: &str) -> Option<&Self> {
        (!action.is_empty() && self.action == action).then_some(self)
    }

    /// What was typed into the field of this name.
    fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The texts in it: what holds more than a word.
    pub(super) fn texts(&self) -> Vec<String> {
        let is_text = |text: &str| text.contains(char::is_whitespace) || text.chars().count() > 40;
        self.fields.iter().filter(|(_, value)| is_text(value.trim())).map(|(_, value)| value.clone()).collect()
    }

    /// Every value sent under this name.
    fn all(&self, name: &str) -> Vec<String> {
        self.fields.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect()
    }
}

/// What was typed into a field of the form that is sent to `action`, if that came back with an error.
pub fn typed_into(action: &str, name: &str) -> Option<String> {
    boot().with_value(|b| b.memory.of(action)?.get(name).map(str::to_string))
}

/// What a form's fields read: the form's latest error, and whether it is being sent.
#[derive(Clone, Copy)]
pub struct FormState {
    error: Signal<Option<AppError>>,
    pending: Signal<bool>,
    /// Where it is sent.
    action: StoredValue<String>,
    /// What the fields are called, for the list of what is wrong.
    labels: StoredValue<Vec<(&'static str, String)>>,
}

impl FormState {
    pub(super) fn new(action: &str, error: Signal<Option<AppError>>, pending: Signal<bool>) -> Self {
        Self { error, pending, action: StoredValue::new(action.to_string()), labels: StoredValue::default() }
    }

    /// Whether it came back with what was typed.
    pub(super) fn is_back(self) -> bool {
        // A form whose page renews itself twice at once may be gone before it is made.
        let is_back = |action: &String| boot().with_value(|b| b.memory.of(action).is_some());
        self.action.try_with_value(is_back).unwrap_or_default()
    }

    /// What a field begins with: what was typed before an error, else the value given.
    pub(super) fn initial(self, name: &str, value: String) -> String {
        self.action.try_with_value(|action| typed_into(action, name)).flatten().unwrap_or(value)
    }

    /// The same of boxes, of which those that are not ticked are not sent.
    pub(super) fn initial_choices(self, name: &str, chosen: Vec<String>) -> Vec<String> {
        let ticked = |action: &String| boot().with_value(|b| Some(b.memory.of(action)?.all(name)));
        self.action.try_with_value(ticked).flatten().unwrap_or(chosen)
    }

    pub(super) fn name_field(self, name: &'static str, label: &str) {
        self.labels.update_value(|all| all.push((name.trim_end_matches("[]"), label.to_string())));
    }

    fn label_of(self, field: &str) -> String {
        let label = |all: &Vec<(&str, String)>| all.iter().find(|(name, _)| *name == field).map(|(_, l)| l.clone());
        self.labels.try_with_value(label).flatten().unwrap_or_default()
    }

    /// Whether the page begins with this field, as it is the only one that is wrong.
    pub(super) fn begins_with(self, name: &str) -> bool {
        let name = name.trim_end_matches("[]");
        self.error
            .with_untracked(|e| matches!(e, Some(AppError::Fields(all)) if all.len() == 1 && all[0].field == name))
    }

    pub(super) fn problem(self, name: &'static str) -> Signal<Option<String>> {
        let error = self.error;
        Signal::derive(move || error.with(|e| Some(e.as_ref()?.problem_of(name.trim_end_matches("[]"))?.text())))
    }
}

pub(super) fn form_state() -> FormState {
    use_context().unwrap_or_else(|| FormState::new("", Signal::stored(None), Signal::stored(false)))
}

/// The server function that a form is sent to, and how that fared last. It outlives the form where the page is loaded
/// anew, and so keeps what the form is made of while somebody is at it: see [`FormAction::hold`].
#[derive(Clone, Copy)]
pub struct FormAction {
    url: &'static str,
    result: RwSignal<Option<Result<(), AppError>>>,
    error: Signal<Option<AppError>>,
    #[cfg(not(feature = "ssr"))]
    pending: RwSignal<bool>,
    #[cfg(not(feature = "ssr"))]
    boot: StoredValue<Boot>,
    is_pending: Signal<bool>,
    answers: RwSignal<usize>,
    held: StoredValue<Option<Held>>,
    /// Whether somebody has begun to choose or type.
    touched: StoredValue<bool>,
    /// What its fields held then.
    #[cfg(not(feature = "ssr"))]
    chosen: StoredValue<Option<super::drafts::Draft>>,
}

/// What a form is made of, and of which thing.
#[derive(Clone)]
struct Held {
    of: Uuid,
    /// When somebody began with it, and when an answer told last how things are.
    begun: Arc<dyn Any + Send + Sync>,
    told: Arc<dyn Any + Send + Sync>,
    answered: bool,
    /// Whether the form was shown before.
    shown: bool,
}

impl FormAction {
    /// Forms for the server function whose input is `S`.
    pub fn to<S: ServerFn<Error = AppError, Output = ()>>() -> Self {
        Self::to_url(S::url())
    }

    fn to_url(url: &'static str) -> Self {
        let (result, pending) = (RwSignal::new(error_from_query(url).map(Err)), RwSignal::new(false));
        // They live as long as the page: a form may leave it before its answer comes.
        let error = Signal::derive(move || result.with(|r: &Option<Result<(), AppError>>| r.clone()?.err()));
        Self {
            url,
            result,
            error,
            #[cfg(not(feature = "ssr"))]
            pending,
            #[cfg(not(feature = "ssr"))]
            boot: boot(),
            is_pending: pending.into(),
            answers: RwSignal::new(0),
            held: StoredValue::new(None),
            touched: StoredValue::new(false),
            #[cfg(not(feature = "ssr"))]
            chosen: StoredValue::new(None),
        }
    }

    /// What a form is made of that decides about something which others change too: `now`, but once somebody has begun
    /// with it what they looked at, whatever the page hears meanwhile. Tells what its fields begin with, which stays
    /// until it is done, and what the person knows of, such as the version that they decide about: an answer tells how
    /// things are.
    pub fn hold<T: Clone + Send + Sync + 'static>(self, of: Uuid, now: T) -> (T, T) {
        let before = self.held.get_value();
        // What was answered about another is not about this.
        if before.as_ref().is_some_and(|held| held.of != of) {
            self.touched.set_value(false);
            self.result.update_untracked(|result| *result = None);
        }
        let before = before.filter(|held| held.of == of);
        let known = |value: &Arc<dyn Any + Send + Sync>| value.downcast_ref::<T>().cloned();
        let at_it = before.as_ref().filter(|_| self.touched.get_value());
        let begun = at_it.and_then(|held| known(&held.begun)).unwrap_or_else(|| now.clone());
        let told = at_it.filter(|held| !held.answered).and_then(|held| known(&held.told)).unwrap_or(now);
        self.held.set_value(Some(Held {
            of,
            begun: Arc::new(begun.clone()),
            told: Arc::new(told.clone()),
            answered: false,
            shown: before.is_some(),
        }));
        (begun, told)
    }

    /// Somebody has begun to choose or type, or has not after all.
    pub fn touch(self, begun: bool) {
        _ = self.touched.try_set_value(begun);
    }

    /// Whether somebody has begun to choose or type.
    pub fn is_touched(self) -> bool {
        self.touched.get_value()
    }

    /// What somebody has chosen or typed in a form is kept for when the page makes it anew.
    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "nobody types on the server"))]
    fn touch_in(self, form: NodeRef<html::Form>) {
        self.touch(true);
        #[cfg(not(feature = "ssr"))]
        if let Some(form) = form.try_get_untracked().flatten().filter(|_| self.held.with_value(Option::is_some)) {
            self.chosen.set_value(Some(super::drafts::browser::read(&form)));
        }
    }

    #[cfg(not(feature = "ssr"))]
    fn answered(self, done: bool) {
        _ = self.held.try_update_value(|held| held.as_mut().into_iter().for_each(|held| held.answered = true));
        if done {
            _ = self.touched.try_set_value(false);
        }
    }

    /// The form stands in the page. What was chosen before the page was taken over counts; a form that was sent, or that
    /// nobody has begun with, shows what is now.
    fn stands(self, form: &HtmlFormElement) {
        let Some(held) = self.held.try_get_value().flatten() else {
            #[cfg(not(feature = "ssr"))]
            super::leave::browser::renew(form);
            return;
        };
        if !held.shown {
            let chosen = form.query_selector("option:checked:not([selected])");
            let came_back = self.result.with_untracked(|result| matches!(result, Some(Err(_))));
            if came_back || chosen.is_ok_and(|chosen| chosen.is_some()) {
                self.touch(true);
            }
        } else if !self.touched.get_value() {
            form.reset();
        } else {
            #[cfg(not(feature = "ssr"))]
            self.chosen.with_value(|chosen| chosen.iter().for_each(|c| super::drafts::browser::write(form, c)));
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

    /// How many times it was done: for what is to be loaded again after each. An error leaves what was typed alone.
    pub fn successes(self) -> Signal<usize> {
        let result = self.result;
        Memo::new(move |before: Option<&usize>| {
            let before = before.copied().unwrap_or_default();
            if result.with(|v| matches!(v, Some(Ok(())))) { before + 1 } else { before }
        })
        .into()
    }

    /// What was typed into a field before the form came back with an error.
    pub fn typed_into(self, name: &str) -> Option<String> {
        typed_into(self.url, name)
    }

    fn state(self) -> FormState {
        FormState::new(self.url, self.error, self.is_pending)
    }

    #[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers send forms"))]
    fn send(self, event: &SubmitEvent, draft: FormDraft) {
        #[cfg(not(feature = "ssr"))]
        {
            let Some(body) = sent_fields(event).filter(|_| !self.pending.get_untracked()) else { return };
            let elsewhere = pressed(event).and_then(|button| button.get_attribute("formaction"));
            let sent = form_of(event).map(Sent::of);
            let boot = self.boot;
            self.pending.set(true);
            leptos::task::spawn_local(async move {
                let result = super::call::browser::post(elsewhere.as_deref().unwrap_or(self.url), body).await;
                if result.is_ok() {
                    super::session::note_session();
                }
                if result.is_ok() && elsewhere.is_none() {
                    // What was typed is done: the page shows what is stored from now on.
                    _ = boot.try_update_value(|boot| boot.memory = FormMemory::default());
                    if sent.is_none_or(Sent::done) {
                        draft.forget();
                    }
                }
                // The page may have been left meanwhile.
                self.answered(result.is_ok());
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

/// The button that a form was sent with.
#[cfg(not(feature = "ssr"))]
fn pressed(event: &SubmitEvent) -> Option<leptos::web_sys::Element> {
    event.submitter()?.dyn_into().ok()
}

#[cfg(not(feature = "ssr"))]
fn form_of(event: &SubmitEvent) -> Option<leptos::web_sys::HtmlFormElement> {
    event.target()?.dyn_into().ok()
}

/// Something is typed into a form.
#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "nobody types on the server"))]
pub(super) fn typed_in(form: NodeRef<html::Form>, draft: FormDraft) {
    #[cfg(not(feature = "ssr"))]
    {
        if let Some(form) = form.try_get_untracked().flatten() {
            super::leave::browser::go_on(&form);
        }
        draft.typed();
    }
}

/// A form that posts to a server function. Hydrated it sends without leaving the page, unless `reload` is set:
/// forms that change who or what language the page is for load a new page.
#[component]
pub fn ServerForm(
    action: FormAction,
    #[prop(optional)] reload: bool,
    #[prop(default = "form")] class: &'static str,
    #[prop(optional)] in_list: bool,
    /// What is typed is kept in this browser under this name until it is sent; empty keeps nothing.
    #[prop(into, optional)]
    draft: String,
    /// Whether leaving it with changes asks first.
    #[prop(default = true)]
    guarded: bool,
    /// It was made with what somebody has typed and not sent.
    #[prop(optional)]
    unsent: bool,
    children: Children,
) -> impl IntoView {
    let state = action.state();
    let form = NodeRef::new();
    let draft = FormDraft::of(&draft, form);
    let send = move |event: SubmitEvent| {
        if event.default_prevented() {
            return;
        }
        if reload {
            #[cfg(not(feature = "ssr"))]
            form_of(&event).iter().for_each(super::leave::browser::leave_with);
            return;
        }
        event.prevent_default();
        action.send(&event, draft);
    };
    Effect::new(move || form.get().into_iter().for_each(|form| action.stands(&form)));
    view! {
        <form method="post" action=owned(action.url)
            class=class
            novalidate
            node_ref=form
            data-guarded=guarded.then_some("")
            data-unsent=(unsent || state.is_back()).then_some("")
            on:submit=send
            on:input=move |_| {
                action.touch_in(form);
                typed_in(form, draft);
            }
            on:change=move |_| action.touch_in(form)
        >
            <FormBody state draft in_list children/>
        </form>
    }
}

/// What every form holds, whatever it sends.
#[component]
pub(super) fn FormBody(
    state: FormState,
    draft: FormDraft,
    #[prop(optional)] in_list: bool,
    children: Children,
) -> impl IntoView {
    provide_context(state);
    // Made first: they name themselves to the list of what is wrong.
    let children = children();
    Effect::new(move || {
        if state.error.with(Option::is_some) {
            request_animation_frame(go_to_error);
        }
    });
    view! {
        {(!in_list).then(|| summary(state))}
        <DraftNotice draft/>
        {children}
    }
    .into_any()
}

/// Moves the focus to what is wrong, and with it what is seen of the page.
fn go_to_error() {
    let found = document().query_selector(r#".form__summary, [aria-invalid="true"], .field--invalid input"#);
    if let Some(element) = found.ok().flatten().and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        _ = element.focus();
    }
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
                .map(|e| {
                    let label = state.label_of(&e.field);
                    let joint = if label.is_empty() { "" } else { ": " };
                    view! { <li><a href=format!("#field-{}", e.field)>{label} {joint} {e.problem.text()}</a></li> }
                })
                .collect_view()
                .into_any(),
            AppError::Fields(_) => return None,
            _ => ().into_any(),
        };
        Some(view! {
            <div class="form__summary" role="alert" tabindex="-1" autofocus=true>
                <p>{error.text()}</p>
                <LoginElsewhere error=error.clone()/>
                <ul>{links}</ul>
            </div>
        })
    }
}

/// The way to go on when the session has ended while a form was filled in.
#[component]
pub fn LoginElsewhere(error: AppError) -> impl IntoView {
    (error == AppError::Unauthorized).then(|| {
        view! {
            <p>
                <a href="/login" target="_blank">{t().form_login_elsewhere()}</a>
                ". "
                {t().form_login_then()}
            </p>
        }
    })
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
    /// Where this button sends the form, when that is elsewhere.
    #[prop(optional)]
    to: Option<&'static str>,
) -> impl IntoView {
    let pending = form_state().pending;
    view! {
        <button
            type="submit"
            class=class
            name=name
            value=value
            formaction=to.map(owned)
            on:click=press_once
            aria-busy=move || pending.get().then_some("true")
            aria-disabled=move || pending.get().then_some("true")
        >
            {label}
        </button>
    }
}

/// The second click of a double click is no second press.
fn press_once(click: MouseEvent) {
    if click.detail() > 1 {
        click.prevent_default();
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
