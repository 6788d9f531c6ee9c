//! What helps to write a description: buttons for what Markdown can, and a paste that keeps headings and lists.

use leptos::prelude::*;

use crate::l10n::t;

/// What a button does with what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tool {
    Bold,
    Heading,
    List,
    Link,
}

/// The field, below buttons that write Markdown into it. Without a script it is the field alone.
#[component]
pub fn WritingTools(
    /// The name of the text area among the children.
    field: &'static str,
    children: Children,
) -> impl IntoView {
    let t = t();
    let button = |tool: Tool, sign: &'static str, label: String| {
        let name = label.clone();
        view! {
            <button type="button" class="writing__tool" class:writing__tool--bold=tool == Tool::Bold title=label aria-label=name on:click=move |_| press(field, tool)>
                <span aria-hidden="true">{sign}</span>
            </button>
        }
    };
    view! {
        <div class="writing" on:paste=move |event| paste(field, &event)>
            <div class="writing__tools" role="group" aria-label=t.writing_tools()>
                {button(Tool::Bold, "B", t.writing_bold())}
                {button(Tool::Heading, "H", t.writing_heading())}
                {button(Tool::List, "•", t.writing_list())}
                {button(Tool::Link, "↗", t.writing_link())}
            </div>
            {children()}
        </div>
    }
}

/// A text in place of another, of which these characters are selected then.
#[cfg(any(test, not(feature = "ssr")))]
#[derive(Debug, PartialEq, Eq)]
struct Replacement {
    text: String,
    select: std::ops::Range<usize>,
}

#[cfg(any(test, not(feature = "ssr")))]
impl Tool {
    /// Whether it changes whole lines.
    #[cfg(not(feature = "ssr"))]
    fn is_of_lines(self) -> bool {
        matches!(self, Self::Heading | Self::List)
    }

    /// What takes the place of what is selected, or of the lines that it is in; pressed again it is as before.
    /// `example` is written where nothing is selected.
    fn replace(self, selected: &str, example: &str) -> Replacement {
        match self {
            Self::Bold => match selected.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")) {
                Some(plain) if !plain.is_empty() => whole(plain.to_string()),
                _ => {
                    let words = if selected.is_empty() { example } else { selected };
                    let length = words.encode_utf16().count();
                    Replacement { text: format!("**{words}**"), select: 2..2 + length }
                }
            },
            Self::Link => {
                let words = if selected.is_empty() { example } else { selected };
                let start = words.encode_utf16().count() + 3;
                let address = "https://";
                Replacement { text: format!("[{words}]({address})"), select: start..start + address.len() }
            }
            Self::Heading => whole(lines(selected, "## ")),
            Self::List => whole(lines(selected, "- ")),
        }
    }
}

#[cfg(any(test, not(feature = "ssr")))]
fn whole(text: String) -> Replacement {
    let end = text.encode_utf16().count();
    Replacement { text, select: 0..end }
}

