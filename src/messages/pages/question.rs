use leptos::prelude::*;

use crate::{
    l10n::{arg, t},
    messages::{
        MAX_TEXT, Question,
        api::{AskCompany, LoadQuestion},
    },
    ui::{
        FormAction, LinkButton, Load, PageHead, PageMeta, ServerForm, Submit, TextArea, Unsent, kept_text, slug_param,
    },
};

/// `/jobs/:slug/ask`: a question about a posting, before applying.
#[component]
pub fn AskPage() -> impl IntoView {
    let slug = slug_param();
    let send = FormAction::to::<AskCompany>();
    view! {
        <Load
            ask=move || LoadQuestion { slug: slug() }
            view=move |question| view! { <Shown question send slug=slug()/> }.into_any()
        />
    }
}

#[component]
fn Shown(question: Question, send: FormAction, slug: String) -> impl IntoView {
    let t = t();
    let Question { title, company, open, conversation, next_id } = question;
    let posting = format!("/jobs/{slug}");
    let lead =
        if conversation.is_none() { t.ask_lead(arg::Company(company), arg::Title(&title)) } else { String::new() };
    let form = match (conversation, open) {
        (Some(id), _) => view! {
            <div class="notice stack">
                <p>{t.ask_there()}</p>
                <LinkButton href=format!("/messages/{id}") label=t.ask_go_on()/>
            </div>
            <Unsent/>
        }
        .into_any(),
        (None, false) => {
            view! { <p class="notice">{t.ask_closed()}</p> <Unsent draft=kept_text(format!("ask-{slug}"), "text")/> }
                .into_any()
        }
        (None, true) => view! {
            <ServerForm action=send class="form panel" draft=format!("ask-{slug}")>
                <input type="hidden" name="slug" value=slug/>
                <input type="hidden" name="id" value=next_id.to_string()/>
                <TextArea name="text" label=t.conversation_text() rows=6 max=MAX_TEXT/>
                <Submit label=t.ask_send()/>
            </ServerForm>
        }
        .into_any(),
    };
    view! {
        <PageMeta title=t.ask_title() noindex=true/>
        <nav class="crumbs"><a href=posting dir="auto">{title}</a></nav>
        <PageHead title=t.ask_title() lead/>
        {form}
    }
}
