use leptos::prelude::*;

use crate::{
    jobs::JobRow,
    l10n::t,
    profiles::{Fit, JobsForMe, api::LoadJobsForMe},
    ui::{Empty, LinkButton, Load, PageHead, PageMeta},
};

/// `/jobs/for-me`: the open postings that fit a seeker, best first, and why each does.
#[component]
pub fn JobsForMePage() -> impl IntoView {
    view! {
        <PageMeta title=t().for_me_title() noindex=true/>
        <PageHead title=t().for_me_title() lead=t().for_me_lead()>
            <LinkButton href="/profile#preferences" label=t().for_me_change()/>
        </PageHead>
        <Load ask=|| LoadJobsForMe {} view=move |jobs| view! { <FittingJobs jobs/> }.into_any()/>
    }
}

#[component]
fn FittingJobs(jobs: JobsForMe) -> impl IntoView {
    let t = t();
    if !jobs.chosen {
        return view! {
            <Empty title=t.for_me_unknown() text=t.for_me_unknown_text()>
                <LinkButton href="/profile#preferences" label=t.for_me_tell() class="button button--primary"/>
            </Empty>
        }
        .into_any();
    }
    if jobs.fits.is_empty() {
        return view! {
            <Empty title=t.for_me_nothing() text=t.for_me_nothing_text()>
                <LinkButton href="/profile#preferences" label=t.for_me_loosen() class="button button--primary"/>
                <LinkButton href="/jobs" label=t.for_me_all()/>
            </Empty>
        }
        .into_any();
    }
    let count = t.for_me_count(jobs.fits.len() as i64);
    let rows = jobs.fits.into_iter().map(|fit| view! { <FitRow fit/> }).collect_view();
    view! {
        <div class="results__head"><h2>{count}</h2></div>
        <ol class="job-rows">{rows}</ol>
    }
    .into_any()
}

#[component]
fn FitRow(fit: Fit) -> impl IntoView {
    let reasons = fit.reasons.into_iter().map(|reason| view! { <li>{reason.text()}</li> }).collect_view();
    view! { <JobRow job=fit.card><ul class="reasons">{reasons}</ul></JobRow> }
}
