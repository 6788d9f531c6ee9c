use leptos::prelude::*;
use leptos_router::{components::Redirect, hooks::use_location};
use uuid::Uuid;

use crate::{
    accounts::{Me, api::ActFor, me},
    error::AppError,
    l10n::t,
    text::{local_path, query_pairs},
    ui::{ButtonForm, ErrorPage, FormAction, PageHead, PageMeta},
};

/// `/switch`: what one acts as, and what else one could. A form of a page that was made for another company leads here
/// (`next` is that page), and from here back. A link to a page of one company (`look`) leads through here, and so does a
/// page that is not found: it may be for something else that one can act as.
#[component]
pub fn SwitchPage() -> impl IntoView {
    let Some(me) = me() else { return view! { <ErrorPage error=AppError::Unauthorized/> }.into_any() };
    let asked = |wanted: &str| {
        use_location()
            .search
            .with_untracked(|search| query_pairs(search).find(|(name, _)| name == wanted).map(|(_, value)| value))
    };
    let next = asked("next").and_then(|next| local_path(&next).map(str::to_string));
    let look = asked("look").and_then(|look| local_path(&look).map(str::to_string));
    let company = asked("company");
    if let Some(look) = &look
        && company.as_ref().is_some_and(|company| me.company.is_some_and(|mine| mine.to_string() == *company))
    {
        return view! { <Redirect path=look.clone()/> }.into_any();
    }
    let act = FormAction::to::<ActFor>();
    let t = t();
    let lead = if look.is_some() { t.switch_look_lead() } else { t.switch_lead() };
    let back = next.map(|next| {
        view! { <WayBack company=company.unwrap_or_default() next me=me.clone() act/> }
    });
    let hats = me.hats.iter().map(|hat| (Some(hat.company), hat.name.clone(), hat.role.label()));
    let rows = hats.chain([(None, t.switch_seeker(), String::new())]).map(|(company, name, role)| {
        let current = company == me.company;
        let field = company.map(|id: Uuid| id.to_string()).unwrap_or_default();
        let next = look.clone().map(|look| ("next", look));
        let fields = std::iter::once(("company", field)).chain(next).collect::<Vec<_>>();
        let state = match current {
            true => view! { <span class="badge badge--success">{t.switch_current()}</span> }.into_any(),
            false => view! {
                <ButtonForm action=act label=name.clone() fields class="button button--small" reload=true/>
            }
            .into_any(),
        };
        view! { <li class="cluster">{current.then(|| view! { <bdi>{name}</bdi> })} <span class="muted">{role}</span> {state}</li> }
    });
    view! {
        <PageMeta title=t.switch_title() noindex=true/>
        <div class="narrow stack">
            <PageHead title=t.switch_title() lead/>
            {back}
            <ul class="stack">{rows.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// The way back to the page that a form was refused from.
#[component]
fn WayBack(company: String, next: String, me: Me, act: FormAction) -> impl IntoView {
    let t = t();
    let hat = me.hats.iter().find(|hat| hat.company.to_string() == company);
    let (notice, label) = match hat {
        Some(hat) => (t.switch_back_notice(&hat.name), t.switch_back(&hat.name)),
        None if company.is_empty() => (t.switch_back_seeker(), t.switch_back_seeker_action()),
        None => {
            return view! {
                <p class="notice notice--warning">{t.switch_gone()} " " <a href=next rel="external">{t.switch_typed()}</a></p>
            }
            .into_any();
        }
    };
    view! {
        <p class="notice notice--warning" role="alert">{notice}</p>
        <ButtonForm action=act label fields=vec![("company", company), ("next", next)] class="button button--primary" reload=true/>
    }
    .into_any()
}
