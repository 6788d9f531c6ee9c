use leptos::prelude::*;

use super::{apply::draft_name, sent::ApplicationCards};
use crate::{
    accounts::me,
    applications::{SeekerHome, StageChanged, api::LoadSeekerHome},
    jobs::{HomeSearch, JobCard, JobRows, api::LoadJob},
    l10n::{arg, t},
    live::{Heard, live},
    messages::MessageChanged,
    profiles::FitRow,
    ui::{LinkButton, Load, PageMeta, ask, drafts_under},
};

/// `/` for a seeker: where their applications stand, and what is new for them.
#[component]
pub fn SeekerHomePage() -> impl IntoView {
    let t = t();
    let name = me().map(|me| me.name).unwrap_or_default();
    let again = live().changes(|heard: &Heard| heard.is::<StageChanged>() || heard.is::<MessageChanged>());
    let first = name.split_whitespace().next().unwrap_or_default().to_string();
    view! {
        <PageMeta title=t.home_page_title() description=t.home_lead() canonical="/"/>
        <div class="hero hero--own">
            <h1 dir="auto">{t.home_hello(first)}</h1>
            <HomeSearch/>
        </div>
        <DraftToContinue/>
        <Load ask=|| LoadSeekerHome {} again view=move |home| view! { <SeekerLists home/> }.into_any()/>
    }
}

#[component]
fn SeekerLists(home: SeekerHome) -> impl IntoView {
    let t = t();
    let SeekerHome { sent, fits, chosen, newest } = home;
    let more = t.home_applications_all(sent.active + sent.over);
    let applications = (sent.active + sent.over > 0).then(|| {
        let list = match sent.page.rows.is_empty() {
            true => view! { <p class="muted">{t.applications_none_active()}</p> }.into_any(),
            false => view! { <ApplicationCards rows=sent.page.rows/> }.into_any(),
        };
        view! {
            <section class="section">
                <div class="section__head"><h2>{t.home_applications()}</h2> <a href="/applications">{more}</a></div>
                {list}
            </section>
        }
    });
    let for_you = match (chosen, fits.is_empty()) {
        (true, false) => {
            let rows = fits.into_iter().map(|fit| view! { <FitRow fit/> }).collect_view();
            view! {
                <section class="section">
                    <div class="section__head"><h2>{t.home_for_you()}</h2> <a href="/jobs/for-me">{t.home_for_you_all()}</a></div>
                    <ul class="job-rows">{rows}</ul>
                </section>
            }
            .into_any()
        }
        (chosen, _) => view! { <NewestJobs newest chosen/> }.into_any(),
    };
    view! {
        {applications}
        {for_you}
    }
}

/// What is new where nothing is known of what somebody looks for, or nothing fits it.
#[component]
fn NewestJobs(newest: Vec<JobCard>, chosen: bool) -> impl IntoView {
    let t = t();
    let tell = (!chosen).then(|| {
        view! {
            <div class="notice notice--info cluster">
                <span>{t.home_tell()}</span>
                <LinkButton href="/profile#preferences" label=t.for_me_tell() class="button button--small"/>
            </div>
        }
    });
    view! {
        <section class="section">
            <div class="section__head"><h2>{t.home_newest()}</h2> <a href="/jobs">{t.home_all_jobs()}</a></div>
            {tell}
            <JobRows jobs=newest/>
        </section>
    }
}

/// The application that somebody has begun to write in this browser, and not sent.
#[component]
fn DraftToContinue() -> impl IntoView {
    let found = RwSignal::new(None::<JobCard>);
    Effect::new(move || {
        let Some(slug) = drafts_under(&draft_name("")).into_iter().next() else { return };
        leptos::task::spawn_local(async move {
            let job = ask(LoadJob { slug }).await.ok().filter(|job| job.open && job.sent.is_none());
            _ = found.try_set(job.map(|job| job.card));
        });
    });
    move || {
        found.get().map(|card| {
            let about = t().home_draft(arg::Title(&card.title), arg::Company(&card.company));
            view! {
                <div class="notice notice--waiting cluster">
                    <span>{about}</span>
                    <LinkButton href=format!("/jobs/{}/apply", card.slug) label=t().home_continue() class="button button--small"/>
                </div>
            }
        })
    }
}
