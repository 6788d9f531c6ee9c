//! The controls of forms in the DOM: what they hold, and whether that differs from what they were rendered with.

use leptos::wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventInit, HtmlFormElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement,
    HtmlTextAreaElement, NodeList,
};

/// Something that a person fills in.
#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    /// A line of text, a number, a date …
    Line(HtmlInputElement),
    Text(HtmlTextAreaElement),
    /// A checkbox or radio button.
    Box(HtmlInputElement),
    File(HtmlInputElement),
    Choice(HtmlSelectElement),
}

/// What a control holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    Text(String),
    Ticked(bool),
}

const SELECTOR: &str = "input, textarea, select";

impl Control {
    /// None for buttons, hidden fields and read-only text areas, which nobody fills in.
    pub fn of(element: Element) -> Option<Self> {
        if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
            return (!area.read_only()).then(|| Self::Text(area.clone()));
        }
        if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
            return Some(Self::Choice(select.clone()));
        }
        let input = element.dyn_into::<HtmlInputElement>().ok()?;
        match input.type_().as_str() {
            "hidden" | "submit" | "button" | "reset" | "image" => None,
            "checkbox" | "radio" => Some(Self::Box(input)),
            "file" => Some(Self::File(input)),
            _ => Some(Self::Line(input)),
        }
    }

    /// Every control of the page.
    pub fn all() -> Vec<Self> {
        leptos::prelude::document().query_selector_all(SELECTOR).map(Self::each).unwrap_or_default()
    }

    /// The controls of a form.
    pub fn all_in(form: &HtmlFormElement) -> Vec<Self> {
        form.query_selector_all(SELECTOR).map(Self::each).unwrap_or_default()
    }

    fn each(found: NodeList) -> Vec<Self> {
        (0..found.length()).filter_map(|i| Self::of(found.item(i)?.dyn_into().ok()?)).collect()
    }

    pub fn name(&self) -> String {
        match self {
            Self::Line(input) | Self::Box(input) | Self::File(input) => input.name(),
            Self::Text(area) => area.name(),
            Self::Choice(select) => select.name(),
        }
    }

    /// Whether it must not be saved.
    pub fn is_secret(&self) -> bool {
        matches!(self, Self::Line(input) if input.type_() == "password") || matches!(self, Self::File(_))
    }

    /// The `value` of a checkbox or radio button.
    pub fn box_value(&self) -> Option<String> {
        if let Self::Box(input) = self { Some(input.value()) } else { None }
    }

    pub fn held(&self) -> Held {
        match self {
            Self::Line(input) | Self::File(input) => Held::Text(input.value()),
            Self::Text(area) => Held::Text(area.value()),
            Self::Box(input) => Held::Ticked(input.checked()),
            Self::Choice(select) => Held::Text(select.value()),
        }
    }

    /// What it was rendered with.
    fn default_held(&self) -> Held {
        match self {
            Self::Line(input) => Held::Text(input.default_value()),
            // A text area's value has its line ends normalized to LF.
            Self::Text(area) => {
                let text = area.default_value().unwrap_or_default();
                Held::Text(text.replace("\r\n", "\n").replace('\r', "\n"))
            }
            Self::Box(input) => Held::Ticked(input.default_checked()),
            Self::File(_) => Held::Text(String::new()),
            Self::Choice(select) => {
                let options = options(select);
                let chosen = options.iter().rev().find(|o| o.default_selected()).or(options.first());
                Held::Text(chosen.map(HtmlOptionElement::value).unwrap_or_default())
            }
        }
    }

    /// Whether somebody has changed it since it was rendered.
    pub fn is_changed(&self) -> bool {
        self.held() != self.default_held()
    }

    /// Fills it in. A file cannot be.
    pub fn fill(&self, held: &Held) {
        match (self, held) {
            (Self::Line(input), Held::Text(text)) => input.set_value(text),
            (Self::Text(area), Held::Text(text)) => area.set_value(text),
            (Self::Choice(select), Held::Text(text)) => select.set_value(text),
            (Self::Box(input), Held::Ticked(ticked)) => input.set_checked(*ticked),
            _ => {}
        }
    }

    /// Makes what it held when it was sent its default: it counts as unchanged then.
    pub fn set_default(&self, sent: &Held) {
        match (self, sent) {
            (Self::Line(input), Held::Text(text)) => input.set_default_value(text),
            (Self::Text(area), Held::Text(text)) => {
                let now = area.value();
                _ = area.set_default_value(text);
                area.set_value(&now);
            }
            (Self::Choice(select), Held::Text(text)) => {
                let now = select.value();
                options(select).iter().for_each(|option| option.set_default_selected(option.value() == *text));
                select.set_value(&now);
            }
            (Self::Box(input), Held::Ticked(ticked)) => {
                let now = input.checked();
                input.set_default_checked(*ticked);
                input.set_checked(now);
            }
            _ => {}
        }
    }

    /// Dispatches `input` and `change`, so that listeners see a value that a script has set.
    pub fn dispatch_changed(&self) {
        let element: &Element = match self {
            Self::Line(input) | Self::Box(input) | Self::File(input) => input,
            Self::Text(area) => area,
            Self::Choice(select) => select,
        };
        let init = EventInit::new();
        init.set_bubbles(true);
        for kind in ["input", "change"] {
            if let Ok(event) = Event::new_with_event_init_dict(kind, &init) {
                _ = element.dispatch_event(&event);
            }
        }
    }
}

fn options(select: &HtmlSelectElement) -> Vec<HtmlOptionElement> {
    let options = select.options();
    (0..options.length()).filter_map(|i| options.item(i)?.dyn_into().ok()).collect()
}
