use leptos::prelude::*;

use crate::{
    applications::ApplyJob,
    l10n::t,
    ui::{DayThere, Fact, Logo, Prose},
};

/// A form for a posting, with the posting beside it to be read while one writes; on a phone folded away before it.
#[component]
pub(super) fn BesideJob(job: ApplyJob, children: Children) -> impl IntoView {
    view! {
        <div class="split apply">
            <aside class="split__aside apply__job"><JobDetails job/></aside>
            <div class="split__main stack">{children()}</div>
        </div>
    }
}

#[component]
fn JobDetails(job: ApplyJob) -> impl IntoView {
    let t = t();
    let ApplyJob { card, html, last_day } = job;
    let pay = card.pay.as_ref().map(|pay| view! { <p class="apply__pay">{pay.text()}</p> });
    let work = [card.workplace.label(), card.employment_type.label()].join(", ");
    let closes = last_day.map(|day| view! { <div><dt>{t.job_closes()}</dt><dd><DayThere day/></dd></div> });
    view! {
        <details class="panel apply__details">
            <summary>{t.apply_job()}</summary>
            <div class="apply__about">
                <div class="cluster">
                    <Logo name=card.company.clone() file=card.logo/>
                    <div>
                        <h2 class="panel__title" dir="auto">{card.title}</h2>
                        <p class="muted" dir="auto">{card.company}</p>
                    </div>
                </div>
                {pay}
                <dl class="facts">
                    <Fact name=t.apply_place() value=card.place.text()/>
                    <Fact name=t.apply_work() value=work/>
                    <Fact name=t.job_skills() value=card.skills.join(", ")/>
                    {closes}
                </dl>
                <div class="apply__text" tabindex="0" role="region" aria-label=t.apply_description()><Prose html/></div>
            </div>
        </details>
    }
}
