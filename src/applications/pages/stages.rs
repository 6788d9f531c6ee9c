use leptos::prelude::*;

use crate::{
    accounts::EmployerFrame,
    applications::{
        MAX_STAGES, PostingStage, PostingStages, STAGE_NAME_LENGTH, StageKind,
        api::{LoadStages, SaveStages},
    },
    jobs::PostingChanged,
    l10n::t,
    live::live,
    ui::{
        Choice, FormAction, Load, PageHead, PageMeta, Row, RowField, RowKey, RowSelect, SelectField, ServerForm,
        Submit, TextField, id_param,
    },
};

/// `/employer/postings/:id/stages`: what the candidates of a posting go through.
#[component]
pub fn PostingStagesPage() -> impl IntoView {
    let id = id_param();
    let save = FormAction::to::<SaveStages>();
    let changed = live().changes(move |heard| heard.get().is_some_and(|PostingChanged { id: of }| of == id()));
    let again = Signal::derive(move || save.answers().get() + changed.get());
    view! {
        <EmployerFrame>
            <Load
                ask=move || LoadStages { id: id() }
                again
                view=move |stages| view! { <StagesEditor stages save/> }.into_any()
            />
        </EmployerFrame>
    }
}

#[component]
fn StagesEditor(stages: PostingStages, save: FormAction) -> impl IntoView {
    let t = t();
    let PostingStages { posting, version, stages } = stages;
    let version = save.hold_version(posting.id, version);
    let path = format!("/employer/postings/{}", posting.id);
    let (last, full) = (stages.len().saturating_sub(1), stages.len() >= MAX_STAGES);
    let all = stages.clone();
    let rows = move || {
        let row = |(n, stage): (usize, PostingStage)| {
            let others = places(&all, &stage);
            let (first, last) = (n <= 1, n + 1 >= last);
            view! { <StageRow n stage others first last/> }
        };
        stages.into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <PageMeta title=t.stages_title() noindex=true/>
        <div>
            <nav class="crumbs"><a href=path dir="auto">{posting.title.clone()}</a></nav>
            <PageHead title=t.stages_title() lead=t.stages_lead()/>
        </div>
        <ServerForm action=save>
            <input type="hidden" name="id" value=posting.id.to_string()/>
            <input type="hidden" name="version" value=version.to_string()/>
            // What the Enter key presses.
            <button type="submit" name="action" value="save" class="visually-hidden" tabindex="-1" aria-hidden="true">
                {t.form_save()}
            </button>
            <ol class="stage-list">{rows()}</ol>
            <div class="form__actions"><Submit label=t.form_save() name="action" value="save"/></div>
            <NewStage full/>
        </ServerForm>
    }
}

/// Where the people of a stage can go when it is removed.
fn places(stages: &[PostingStage], of: &PostingStage) -> Vec<Choice> {
    let others = stages.iter().filter(|stage| stage.id != of.id && stage.kind != StageKind::Hired);
    others.map(|stage| (stage.id.to_string(), stage.label())).collect()
}

#[component]
fn StageRow(
    n: usize,
    stage: PostingStage,
    others: Vec<Choice>,
    /// Whether it can go no further to the front.
    first: bool,
    last: bool,
) -> impl IntoView {
    let t = t();
    let (label, kind) = (stage.label(), stage.kind.label());
    let row = Row { n, key: stage.id.to_string() };
    let button = |act: &str, label: String, text: String, shown: bool| {
        let value = format!("{act}:{}", stage.id);
        shown.then(|| {
            view! {
                <button type="submit" class="button button--small" name="action" value=value aria-label=label>
                    {text}
                </button>
            }
        })
    };
    let movable = !stage.kind.is_fixed();
    let up = button("up", t.stages_up_of(&label), t.stages_up(), movable && !first);
    let down = button("down", t.stages_down_of(&label), t.stages_down(), movable && !last);
    let gone = button("remove", t.stages_remove_of(&label), t.stages_remove(), movable);
    let place = match movable && stage.people > 0 {
        true => view! {
            <RowSelect name="tos[]" row=row.clone() label=t.stages_people_to(&label) nothing=t.stages_people_where() choices=others/>
        }
        .into_any(),
        false => view! { <input type="hidden" name="tos[]" value=""/> }.into_any(),
    };
    let fixed = (!movable).then(|| view! { <span class="muted">{t.stages_fixed()}</span> });
    let people = t.stages_people(stage.people);
    view! {
        <li class="stage-list__row panel">
            <RowKey row=row.clone()/>
            <RowField
                name="names[]"
                row
                label=t.stages_name_of(&kind)
                value=label.clone()
                placeholder=kind.clone()
                max=STAGE_NAME_LENGTH
            />
            <p class="cluster muted"><span class="badge">{kind}</span> {people} {fixed}</p>
            <div class="cluster">{up} {down} {place} {gone}</div>
        </li>
    }
}

/// Adds a stage before that of whoever is hired.
#[component]
fn NewStage(full: bool) -> impl IntoView {
    let t = t();
    if full {
        return view! { <p class="muted">{t.stages_full(MAX_STAGES as i64)}</p> }.into_any();
    }
    let kinds = [StageKind::Review, StageKind::Interview, StageKind::Offer];
    let choices: Vec<Choice> = kinds.into_iter().map(|kind| (kind.to_string(), kind.label())).collect();
    view! {
        <fieldset class="fieldset">
            <legend>{t.stages_new()}</legend>
            <div class="field__row">
                <TextField name="new_name" label=t.stages_new_name() optional=true max=STAGE_NAME_LENGTH/>
                <SelectField name="new_kind" label=t.stages_new_kind() help=t.stages_kind_help() choices/>
            </div>
            <Submit label=t.stages_add() class="button" name="action" value="add"/>
        </fieldset>
    }
    .into_any()
}
