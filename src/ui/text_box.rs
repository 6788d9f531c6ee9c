//! The one `<textarea>` there is.

use leptos::{ev, html, prelude::*};

/// A text area. It has a prop for everything that it needs: attributes and events that are spread onto a component keep
/// their old closures when it is re-rendered in place (leptos 0.8.23), and those read disposed signals.
#[component]
pub fn TextBox(
    /// What it begins with.
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
    /// Gets the whole text at each input.
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

/// A text as the child of a text area. tachys 0.2.19 writes that child unescaped on the server and leaves it alone in
/// hydration; the browser makes a text node of it. An HTML parser drops a text area's first line end, so one is put
/// before, and it normalizes CR, which is escaped.
fn content(text: String) -> String {
    #[cfg(feature = "ssr")]
    let text = format!("\n{}", text.replace('&', "&amp;").replace('<', "&lt;").replace('\r', "&#13;"));
    text
}

#[cfg(test)]
mod tests {
    use scraper::{Html, Selector};

    use super::*;

    /// Texts that change when a page contains them unescaped.
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
