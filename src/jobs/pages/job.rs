use std::sync::Arc;

use leptos::prelude::*;
use uuid::Uuid;

use super::row::{JobRows, jobs_count};
use crate::{
    accounts::{Role, me},
    jobs::{
        Category, Job, JobCard, JobCompany, Pay, PostingChanged,
        api::{CountView, LoadJob},
    },
    l10n::{arg, t},
    live::{Watch, live},
    text::{LocalDay, with_query},
    ui::{Ago, DayThere, Load, Logo, MachineData, OnOpen, PageMeta, Prose, act, slug_param},
};

/// `/jobs/{slug}`: a posting.
#[component]
pub fn JobPage() -> impl IntoView {
    let slug = slug_param();
    let shown = RwSignal::new(None::<Watch>);
    live().watch(shown);
    let again = live().changes(move |heard| {
        let changed: Option<PostingChanged> = heard.get();
        changed.is_some_and(|changed| shown.get_untracked().is_some_and(|shown| shown.thing == changed.id))
    });
    let view = move |job: Job| {
        let watch = Watch { thing: job.card.id, version: job.version };
        Effect::new(move || shown.set(Some(watch)));
        view! { <JobPosting job/> }.into_any()
    };
    let opened: OnOpen<Job> = Arc::new(|job: Job| Some(act(CountView { id: job.card.id })));
    view! { <Load ask=move || LoadJob { slug: slug() } again opened view/> }
}

#[component]
fn JobPosting(job: Job) -> impl IntoView {
    let t = t();
    let Job { card, category, html, excerpt, last_day, open, sent, company, similar, version, machine_data, .. } = job;
    let picture = format!("/jobs/{}/share.png?v={version}", card.slug);
    let title = t.job_page_title(arg::Title(&card.title), arg::Company(&card.company));
    let closed = (!open).then(|| {
        view! {
            <div class="notice notice--warning">
                <p class="notice__title">{t.job_closed_title()}</p>
                <p>{t.job_closed_text()}</p>
            </div>
        }
    });
    let skills = card.skills.iter().map(|skill| {
        view! { <li class="tag"><a href=with_query("/jobs", &[("q", skill)]) dir="auto">{skill.clone()}</a></li> }
    });
    let skills = (!card.skills.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{t.job_skills()}</h2>
                <ul class="tags">{skills.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <PageMeta title description=excerpt canonical=format!("/jobs/{}", card.slug) picture noindex={!open}/>
        <MachineData html=machine_data/>
        <article class="posting">
            <header class="posting__head">
                <Logo name=company.name.clone() file=company.logo.clone() large=true/>
                <h1 dir="auto">{card.title.clone()}</h1>
                <p>
                    <a href=format!("/companies/{}", company.slug) dir="auto">{company.name.clone()}</a>
                    " · " <bdi>{card.place.text()}</bdi>
                </p>
            </header>
            {closed}
            <JobFacts card=card.clone() category last_day=last_day.clone() open/>
            <div class="split">
                <div class="split__main">
                    <Prose html/>
                    {skills}
                </div>
                <aside class="split__aside">
                    {(open || sent.is_some()).then(|| view! { <ApplyPanel slug=card.slug pay=card.pay closes_on={last_day.filter(|_| open)} sent/> })}
                    <CompanyCard company/>
                </aside>
            </div>
        </article>
        <SimilarJobs jobs=similar category/>
    }
}

/// The facts that readers look for first: pay, type, place, dates.
#[component]
fn JobFacts(card: JobCard, category: Category, last_day: Option<LocalDay>, open: bool) -> impl IntoView {
    let t = t();
    let pay = card.pay.as_ref().map_or_else(|| t.job_pay_unknown(), Pay::text);
    let closing = if open { t.job_closes() } else { t.job_closed() };
    view! {
        <dl class="posting__facts">
            <div><dt>{t.job_pay()}</dt><dd>{pay}</dd></div>
            <div><dt>{t.job_type()}</dt><dd>{card.employment_type.label()}</dd></div>
            <div><dt>{t.job_workplace()}</dt><dd>{card.workplace.label()}</dd></div>
            <div><dt>{t.job_category()}</dt><dd><a href=format!("/jobs?category={category}")>{category.label()}</a></dd></div>
            <div><dt>{t.job_published()}</dt><dd><Ago at=card.published_at/></dd></div>
            {last_day.map(|day| view! { <div><dt>{closing}</dt><dd><DayThere day/></dd></div> })}
        </dl>
    }
}

#[component]
fn ApplyPanel(slug: String, pay: Option<Pay>, closes_on: Option<LocalDay>, sent: Option<Uuid>) -> impl IntoView {
    let t = t();
    let may = me().is_none_or(|me| me.role == Role::Seeker);
    let action = match sent {
        Some(id) => view! {
            <p>{t.apply_sent()}</p>
            <a class="button" href=format!("/applications/{id}")>{t.apply_see()}</a>
        }
        .into_any(),
        None if may => {
            view! { <a class="button button--primary" href=format!("/jobs/{slug}/apply")>{t.job_apply()}</a> }
                .into_any()
        }
        None => ().into_any(),
    };
    let ask = (may && sent.is_none()).then(|| view! { <a href=format!("/jobs/{slug}/ask")>{t.ask_title()}</a> });
    view! {
        <section class="apply-panel" aria-label=t.job_apply()>
            {pay.map(|pay| view! { <p class="apply-panel__pay">{pay.text()}</p> })}
            {action}
            {ask}
            {closes_on.map(|day| view! { <p class="muted">{t.job_closes_on()} " " <DayThere day/></p> })}
        </section>
    }
}

#[component]
fn CompanyCard(company: JobCompany) -> impl IntoView {
    let t = t();
    let size =
        if company.size.is_empty() { String::new() } else { t.company_edit_people(company.size.replace('-', "–")) };
    let facts = [company.city, company.country, size];
    let facts: Vec<String> = facts.into_iter().filter(|f| !f.is_empty()).collect();
    view! {
        <section class="company-card">
            <div class="cluster">
                <Logo name=company.name.clone() file=company.logo/>
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
            <section class="section">
                <div class="section__head">
                    <h2>{t().job_similar()}</h2>
                    <a href=format!("/jobs?category={category}")>{t().job_similar_all()}</a>
                </div>
                <JobRows jobs/>
            </section>
        }
    })
}
