use leptos::prelude::*;

use super::search_bar::{FORM, submit_search};
use crate::{
    jobs::{CURRENCIES, Category, EmploymentType, JobQuery, POSTED_WITHIN, TEXT_LENGTH, Workplace},
    l10n::{arg, format, t},
    ui::{Choice, Icon, IconName},
};

/// The filters beside the list, controls of the search form. Hydrated, a change submits it at once.
#[component]
pub(super) fn JobFilters(#[prop(into)] query: Signal<JobQuery>) -> impl IntoView {
    let t = t();
    let count = move || query.with(|q| crate::l10n::t().jobs_filters(q.filter_count() as i64));
    let shown = query.get_untracked();
    view! {
        <details class="filters">
            <summary class="button">{count}</summary>
            <div class="filters__body" on:change=move |_| submit_search()>
                <CheckboxFilter name="workplace" legend=t.jobs_workplace() choices=Workplace::choices() shown=shown.clone()/>
                <CheckboxFilter name="type" legend=t.jobs_type() choices=EmploymentType::choices() shown=shown.clone()/>
                <PayFilter query/>
                <PostedFilter chosen=shown.posted_within/>
                <CheckboxFilter name="category" legend=t.jobs_category() choices=Category::choices() shown=shown.clone()/>
                <input type="hidden" name="sort" form=FORM value=shown.value_of("sort")/>
                <div class="form__actions">
                    <button type="submit" class="button" form=FORM>{t.jobs_apply_filters()}</button>
                </div>
            </div>
        </details>
    }
}

#[component]
fn CheckboxFilter(name: &'static str, legend: String, choices: Vec<Choice>, shown: JobQuery) -> impl IntoView {
    let choices = choices.into_iter().map(|(value, label)| {
        let checked = shown.ticks(name, &value);
        view! {
            <label class="choice">
                <input type="checkbox" name=name value=value checked=checked form=FORM/>
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <fieldset class="fieldset">
            <legend>{legend}</legend>
            <div class="choices">{choices.collect_view()}</div>
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
            t.jobs_chip_pay(arg::Amount(amount), arg::Sign(format::currency_sign(query.currency())))
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