/// Lines that begin so, or, where they do, do not any more.
#[cfg(any(test, not(feature = "ssr")))]
fn lines(text: &str, begin: &str) -> String {
    let all = text.split('\n').filter(|line| !line.trim().is_empty()).all(|line| line.starts_with(begin));
    let undo = all && !text.trim().is_empty();
    let line = |line: &str| match undo {
        true => line.strip_prefix(begin).unwrap_or(line).to_string(),
        false if line.trim().is_empty() && text.contains('\n') => line.to_string(),
        false => format!("{begin}{}", line.trim_start_matches(['#', '-', ' '])),
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers have a field"))]
fn press(field: &'static str, tool: Tool) {
    #[cfg(not(feature = "ssr"))]
    browser::press(field, tool);
}

#[cfg_attr(feature = "ssr", expect(unused_variables, reason = "only browsers have a clipboard"))]
fn paste(field: &'static str, event: &leptos::web_sys::Event) {
    #[cfg(not(feature = "ssr"))]
    browser::paste(field, event);
}

#[cfg(not(feature = "ssr"))]
mod browser {
    use js_sys::Reflect;
    use leptos::{
        prelude::document,
        wasm_bindgen::{JsCast, JsValue},
    };
    use web_sys::{DataTransfer, Element, Event, EventInit, HtmlTextAreaElement, Node};

    use super::{
        super::rich_text::{Rich, markdown},
        Tool,
    };
    use crate::l10n::t;

    const LINE_END: u16 = b'\n' as u16;

    fn field_of(name: &str) -> Option<HtmlTextAreaElement> {
        document().get_element_by_id(&format!("field-{name}"))?.dyn_into().ok()
    }

    pub fn press(name: &str, tool: Tool) {
        let Some(field) = field_of(name) else { return };
        let text: Vec<u16> = field.value().encode_utf16().collect();
        let at =
            |end: Result<Option<u32>, JsValue>| end.ok().flatten().map_or(text.len(), |at| at as usize).min(text.len());
        let (mut start, mut end) = (at(field.selection_start()), at(field.selection_end()));
        if tool.is_of_lines() {
            start = text[..start].iter().rposition(|c| *c == LINE_END).map_or(0, |at| at + 1);
            end += text[end..].iter().position(|c| *c == LINE_END).unwrap_or(text.len() - end);
        }
        let example = match tool {
            Tool::Link => t().writing_link_example(),
            _ => t().writing_bold_example(),
        };
        let new = tool.replace(&String::from_utf16_lossy(&text[start..end]), &example);
        put(&field, &new.text, start, end);
        let (from, to) = (start + new.select.start, start + new.select.end);
        _ = field.set_selection_range(from as u32, to as u32);
    }

    /// Writes into the field as somebody who types does, so that it can be undone with the keys for that.
    fn put(field: &HtmlTextAreaElement, text: &str, start: usize, end: usize) {
        _ = field.focus();
        _ = field.set_selection_range(start as u32, end as u32);
        let typed = Reflect::get(&document(), &"execCommand".into()).ok().and_then(|command| {
            let command: js_sys::Function = command.dyn_into().ok()?;
            command.call3(&document(), &"insertText".into(), &false.into(), &text.into()).ok()?.as_bool()
        });
        if typed != Some(true) {
            _ = field.set_range_text_with_start_and_end(text, start as u32, end as u32);
            let init = EventInit::new();
            init.set_bubbles(true);
            _ = Event::new_with_event_init_dict("input", &init).map(|event| field.dispatch_event(&event));
        }
    }

    /// Text from a web page or a word processor keeps its headings, lists, links and bold words.
    pub fn paste(name: &str, event: &Event) {
        let Some(field) = field_of(name) else { return };
        let data =
            Reflect::get(event, &"clipboardData".into()).ok().and_then(|data| data.dyn_into::<DataTransfer>().ok());
        let Some(data) = data else { return };
        let html = data.get_data("text/html").unwrap_or_default();
        if html.is_empty() {
            return;
        }
        let text = read(&html).map(|pieces| markdown(&pieces)).unwrap_or_default();
        let is_plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = data.get_data("text/plain").unwrap_or_default();
        // What has no form is pasted as it is.
        if text.is_empty() || is_plain(&text) == is_plain(&plain) && !text.contains('\n') {
            return;
        }
        event.prevent_default();
        let at = |end: Result<Option<u32>, JsValue>| end.ok().flatten().unwrap_or_default() as usize;
        let (start, end) = (at(field.selection_start()), at(field.selection_end()));
        put(&field, &text, start, end);
    }

    /// The pieces of a page, in a document of its own: nothing of it is loaded or run.
    fn read(html: &str) -> Option<Vec<Rich>> {
        let parser = Reflect::get(&leptos::prelude::window(), &"DOMParser".into()).ok()?;
        let parser: js_sys::Function = parser.dyn_into().ok()?;
        let parser = Reflect::construct(&parser, &js_sys::Array::new()).ok()?;
        let parse: js_sys::Function = Reflect::get(&parser, &"parseFromString".into()).ok()?.dyn_into().ok()?;
        let page = parse.call2(&parser, &html.into(), &"text/html".into()).ok()?;
        let body: Node = Reflect::get(&page, &"body".into()).ok()?.dyn_into().ok()?;
        Some(children(&body, 0))
    }

    /// So deep nobody writes.
    const MAX_DEPTH: usize = 60;

    fn children(node: &Node, depth: usize) -> Vec<Rich> {
        let mut pieces = Vec::new();
        let mut next = node.first_child().filter(|_| depth < MAX_DEPTH);
        while let Some(node) = next {
            next = node.next_sibling();
            if let Some(element) = node.dyn_ref::<Element>() {
                let attr = |name: &str| element.get_attribute(name).unwrap_or_default();
                pieces.push(Rich::Element {
                    tag: element.tag_name().to_lowercase(),
                    style: attr("style"),
                    href: attr("href"),
                    children: children(&node, depth + 1),
                });
            } else if node.node_type() == Node::TEXT_NODE {
                pieces.push(Rich::Text(node.text_content().unwrap_or_default()));
            }
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::{Tool, lines};

    #[test]
    fn a_button_pressed_twice_changes_nothing() {
        for (tool, text, written) in [
            (Tool::Bold, "roses", "**roses**"),
            (Tool::Heading, "You plant", "## You plant"),
            (Tool::List, "roses\n\ntrees", "- roses\n\n- trees"),
        ] {
            assert_eq!(tool.replace(text, "").text, written);
            assert_eq!(tool.replace(written, "").text, text);
        }
        assert_eq!(lines("- one\ntwo", "- "), "- one\n- two");
        assert_eq!(lines("- one", "## "), "## one");
        assert_eq!(lines("", "- "), "- ");
    }

    #[test]
    fn what_one_types_next_is_selected() {
        let bold = Tool::Bold.replace("", "fett ü");
        assert_eq!((bold.text.as_str(), bold.select), ("**fett ü**", 2..8));
        let link = Tool::Link.replace("us", "x");
        assert_eq!((link.text.as_str(), link.select), ("[us](https://)", 5..13));
    }
}
