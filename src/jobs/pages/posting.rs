//! A posting as its readers see it.

use leptos::prelude::*;
use uuid::Uuid;

use super::{
    beside::Beside,
    row::{JobRows, jobs_count},
    share_link::ShareLink,
};
use crate::{
    accounts::{Role, me},
    jobs::{Category, Job, JobCard, JobCompany, Pay},
    l10n::{arg, countries::country_name, t},
    text::with_query,
    ui::{Ago, DayThere, Icon, IconName, Logo, MachineData, PageMeta, Prose},
};

#[component]
pub(super) fn JobPosting(
    job: Job,
    /// Whether it stands beside the list that it was found in: then the page is the list's.
    #[prop(optional)]
    beside: bool,
) -> impl IntoView {
    let t = t();
    let href = format!("/jobs/{}", job.card.slug);
    let title = t.job_page_title(arg::Title(&job.card.title), arg::Company(&job.card.company));
    let meta = (!beside).then(|| {
        let picture = format!("{href}/share.png?v={}", job.version);
        view! {
            <PageMeta title=title.clone() description=job.excerpt.clone() canonical=href.clone() picture noindex={!job.open}/>
            <MachineData html=job.machine_data.clone()/>
        }
    });
    let closed = (!job.open).then(|| {
        view! {
            <div class="notice notice--warning">
                <p class="notice__title">{t.job_closed_title()}</p>
                <p>{t.job_closed_text()}</p>
            </div>
        }
    });
    let share = view! { <ShareLink title path=href.clone()/> }.into_any();
    let (similar, category) = (job.similar.clone(), job.category);
    view! {
        {meta}
        <article class="posting">
            <PostingHead job=job.clone() beside/>
            {closed}
            <div class="split posting__split">
                <div class="split__main">
                    <JobFacts job=job.clone()/>
                    <Skills skills=job.card.skills.clone() mine=job.mine.clone()/>
                    <Prose html=job.html.clone()/>
                </div>
                <aside class="split__aside posting__aside">
                    <ApplyPanel job=job.clone()/>
                    <OtherWays job=job.clone() share/>
                    <CompanyCard company=job.company logo=job.card.logo/>
                </aside>
            </div>
        </article>
        {(!beside).then(|| view! { <SimilarJobs jobs=similar category/> })}
    }
}

#[component]
fn PostingHead(job: Job, beside: bool) -> impl IntoView {
    let Job { card, company, .. } = job;
    let heading = NodeRef::new();
    if let Some(opened) = use_context::<Beside>().filter(|_| beside) {
        opened.shown(heading);
    }
    let title = match beside {
        true => view! {
            <h2 class="posting__title" tabindex="-1" dir="auto" node_ref=heading><a href=format!("/jobs/{}", card.slug)>{card.title}</a></h2>
        }
        .into_any(),
        false => view! { <h1 class="posting__title" dir="auto">{card.title}</h1> }.into_any(),
    };
    let place = card.place.text();
    view! {
        <header class="posting__head">
            <Logo name=company.name.clone() file=card.logo large=true/>
            {title}
            <p>
                <a href=format!("/companies/{}", company.slug) dir="auto">{company.name}</a>
                {(!place.is_empty()).then(|| view! { " · " <bdi>{place}</bdi> })}
            </p>
        </header>
    }
}

/// Whether the panel beside the description says what it pays and when it closes.
fn has_panel(job: &Job) -> bool {
    job.open || job.sent.is_some()
}

/// The facts that readers look for first, but for what the panel says.
#[component]
fn JobFacts(job: Job) -> impl IntoView {
    let t = t();
    let in_panel = has_panel(&job);
    let Job { card, category, last_day, open, .. } = job;
    let pay = (!in_panel).then(|| {
        let pay = card.pay.as_ref().map_or_else(|| t.job_pay_unknown(), Pay::text);
        view! { <div><dt>{t.job_pay()}</dt><dd>{pay}</dd></div> }
    });
    let closing = if open { t.job_closes() } else { t.job_closed() };
    let closing = last_day.filter(|_| !in_panel || !open).map(|day| {
        view! { <div><dt>{closing}</dt><dd><DayThere day/></dd></div> }
    });
    view! {
        <dl class="posting__facts">
            {pay}
            <div><dt>{t.job_type()}</dt><dd>{card.employment_type.label()}</dd></div>
            <div><dt>{t.job_workplace()}</dt><dd>{card.workplace.label()}</dd></div>
            <div><dt>{t.job_category()}</dt><dd><a href=format!("/jobs?category={category}")>{category.label()}</a></dd></div>
            <div><dt>{t.job_published()}</dt><dd><Ago at=card.published_at/></dd></div>
            {closing}
        </dl>
    }
}

