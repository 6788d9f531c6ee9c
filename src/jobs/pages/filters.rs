use leptos::{
    ev::{FocusEvent, KeyboardEvent, MouseEvent},
    html::Details,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{HtmlElement, Node},
};

use super::search_bar::{FORM, submit_search};
use crate::{
    jobs::{CURRENCIES, Category, EmploymentType, JobQuery, POSTED_WITHIN, TEXT_LENGTH, Workplace},
    l10n::{arg, format, t},
    ui::{Choice, Icon, IconName},
};

/// So many choices of a filter are shown at once; more are folded.
const SHOWN_CHOICES: usize = 6;

/// How many postings the search has found, once it is known.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Found {
    pub total: i64,
    /// Whether there are more.
    pub has_more: bool,
}

/// The filters beside the list, controls of the search form; where there is no room for them, a sheet that opens over
/// the page. Hydrated, a change submits the form at once.
#[component]
pub(super) fn JobFilters(
    #[prop(into)] query: Signal<JobQuery>,
    found: RwSignal<Option<Found>>,
    /// Set to whether the sheet covers the page.
    covered: RwSignal<bool>,
) -> impl IntoView {
    let t = t();
    let sheet = NodeRef::<Details>::new();
    let count = move || query.with(|q| crate::l10n::t().jobs_filters(q.filter_count() as i64));
    let shown = query.get_untracked();
    let on_escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && covered.get_untracked() {
            close(sheet);
        }
    };
    view! {
        <details
            class="filters"
            node_ref=sheet
            on:toggle:target=move |event| covered.set(event.target().open() && is_sheet())
            on:keydown=on_escape
            on:focusout=move |event| keep_focus(&event, sheet, covered)
        >
            <summary class="button"><span>{count}</span> <Icon name=IconName::Close/></summary>
            <div class="filters__sheet">
                <div class="filters__body" on:change=move |_| submit_search()>
                    <CheckboxFilter name="workplace" legend=t.jobs_workplace() choices=Workplace::choices() shown=shown.clone()/>
                    <CheckboxFilter name="type" legend=t.jobs_type() choices=EmploymentType::choices() shown=shown.clone()/>
                    <PayFilter query/>
                    <PostedFilter chosen=shown.posted_within/>
                    <CheckboxFilter name="category" legend=t.jobs_category() choices=Category::choices() shown=shown.clone()/>
                    <input type="hidden" name="sort" form=FORM value=shown.value_of("sort")/>
                </div>
                <SheetFoot query found sheet/>
            </div>
        </details>
    }
}

/// The ways out of the sheet. Without scripts its button is what searches, wherever the filters stand.
#[component]
fn SheetFoot(query: Signal<JobQuery>, found: RwSignal<Option<Found>>, sheet: NodeRef<Details>) -> impl IntoView {
    let t = t();
    let label = move || match found.get() {
        Some(Found { total, has_more: false }) => {
            crate::l10n::t().jobs_show(arg::Count(total), arg::Shown(format::number(total)))
        }
        Some(Found { total, .. }) => crate::l10n::t().jobs_show_more(format::number(total)),
        None => crate::l10n::t().jobs_apply_filters(),
    };
    let show = move |click: MouseEvent| {
        if found.with_untracked(Option::is_some) {
            click.prevent_default();
            close(sheet);
        }
    };
    view! {
        <div class="filters__foot">
            <a class="button button--quiet" href=move || query.with(JobQuery::cleared_href) data-noscroll="">{t.jobs_clear_filters()}</a>
            <button type="submit" class="button button--primary" form=FORM on:click=show>{label}</button>
        </div>
    }
}

/// Whether the filters open over the page, as style/pages/jobs.css has it.
fn is_sheet() -> bool {
    #[cfg(feature = "ssr")]
    return false;
    #[cfg(not(feature = "ssr"))]
    window().match_media("(width < 900px)").ok().flatten().is_some_and(|narrow| narrow.matches())
}

fn close(sheet: NodeRef<Details>) {
    let Some(sheet) = sheet.get_untracked() else { return };
    sheet.set_open(false);
    if let Some(summary) = sheet.query_selector("summary").ok().flatten() {
        _ = summary.unchecked_into::<HtmlElement>().focus();
    }
}

/// While the sheet covers the page the focus stays in it.
fn keep_focus(event: &FocusEvent, sheet: NodeRef<Details>, covered: RwSignal<bool>) {
    let (Some(sheet), true) = (sheet.get_untracked(), covered.get_untracked()) else { return };
    let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
    if to.is_some()
        && !sheet.contains(to.as_ref())
        && let Some(summary) = sheet.query_selector("summary").ok().flatten()
    {
        _ = summary.unchecked_into::<HtmlElement>().focus();
    }
}

