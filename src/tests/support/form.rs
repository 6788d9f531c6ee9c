//! Forms as a page holds them.

use scraper::ElementRef;

use super::{
    answer::{Answer, css},
    client::File,
};

/// A form on a page, with the values it came with.
#[derive(Debug)]
pub struct Form {
    pub(super) page: String,
    pub(super) action: String,
    pub(super) multipart: bool,
    values: Vec<(String, String)>,
    /// Every name that can be sent, files and unchecked boxes too.
    names: Vec<String>,
    hidden: Vec<(String, String)>,
}

impl Form {
    /// The first form of a page that posts to a function (or to a path) and holds these hidden values.
    pub fn find(answer: &Answer, function: &str, with: &[(&str, &str)]) -> Option<Self> {
        let page = answer.page();
        let forms: Vec<Self> = page
            .select(&css("form[method=post]"))
            .map(|form| Self::read(&answer.path, form))
            .filter(|form| {
                let path = form.action.split('?').next().unwrap_or_default();
                path == function || path == format!("/api/{function}")
            })
            .collect();
        let fits = |form: &Self| {
            let contradicts = |(n, v): &(String, String)| with.iter().any(|(wn, wv)| n == wn && v != wv);
            !form.hidden.iter().any(contradicts)
        };
        forms.into_iter().find(fits)
    }

    fn read(page: &str, form: ElementRef<'_>) -> Self {
        let mut found = Self {
            page: page.to_string(),
            action: form.attr("action").unwrap_or(page).to_string(),
            multipart: form.attr("enctype") == Some("multipart/form-data"),
            values: Vec::new(),
            names: Vec::new(),
            hidden: Vec::new(),
        };
        for control in form.select(&css("input[name], textarea[name], select[name], button[name]")) {
            let name = control.attr("name").unwrap_or_default().to_string();
            let value = control.attr("value").unwrap_or_default().to_string();
            found.names.push(name.clone());
            match (control.value().name(), control.attr("type").unwrap_or_default()) {
                ("button", _) | ("input", "file") => {}
                ("input", "checkbox" | "radio") if control.attr("checked").is_none() => {}
                ("input", "hidden") => {
                    found.hidden.push((name.clone(), value.clone()));
                    found.values.push((name, value));
                }
                ("textarea", _) => found.values.push((name, control.text().collect())),
                ("select", _) => {
                    let chosen = control.select(&css("option[selected]")).next();
                    let chosen = chosen.or_else(|| control.select(&css("option")).next());
                    let value = chosen.and_then(|o| o.attr("value")).unwrap_or_default();
                    found.values.push((name, value.to_string()));
                }
                _ => found.values.push((name, value)),
            }
        }
        found
    }

    /// What a field holds.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// What is sent: the values given instead of those the form came with. A field that the form does not have cannot
    /// be filled in.
    pub(super) fn filled(&self, fields: &[(&str, &str)], files: &[File]) -> Vec<(String, String)> {
        for name in fields.iter().map(|(name, _)| *name).chain(files.iter().map(|file| file.field)) {
            assert!(self.names.iter().any(|n| n == name), "the form {} has no field {name}", self.action);
        }
        let kept = self.values.iter().filter(|(name, _)| !fields.iter().any(|(given, _)| given == name)).cloned();
        kept.chain(fields.iter().map(|(n, v)| (n.to_string(), v.to_string()))).collect()
    }
}
