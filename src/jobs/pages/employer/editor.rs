use std::time::Duration;

use chrono::{DateTime, Utc};
use leptos::{prelude::*, server_fn::ServerFn, task::spawn_local};
use uuid::Uuid;

use super::{
    parts::{PostingButtonError, preview_path, typed_param, with_placeholder},
    state_panel::StatePanel,
    team_panel::TeamPanel,
};
use crate::{
    accounts::{Action, EmployerFrame, me},
    error::{AppError, Problem},
    jobs::{
        CURRENCIES, Category, DESCRIPTION_LENGTH, Editor, EmploymentType, PayPeriod, PostingForm, PostingState,
        TITLE_LENGTH, Workplace,
        api::{LoadEditor, PreviewMarkdown, PreviewPosting, SavePosting, SavePostingTeam},
    },
    l10n::{arg, countries::countries, format, t},
    ui::{
        CheckField, FormAction, Load, PageHead, PageMeta, Prose, SelectField, ServerForm, Submit, TextArea, TextField,
        Unsent, ask, id_param, times,
    },
};

/// A pause in typing after which the preview is rendered.
const PREVIEW_DEBOUNCE: Duration = Duration::from_millis(400);

/// `/employer/postings/new`: a posting to write.
#[component]
pub fn NewPostingPage() -> impl IntoView {
    let typed = typed_param();
    let save = FormAction::to::<SavePosting>();
    view! {
        <PageMeta title=t().posting_new() noindex=true/>
        <EmployerFrame>
            <PageHead title=t().posting_new() lead=t().posting_new_lead()/>
            <Load
                ask=move || LoadEditor { id: None, typed: typed() }
                view=move |editor| view! { <EditorForm editor save/> }.into_any()
            />
        </EmployerFrame>
    }
}

/// `/employer/postings/{id}`: a posting to work on.
#[component]
pub fn PostingPage() -> impl IntoView {
    let (id, typed) = (id_param(), typed_param());
    let (save, save_team) = (FormAction::to::<SavePosting>(), FormAction::to::<SavePostingTeam>());
    view! {
        <PageMeta title=t().posting_edit_title() noindex=true/>
        <EmployerFrame>
            <Load
                ask=move || LoadEditor { id: Some(id()), typed: typed() }
                again=save.successes()
                view=move |editor| view! { <PostingEditor editor save save_team/> }.into_any()
            />
        </EmployerFrame>
    }
}

#[component]
fn PostingEditor(editor: Editor, save: FormAction, save_team: FormAction) -> impl IntoView {
    let archived = editor.state == PostingState::Archived;
    let id: Uuid = editor.form.id.parse().unwrap_or_default();
    let form = match archived {
        true => view! { <p class="notice notice--info">{t().posting_archived()}</p> <Unsent/> }.into_any(),
        false => view! { <EditorForm editor=editor.clone() save/> }.into_any(),
    };
    let team = me().is_some_and(|me| me.may(Action::ChooseTeam)).then(|| {
        view! { <TeamPanel id team=editor.team.clone() save=save_team/> }
    });
    view! {
        <PageHead title=editor.form.title.clone()/>
        <div class="stack">
            <PostingButtonError/>
            <StatePanel editor id/>
            {form}
            {team}
        </div>
    }
}

/// The form beside its live preview.
#[component]
fn EditorForm(editor: Editor, save: FormAction) -> impl IntoView {
    let t = t();
    let Editor { form, state, html, unsent, edited, zone, .. } = editor;
    let draft = format!("posting-{}", if form.id.is_empty() { "new" } else { &form.id });
    let typed = RwSignal::new(String::new());
    // A form that came back as stale keeps the version that it was based on.
    let version = save.typed_into("version").unwrap_or_else(|| form.version.clone());
    let newest = form.version.clone();
    let stored = form.description.clone();
    let id: Option<Uuid> = form.id.parse().ok();
    let stale = id.map(|id| view! { <StaleNotice save newest id edited/> });
    // Created inside the form, as the buttons read its context.
    let actions = move || match state {
        PostingState::Draft => view! {
            <Submit label=t.posting_save_draft() class="button" name="action" value="save"/>
            <Submit label=t.posting_publish() name="action" value="publish"/>
        }
        .into_any(),
        _ => view! { <Submit label=t.form_save() name="action" value="save"/> }.into_any(),
    };
    view! {
        <div class="posting-editor">
            <ServerForm action=save draft=draft unsent>
                {stale}
                <input type="hidden" name="id" value=form.id.clone()/>
                <input type="hidden" name="new_id" value=form.new_id.clone()/>
                <input type="hidden" name="version" value=version/>
                <PostingFields form typed zone/>
                <div class="form__actions">
                    {actions()}
                    <Submit label=t.posting_preview() class="button button--quiet" to=PreviewPosting::PATH/>
                </div>
            </ServerForm>
            <section class="preview" aria-label=t.posting_preview()>
                <LivePreview typed stored html/>
            </section>
        </div>
    }
}

