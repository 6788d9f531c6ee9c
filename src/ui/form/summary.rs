//! What went wrong with a form as a whole.

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

use super::{action::FormAction, state::FormState};
use crate::{error::AppError, l10n::t};

/// What went wrong with a server function whose forms show no errors themselves: one of many in a list.
#[component]
pub fn ActionError(action: FormAction) -> impl IntoView {
    summary(action.state())
}

/// What is wrong with the form as a whole, with a link to each field when there are several.
pub(super) fn summary(state: FormState) -> impl IntoView {
    move || {
        let error = state.error.get()?;
        let links = match &error {
            AppError::Fields(all) if all.len() > 1 => all
                .iter()
                .map(|e| {
                    let label = state.label_of(&e.field);
                    let joint = if label.is_empty() { "" } else { ": " };
                    view! { <li><a href=format!("#field-{}", e.field)>{label} {joint} {e.problem.text()}</a></li> }
                })
                .collect_view()
                .into_any(),
            AppError::Fields(_) => return None,
            _ => ().into_any(),
        };
        Some(view! {
            <div class="form__summary" role="alert" tabindex="-1" autofocus=true>
                <p>{error.text()}</p>
                <LoginElsewhere error=error.clone()/>
                <ul>{links}</ul>
            </div>
        })
    }
}

/// Moves the focus to what is wrong, which also scrolls there.
pub(super) fn focus_error() {
    let found = document().query_selector(r#".form__summary, [aria-invalid="true"], .field--invalid input"#);
    if let Some(element) = found.ok().flatten().and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        _ = element.focus();
    }
}

/// The way to go on when the session has ended while a form was filled in.
#[component]
pub fn LoginElsewhere(error: AppError) -> impl IntoView {
    (error == AppError::Unauthorized).then(|| {
        view! {
            <p>
                <a href="/login" target="_blank">{t().form_login_elsewhere()}</a>
                ". "
                {t().form_login_then()}
            </p>
        }
    })
}
