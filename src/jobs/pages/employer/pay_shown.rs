//! Pay as readers will see it, while it is typed.

use leptos::prelude::*;

use crate::{
    jobs::{Pay, PostingForm},
    l10n::t,
};

/// The fields of pay, and what they come to.
#[component]
pub fn PayShown(
    /// As it is stored.
    form: PostingForm,
    children: Children,
) -> impl IntoView {
    let pay = RwSignal::new(form.pay_typed());
    #[cfg(not(feature = "ssr"))]
    Effect::new(move || pay.set(browser::typed().pay_typed()));
    let change = move || {
        #[cfg(not(feature = "ssr"))]
        pay.set(browser::typed().pay_typed());
    };
    let shown = move || pay.get().map(|pay: Pay| view! { {t().posting_pay_shown()} " " <strong>{pay.text()}</strong> });
    view! {
        <fieldset class="fieldset" on:input=move |_| change() on:change=move |_| change()>
            {children()}
            <p class="pay-shown">{shown}</p>
        </fieldset>
    }
}

#[cfg(not(feature = "ssr"))]
mod browser {
    use leptos::{prelude::document, wasm_bindgen::JsCast};
    use web_sys::{HtmlInputElement, HtmlSelectElement};

    use crate::jobs::PostingForm;

    /// What the fields of pay hold.
    pub fn typed() -> PostingForm {
        PostingForm {
            pay_min: value("pay_min"),
            pay_max: value("pay_max"),
            currency: value("currency"),
            pay_period: value("pay_period"),
            ..Default::default()
        }
    }

    fn value(name: &str) -> String {
        let Some(field) = document().get_element_by_id(&format!("field-{name}")) else { return String::new() };
        match field.dyn_into::<HtmlInputElement>() {
            Ok(input) => input.value(),
            Err(field) => field.dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default(),
        }
    }
}