#[component]
fn PostingFields(form: PostingForm, typed: RwSignal<String>, zone: String) -> impl IntoView {
    let t = t();
    let currencies = CURRENCIES.iter().map(|code| (code.to_string(), code.to_string())).collect::<Vec<_>>();
    view! {
        <TextField name="title" label=t.posting_title() value=form.title max=TITLE_LENGTH/>
        <SelectField name="category" label=t.posting_category() value=form.category choices=with_placeholder(Category::choices())/>
        <TextArea name="description" label=t.posting_description() value=form.description help=t.posting_description_help() rows=14 typed max=DESCRIPTION_LENGTH/>
        <div class="field__row">
            <SelectField name="employment_type" label=t.posting_employment_type() value=form.employment_type choices=with_placeholder(EmploymentType::choices())/>
            <SelectField name="workplace" label=t.posting_workplace() value=form.workplace choices=with_placeholder(Workplace::choices())/>
        </div>
        <div class="field__row">
            <TextField name="city" label=t.posting_city() value=form.city help=t.posting_city_help()/>
            <TextField name="region" label=t.posting_region() value=form.region optional=true/>
            <SelectField name="country" label=t.posting_country() value=form.country choices=with_placeholder(countries())/>
        </div>
        <fieldset class="fieldset">
            <legend>{t.posting_pay()}</legend>
            <div class="field__row">
                <TextField name="pay_min" label=t.posting_pay_min() value=form.pay_min/>
                <TextField name="pay_max" label=t.posting_pay_max() value=form.pay_max/>
                <SelectField name="currency" label=t.posting_currency() value=form.currency choices=currencies/>
                <SelectField name="pay_period" label=t.posting_pay_period() value=form.pay_period choices=PayPeriod::choices()/>
            </div>
            <CheckField name="pay_meant" label=t.posting_pay_meant() class="choice choice--if-wrong"/>
            <p class="field__help">{t.posting_pay_help()}</p>
        </fieldset>
        <TextField name="skills" label=t.posting_skills() value=form.skills help=t.posting_skills_help() optional=true/>
        <TextField name="closes_on" label=t.posting_closes_on() value=form.closes_on kind="date" help=t.posting_closes_on_help(zone.replace('_', " "))/>
    }
}

/// Shown when somebody else has saved a newer version (optimistic locking): what was typed stays, and overwriting
/// theirs is a button of its own.
#[component]
fn StaleNotice(save: FormAction, newest: String, id: Uuid, edited: Option<(String, DateTime<Utc>)>) -> impl IntoView {
    let times = times();
    let stale = move || save.result().with(|v| matches!(v, Some(Err(AppError::Refused(Problem::Stale)))));
    let (newest, edited) = (RwSignal::new(newest), RwSignal::new(edited));
    Effect::new(move || {
        if stale() {
            spawn_local(async move {
                if let Ok(editor) = ask(LoadEditor { id: Some(id), typed: None }).await {
                    _ = newest.try_set(editor.form.version);
                    _ = edited.try_set(editor.edited);
                }
            });
        }
    });
    move || {
        stale().then(|| {
            let who = move || {
                let (name, at) = edited.get()?;
                let when = format::ago(at, times.now().max(at));
                Some(format!("{} ", t().posting_stale_by(arg::Name(&name), arg::When(when))))
            };
            view! {
                <div class="notice notice--warning">
                    <p>{who} {t().posting_stale()}</p>
                    <p class="cluster">
                        <a href=preview_path(id) target="_blank">{t().posting_stale_action()}</a>
                        <button class="button" type="submit" name="over" value=move || newest.get()>
                            {t().posting_stale_over()}
                        </button>
                    </p>
                </div>
            }
        })
    }
}

/// The description as it will look: the stored one at first, then what is typed, debounced.
#[component]
fn LivePreview(typed: RwSignal<String>, stored: String, html: String) -> impl IntoView {
    let shown = RwSignal::new(html);
    let mut preview = debounce(PREVIEW_DEBOUNCE, move |text: String| {
        spawn_local(async move {
            let Ok(html) = ask(PreviewMarkdown { text: text.clone() }).await else { return };
            // A stale answer is dropped: more was typed meanwhile.
            if typed.try_get_untracked() == Some(text) {
                shown.set(html);
            }
        });
    });
    Effect::new(move |before: Option<String>| {
        let text = typed.get();
        if before.unwrap_or_else(|| stored.clone()) != text {
            preview(text.clone());
        }
        text
    });
    move || match shown.get() {
        html if html.is_empty() => view! { <p class="muted">{t().posting_preview_empty()}</p> }.into_any(),
        html => view! { <Prose html/> }.into_any(),
    }
}