#[component]
fn Skills(
    skills: Vec<String>,
    /// Those that the reader has.
    mine: Vec<String>,
) -> impl IntoView {
    let t = t();
    let count = (!mine.is_empty() && !skills.is_empty()).then(|| {
        let text = t.job_skills_mine(arg::Count(mine.len() as i64), arg::Total(skills.len() as i64));
        view! { <p class="posting__mine">{text}</p> }
    });
    let tag = |skill: &String| {
        let link = view! { <a href=with_query("/jobs", &[("q", skill)]) dir="auto">{skill.clone()}</a> };
        match mine.contains(skill) {
            true => view! {
                <li class="tag tag--mine">
                    <Icon name=IconName::Check/> {link} <span class="visually-hidden">{t.job_skill_mine()}</span>
                </li>
            }
            .into_any(),
            false => view! { <li class="tag">{link}</li> }.into_any(),
        }
    };
    (!skills.is_empty()).then(|| {
        view! {
            <section class="posting__skills">
                <h2>{t.job_skills()}</h2>
                <ul class="tags">{skills.iter().map(tag).collect_view()}</ul>
                {count}
            </section>
        }
    })
}

/// What it pays, until when, and the way to apply. On a phone it is a bar at the foot of the window.
#[component]
fn ApplyPanel(job: Job) -> impl IntoView {
    let t = t();
    if !has_panel(&job) {
        return ().into_any();
    }
    let Job { card, last_day, open, sent, edits, .. } = job;
    let may = me().is_none_or(|me| me.role == Role::Seeker);
    let pay = match card.pay {
        Some(pay) => view! { <p class="apply-panel__pay">{pay.text()}</p> }.into_any(),
        None => view! { <p class="muted">{t.job_pay_none()}</p> }.into_any(),
    };
    let closes = last_day.filter(|_| open).map(|day| {
        view! { <p class="muted">{t.job_closes_on()} " " <DayThere day/></p> }
    });
    view! {
        <section class="apply-panel" aria-label=t.job_apply()>
            <div class="apply-panel__what">{pay} {closes}</div>
            <ApplyAction slug=card.slug id=card.id sent edits may/>
        </section>
    }
    .into_any()
}

/// The one thing that its reader does next.
#[component]
fn ApplyAction(slug: String, id: Uuid, sent: Option<Uuid>, edits: bool, may: bool) -> impl IntoView {
    let t = t();
    match sent {
        Some(sent) => view! {
            <div class="apply-panel__action">
                <p class="apply-panel__sent"><Icon name=IconName::Check/> <span>{t.apply_sent()}</span></p>
                <a class="button" href=format!("/applications/{sent}")>{t.apply_see()}</a>
            </div>
        }
        .into_any(),
        None if may => view! {
            <div class="apply-panel__action">
                <a class="button button--primary" href=format!("/jobs/{slug}/apply")>{t.job_apply()}</a>
            </div>
        }
        .into_any(),
        None if edits => view! {
            <div class="apply-panel__action">
                <a class="button button--primary" href=format!("/employer/postings/{id}")>{t.job_edit()}</a>
            </div>
        }
        .into_any(),
        None => ().into_any(),
    }
}

/// What else one may do here: ask, or tell somebody of it.
#[component]
fn OtherWays(job: Job, share: AnyView) -> impl IntoView {
    let may = me().is_none_or(|me| me.role == Role::Seeker);
    let ask = (job.open && may && job.sent.is_none()).then(|| {
        view! { <a class="button" href=format!("/jobs/{}/ask", job.card.slug)>{t().ask_title()}</a> }
    });
    view! { <div class="posting__ways">{ask} {share}</div> }
}

#[component]
fn CompanyCard(company: JobCompany, logo: Option<String>) -> impl IntoView {
    let t = t();
    let size =
        if company.size.is_empty() { String::new() } else { t.company_edit_people(company.size.replace('-', "–")) };
    let country = country_name(&company.country).to_string();
    let facts = [company.city, country, size];
    let facts: Vec<String> = facts.into_iter().filter(|f| !f.is_empty()).collect();
    view! {
        <section class="company-card">
            <div class="cluster">
                <Logo name=company.name.clone() file=logo/>
                <h2 dir="auto">{company.name}</h2>
            </div>
            {(!facts.is_empty()).then(|| view! { <p class="muted" dir="auto">{facts.join(" · ")}</p> })}
            <a href=format!("/companies/{}", company.slug)>{jobs_count(company.open_postings)}</a>
        </section>
    }
}

#[component]
fn SimilarJobs(jobs: Vec<JobCard>, category: Category) -> impl IntoView {
    (!jobs.is_empty()).then(|| {
        view! {
            <section class="section posting__similar">
                <div class="section__head">
                    <h2>{t().job_similar()}</h2>
                    <a href=format!("/jobs?category={category}")>{t().job_similar_all()}</a>
                </div>
                <JobRows jobs/>
            </section>
        }
    })
}
