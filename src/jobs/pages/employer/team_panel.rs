use leptos::prelude::*;
use uuid::Uuid;

use crate::{
    jobs::TeamChoice,
    l10n::t,
    ui::{ChoiceField, FormAction, ServerForm, Submit},
};

/// Who works on a posting: boxes to tick, for those who choose it.
#[component]
pub fn TeamPanel(id: Uuid, team: Vec<TeamChoice>, save: FormAction) -> impl IntoView {
    let t = t();
    let choosable = team.iter().filter(|member| !member.role.reaches_all());
    let chosen = choosable.clone().filter(|member| member.chosen).map(|member| member.id.to_string()).collect();
    let choices: Vec<_> =
        choosable.map(|member| (member.id.to_string(), format!("{}, {}", member.name, member.role.label()))).collect();
    let content = match choices.is_empty() {
        true => view! {
            <p class="muted">{t.posting_team_none()} " " <a href="/employer/team">{t.posting_team_invite()}</a></p>
        }
        .into_any(),
        false => view! {
            <ServerForm action=save reload=true>
                <input type="hidden" name="id" value=id.to_string()/>
                <ChoiceField name="people[]" legend=t.posting_team() choices chosen help=t.posting_team_help()/>
                <div class="form__actions"><Submit label=t.posting_team_save() class="button"/></div>
            </ServerForm>
        }
        .into_any(),
    };
    view! { <section class="panel stack"><h2 class="panel__title">{t.posting_team()}</h2> {content}</section> }
}
