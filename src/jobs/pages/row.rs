use leptos::prelude::*;

use crate::{
    jobs::JobCard,
    l10n::{arg, format, t},
    ui::Ago,
};

/// So many skills of a posting are named in its row.
const MAX_SKILLS: usize = 4;

/// A posting in a list; the whole row is a link to it. Children are rendered below, such as why it fits.
#[component]
pub fn JobRow(
    job: JobCard,
    /// The currency that pay is compared in: what is paid in another is told in this one too.
    #[prop(optional_no_strip)]
    compared_in: Option<&'static str>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let meta = meta(&job);
    let about = job.pay.as_ref().zip(compared_in).filter(|(pay, currency)| pay.currency != *currency);
    let about = about.map(|(pay, currency)| t().jobs_pay_about(pay.about(currency).text()));
    let pay = job.pay.as_ref().map(|pay| view! {
        <p class="job-row__pay">{pay.text()} {about.map(|about| view! { <span class="job-row__about">{about}</span> })}</p>
    });
    let sent = job.sent.then(|| view! { <span class="badge">{t().jobs_sent()}</span> });
    view! {
        <li class="job-row">
            <h3 class="job-row__title"><a href=format!("/jobs/{}", job.slug) dir="auto">{job.title}</a> {sent}</h3>
            {pay}
            <p class="job-row__meta" dir="auto">{meta}</p>
            <p class="job-row__date"><Ago at=job.published_at/></p>
            {children.map(|children| view! { <div class="job-row__reasons">{children()}</div> })}
        </li>
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

/// `Company · Berlin, DE · Hybrid · Full-time · Rust, SQL`.
fn meta(job: &JobCard) -> String {
    let (place, skills) = (job.place.text(), job.skills[..job.skills.len().min(MAX_SKILLS)].join(", "));
    let (workplace, employment) = (job.workplace.label(), job.employment_type.label());
    let parts = [job.company.as_str(), &place, &workplace, &employment, &skills];
    let mut meta = String::with_capacity(120);
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !meta.is_empty() {
            meta.push_str("\u{a0}· ");
        }
        meta.push_str(part);
    }
    meta
}
