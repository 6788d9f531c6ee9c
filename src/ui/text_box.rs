//! The one `<textarea>` there is.

use leptos::{ev, html, prelude::*};

/// Several lines that somebody writes. What it needs is named, not given to it as to an element: attributes and events
/// that a component passes on are left behind when a page renews itself (leptos 0.8.23), and speak of what is gone.
#[component]
pub fn TextBox(
    /// What stands in it until somebody writes.
    text: String,
    name: &'static str,
    #[prop(into)] id: String,
    #[prop(default = "field__input")] class: &'static str,
    rows: u32,
    #[prop(optional)] required: bool,
    #[prop(optional)] autofocus: bool,
    /// The ids of what describes it.
    #[prop(into, optional)]
    described_by: Signal<Option<String>>,
    #[prop(into, optional)] invalid: Signal<Option<&'static str>>,
    #[prop(optional)] node_ref: NodeRef<html::Textarea>,
    /// Gets what stands in it, each time somebody writes.
    on_input: impl Fn(String) + 'static,
    on_key: impl Fn(ev::KeyboardEvent) + 'static,
) -> impl IntoView {
    view! {
        <textarea
            class=class
            id=id
            name=name
            rows=rows
            dir="auto"
            aria-required=required.then_some("true")
            autofocus=autofocus
            aria-describedby=move || described_by.get()
            aria-invalid=move || invalid.get()
            node_ref=node_ref
            on:input:target=move |ev| on_input(ev.target().value())
            on:keydown=on_key
        >
            {content(text)}
        </textarea>
    }
}

/// A text as the child of a text area. tachys 0.2.19 writes that child into the page as it is and leaves it alone when
/// the browser takes the page over; the browser makes a text node of it. A parser drops the line end that a text area
/// begins with, so one is put before, and reads CR as a line end.
fn content(text: String) -> String {
    #[cfg(feature = "ssr")]
    let text = format!("\n{}", text.replace('&', "&amp;").replace('<', "&lt;").replace('\r', "&#13;"));
    text
}

#[cfg(test)]
mod tests {
    use scraper::{Html, Selector};

    use super::*;

    /// Texts that are no longer what they were when a page writes them as they are.
    pub const NASTY: [&str; 6] = [
        "</textarea><meta http-equiv=refresh content=\"0;url=https://evil.example\"><form action=/api/x>",
        "https://x.example/?id=5&region=de&lt;&amp;lt;&#60;",
        "\n\nfirst lines are empty",
        "one\r\ntwo\rthree",
        "<!-- <script> ]]> </TEXTAREA",
        "",
    ];

    #[test]
    fn a_text_stays_what_it_is() {
        for text in NASTY {
            let html = Owner::new().with(|| {
                view! { <TextBox text=text.to_string() name="x" id="x" rows=2 on_input=|_| {} on_key=|_| {}/> }
                    .to_html()
            });
            let page = Html::parse_document(&html);
            let all: Vec<_> = page.select(&Selector::parse("textarea, meta, form, script").unwrap()).collect();
            assert_eq!(all.len(), 1, "{html}");
            assert_eq!(all[0].attr("name"), Some("x"));
            assert_eq!(all[0].text().collect::<String>(), text, "{html}");
        }
    }
}
