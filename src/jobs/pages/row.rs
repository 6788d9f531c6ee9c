use leptos::prelude::*;

use crate::{
    jobs::{JobCard, seen::was_seen},
    l10n::{arg, format, t},
    ui::{Ago, Logo},
};

/// So many skills of a posting are named in its row.
const MAX_SKILLS: usize = 3;

/// A posting in a list; the whole row is a link to it. Children are rendered below, such as why it fits.
#[component]
pub fn JobRow(
    job: JobCard,
    /// The currency that pay is compared in: what is paid in another is told in this one too.
    #[prop(optional_no_strip)]
    compared_in: Option<&'static str>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let seen = was_seen(job.id);
    let about = job.pay.as_ref().zip(compared_in).filter(|(pay, currency)| pay.currency != *currency);
    let about = about.map(|(pay, currency)| t().jobs_pay_about(pay.about(currency).text()));
    let pay = job.pay.as_ref().map(|pay| view! {
        <p class="job-row__pay">{pay.text()} {about.map(|about| view! { <span class="job-row__about">{about}</span> })}</p>
    });
    let sent = job.sent.then(|| view! { <span class="badge badge--success">{t().jobs_sent()}</span> });
    let tags = tags(&job);
    let place = job.place.text();
    let at = (!place.is_empty()).then(|| view! { <span class="job-row__place">{place}</span> });
    view! {
        <li class="job-row" class:job-row--seen=move || seen.get()>
            <Logo name=job.company.clone() file=job.logo/>
            <h3 class="job-row__title"><a data-row="" href=format!("/jobs/{}", job.slug) dir="auto">{job.title}</a> {sent}</h3>
            {pay}
            <div class="job-row__facts">
                <p class="job-row__company" dir="auto"><span>{job.company}</span> {at}</p>
                {tags}
            </div>
            <p class="job-row__date">
                {move || seen.get().then(|| view! { <span class="job-row__seen">{t().jobs_seen()}</span> })}
                <Ago at=job.published_at/>
            </p>
            {children.map(|children| view! { <div class="job-row__reasons">{children()}</div> })}
        </li>
    }
}

/// `Hybrid` `Full-time` `Rust` `SQL` `+2`.
fn tags(job: &JobCard) -> impl IntoView + use<> {
    let more = job.skills.len().saturating_sub(MAX_SKILLS);
    let skills = job.skills.iter().take(MAX_SKILLS).map(|skill| view! { <bdi>{skill.clone()}</bdi> " " });
    view! {
        <p class="job-row__tags">
            <span>{job.workplace.label()}</span> " " <span>{job.employment_type.label()}</span> " "
            {skills.collect_view()}
            {(more > 0).then(|| view! { <bdi>{format!("+{more}")}</bdi> })}
        </p>
    }
}

/// Postings, one below the other.
#[component]
pub fn JobRows(jobs: Vec<JobCard>, #[prop(optional_no_strip)] compared_in: Option<&'static str>) -> impl IntoView {
    let rows = jobs.into_iter().map(|job| view! { <JobRow job compared_in/> }).collect_view();
    view! { <ul class="job-rows">{rows}</ul> }
}

/// `1,234 jobs`.
pub fn jobs_count(count: i64) -> String {
    t().jobs_count(arg::Count(count), arg::Shown(format::number(count)))
}