#[component]
fn CheckboxFilter(name: &'static str, legend: String, choices: Vec<Choice>, shown: JobQuery) -> impl IntoView {
    let (count, mut choices) = (choices.len(), choices);
    let folded = choices.split_off(count.min(SHOWN_CHOICES));
    let unfolded = folded.iter().any(|(value, _)| shown.ticks(name, value));
    let list = move |choices: Vec<Choice>| {
        let choices = choices.into_iter().map(|(value, label)| {
            let checked = shown.ticks(name, &value);
            view! {
                <label class="choice">
                    <input type="checkbox" name=name value=value checked=checked form=FORM/>
                    <span>{label}</span>
                </label>
            }
        });
        view! { <div class="choices">{choices.collect_view()}</div> }
    };
    let more = (!folded.is_empty()).then(|| {
        view! {
            <details class="filters__more" open=unfolded>
                <summary>
                    <span class="filters__all">{t().jobs_filter_all(count as i64)}</span>
                    <span class="filters__fewer">{t().jobs_filter_fewer()}</span>
                </summary>
                {list(folded)}
            </details>
        }
    });
    view! {
        <fieldset class="fieldset">
            <legend>{legend}</legend>
            {list(choices)}
            {more}
        </fieldset>
    }
}

#[component]
fn PayFilter(query: Signal<JobQuery>) -> impl IntoView {
    let t = t();
    let shown = query.get_untracked();
    let problem = Memo::new(move |_| query.with(JobQuery::pay_problem));
    let error = move || {
        problem.get().map(|problem| {
            let text = problem.text();
            view! { <p class="field__error" id="filter-pay-error" role="alert"><Icon name=IconName::Alert/> <span>{text}</span></p> }
        })
    };
    let currency = shown.currency();
    let currencies = CURRENCIES.map(|code| view! { <option value=code selected=code == currency>{code}</option> });
    view! {
        <fieldset class="fieldset">
            <legend>{t.jobs_pay()}</legend>
            <div class="filters__pay">
                <input class="field__input" inputmode="numeric" name="pay" maxlength=TEXT_LENGTH form=FORM
                    value=shown.value_of("pay") aria-label=t.jobs_pay_least()
                    aria-invalid=move || problem.with(|problem| problem.as_ref().map(|_| "true"))
                    aria-describedby="filter-pay-error"/>
                <select class="field__input" name="currency" form=FORM aria-label=t.jobs_currency()>{currencies}</select>
            </div>
            {error}
            <label class="choice">
                <input type="checkbox" name="unpaid" value="hide" checked=shown.hide_unpaid form=FORM/>
                <span>{t.jobs_hide_unpaid()}</span>
            </label>
        </fieldset>
    }
}

#[component]
fn PostedFilter(chosen: Option<i64>) -> impl IntoView {
    let t = t();
    let days = POSTED_WITHIN.map(|days| {
        view! { <option value=days.to_string() selected=chosen == Some(days)>{t.jobs_within_days(days)}</option> }
    });
    view! {
        <div class="field">
            <label class="field__label" for="filter-posted">{t.jobs_posted()}</label>
            <select class="field__input" id="filter-posted" name="posted" form=FORM>
                <option value="">{t.jobs_any_time()}</option>
                {days}
            </select>
        </div>
    }
}

/// What a filter's chip says.
fn chip_label(query: &JobQuery, name: &str, value: &str) -> String {
    let t = t();
    match name {
        "category" => value.parse().map(Category::label).unwrap_or_default(),
        "type" => value.parse().map(EmploymentType::label).unwrap_or_default(),
        "workplace" => value.parse().map(Workplace::label).unwrap_or_default(),
        "pay" => {
            let amount = format::amount(query.least_pay.unwrap_or_default());
            t.jobs_chip_pay(format::money(&amount, query.currency()))
        }
        "unpaid" => t.jobs_hide_unpaid(),
        "posted" => t.jobs_within_days(query.posted_within.unwrap_or_default()),
        _ => t.jobs_chip_words(value),
    }
}

/// The active filters; each is a link that removes it.
#[component]
pub(super) fn FilterChips(query: JobQuery) -> impl IntoView {
    let filters = query.filters();
    let all = (filters.len() > 1).then(|| view! { <li><a href="/jobs" data-noscroll="">{t().jobs_clear()}</a></li> });
    let chip = |(name, value): &(&'static str, String)| {
        view! {
            <li>
                <a class="chip" href=query.without_href(name, value) data-noscroll="">
                    <span class="visually-hidden">{t().jobs_remove_filter()}</span>
                    " "
                    {chip_label(&query, name, value)}
                    <span class="chip__remove"><Icon name=IconName::Close/></span>
                </a>
            </li>
        }
    };
    (!filters.is_empty()).then(|| view! { <ul class="chips">{filters.iter().map(chip).collect_view()} {all}</ul> })
}
