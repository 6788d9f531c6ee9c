use leptos::prelude::*;

use crate::{
    companies::{Company, api::LoadCompany},
    jobs::{JobCard, JobRows, jobs_count},
    l10n::t,
    paging::Page,
    text::with_query,
    ui::{Empty, Fact, Load, Logo, PageMeta, PagedList, Prose, query_params, slug_param},
};

/// `/companies/{slug}`: who they are, and what they have open.
#[component]
pub fn CompanyPage() -> impl IntoView {
    let (slug, cursor) = (slug_param(), query_params(|get| (get("after"), get("before"))));
    let ask = move || {
        let (after, before) = cursor.get();
        LoadCompany { slug: slug(), after, before }
    };
    view! { <Load ask view=|company| view! { <CompanyProfile company/> }.into_any()/> }
}

#[component]
fn CompanyProfile(company: Company) -> impl IntoView {
    let t = t();
    let path = format!("/companies/{}", company.slug);
    let place = [company.city, company.country].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ");
    let description = match company.excerpt.is_empty() {
        true => format!("{} · {}", company.name, jobs_count(company.open_postings)),
        false => company.excerpt,
    };
    let about = match company.html.trim().is_empty() {
        true => view! { <p class="muted">{t.company_no_about()}</p> }.into_any(),
        false => view! { <Prose html=company.html/> }.into_any(),
    };
    view! {
        <PageMeta title=company.name.clone() description canonical=path.clone()/>
        <header class="posting__head">
            <Logo name=company.name.clone() file=company.logo large=true/>
            <h1 dir="auto">{company.name}</h1>
            <p class="muted">{jobs_count(company.open_postings)}</p>
        </header>
        <div class="split">
            <div class="split__main">
                <section class="section">
                    <div class="section__head"><h2>{t.company_about()}</h2></div>
                    {about}
                </section>
                <section class="section">
                    <div class="section__head"><h2>{t.company_jobs()}</h2></div>
                    <CompanyJobs page=company.jobs path/>
                </section>
            </div>
            <aside class="split__aside">
                <CompanyFacts site=company.site place size=company.size/>
            </aside>
        </div>
    }
}

#[component]
fn CompanyJobs(page: Page<JobCard>, path: String) -> impl IntoView {
    view! {
        <PagedList
            page
            empty=|| view! { <Empty title=t().company_no_jobs_title() text=t().company_no_jobs_text()/> }.into_any()
            rows=|jobs| view! { <JobRows jobs/> }.into_any()
            href=move |side, key| with_query(&path, &[(side, key)])
        />
    }
}

#[component]
fn CompanyFacts(site: String, place: String, size: String) -> impl IntoView {
    let t = t();
    // Only these schemes make a link, whatever was stored.
    let web = site.starts_with("https://") || site.starts_with("http://");
    let site = (web && !site.is_empty()).then(|| {
        let name = site.split_once("://").map_or("", |(_, name)| name).trim_end_matches('/').to_string();
        view! { <div><dt>{t.company_site()}</dt><dd><a href=site rel="nofollow noopener" dir="auto">{name}</a></dd></div> }
    });
    let size = if size.is_empty() { size } else { t.company_edit_people(size.replace('-', "–")) };
    let any = site.is_some() || !place.is_empty() || !size.is_empty();
    any.then(|| {
        view! {
            <section class="company-card" aria-label=t.company_facts()>
                <dl class="facts">
                    {site}
                    <Fact name=t.company_place() value=place/>
                    <Fact name=t.company_size() value=size/>
                </dl>
            </section>
        }
    })
}
