//! The order of the house (who may import whom), read from the sources.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use super::bad_input::MUTATIONS;

/// One source file, by its path below `src`.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The folder that it is in, and what the file is called.
    fn feature(&self) -> &str {
        self.path.split('/').next().unwrap_or_default()
    }

    fn is_layer(&self, layer: &str) -> bool {
        let in_folder = format!("/{layer}/");
        self.path.ends_with(&format!("/{layer}.rs")) || self.path.contains(&in_folder)
    }

    /// The lines of code outside its inline tests, with what they say, comments gone.
    fn code(&self) -> impl Iterator<Item = &str> {
        let code = self.text.split("#[cfg(test)]").next().unwrap_or_default();
        code.lines().map(|line| line.split("//").next().unwrap_or_default())
    }

    /// Paths that are imported or named in full, `crate::a::b` as `a::b`; `{…}` is taken apart.
    fn imports(&self) -> Vec<String> {
        let code: String = self.code().collect::<Vec<_>>().join(" ");
        let mut found = Vec::new();
        for (at, _) in code.match_indices("crate::") {
            let known = code[..at].chars().next_back();
            if !known.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$') {
                expand("", &code[at + "crate::".len()..], &mut found);
            }
        }
        found
    }
}

/// Takes `a::{b, c::d}` apart, and tells what is left behind it.
fn expand<'a>(prefix: &str, text: &'a str, found: &mut Vec<String>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = expand(prefix, rest, found).trim_start();
            match rest.strip_prefix(',') {
                Some(more) => rest = more,
                None => return rest.strip_prefix('}').unwrap_or(rest),
            }
        }
    }
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '*')).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let path = if prefix.is_empty() { name.to_string() } else { format!("{prefix}::{name}") };
    match rest.strip_prefix("::") {
        Some(more) => expand(&path, more, found),
        None => {
            if !name.is_empty() {
                found.push(path);
            }
            rest
        }
    }
}

fn sources() -> Vec<Source> {
    fn walk(root: &Path, folder: &Path, found: &mut Vec<Source>) {
        let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(root, &path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push(Source { path: path.strip_prefix(root).unwrap().to_string_lossy().into_owned(), text });
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &root, &mut found);
    found.retain(|source| !source.path.starts_with("tests/"));
    assert!(found.len() > 50, "the sources are found");
    found
}

/// Folders with pages of their own.
fn features(sources: &[Source]) -> Vec<String> {
    let folders = sources.iter().filter(|s| s.path.contains("/pages")).map(|s| s.feature().to_string());
    let mut features: Vec<String> = folders.collect();
    features.dedup();
    assert!(features.len() >= 7, "{features:?}");
    features
}

/// Fails with every import that a rule does not allow.
fn refuse(rule: &str, breaches: Vec<String>) {
    assert!(breaches.is_empty(), "{rule}:\n{}", breaches.join("\n"));
}

fn breaches(sources: &[Source], is_breach: impl Fn(&Source, &[&str]) -> bool) -> Vec<String> {
    let of = |source: &Source| {
        let wrong = |import: &String| is_breach(source, &import.split("::").collect::<Vec<_>>());
        source.imports().into_iter().filter(wrong).map(|i| format!("{}: {i}", source.path)).collect::<Vec<_>>()
    };
    sources.iter().flat_map(of).collect()
}

#[test]
fn imports_are_taken_apart() {
    let text = "use crate::{a::{b, c::D}, e::*}; // crate::gone\nfn f() { crate::g::h(); $crate::not::this; }".into();
    let source = Source { path: "x.rs".into(), text };
    assert_eq!(source.imports(), ["a::b", "a::c::D", "e::*", "g::h"]);
}

#[test]
fn models_are_pure() {
    let sources = sources();
    let features = features(&sources);
    let wrong = breaches(&sources, |source, import| {
        let inner = import.len() > 1 && ["db", "api", "pages"].contains(&import[1]);
        let known = ["error", "forms", "l10n", "live", "paging", "text", "ui"].contains(&import[0])
            || features.iter().any(|f| f == import[0]);
        source.is_layer("model") && (inner || !known)
    });
    refuse("a model imports other models, errors, words and checks only", wrong);
}

#[test]
fn the_ui_knows_no_feature() {
    let sources = sources();
    let features = features(&sources);
    let wrong = breaches(&sources, |source, import| {
        // Every page says who is logged in.
        let who = import[0] == "accounts" && import.len() == 2 && ["Me", "Role"].contains(&import[1]);
        source.feature() == "ui" && features.iter().any(|f| f == import[0]) && !who
    });
    refuse("the ui imports no feature", wrong);
}

#[test]
fn nobody_reaches_into_another_feature() {
    let sources = sources();
    let features = features(&sources);
    let wrong = breaches(&sources, |source, import| {
        let foreign = import[0] != source.feature() && features.iter().any(|f| f == import[0]);
        let inner = import.len() > 1 && (import[1] == "db" || import[1].ends_with("_db") || import[1] == "pages");
        foreign && inner && source.path != "site/app.rs"
    });
    refuse("no feature imports another's db or pages, and only site/app.rs names pages", wrong);
}

#[test]
fn only_the_server_builds_the_router() {
    let wrong = breaches(&sources(), |source, import| {
        import.starts_with(&["site", "router", "router"]) && !source.path.starts_with("cli/serve")
    });
    refuse("only jobi serve and the tests take the router", wrong);
}

#[test]
fn sql_stays_in_its_files() {
    let may = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or_default();
        name == "db.rs"
            || name.ends_with("_db.rs")
            || name == "search.rs"
            || path.contains("/db/")
            || path.starts_with("db/")
            || path == "cli/seed/insert.rs"
    };
    let holds_sql = |line: &&str| {
        let named =
            ["sqlx::query(", "sqlx::query_", "sqlx::query::", "QueryBuilder"].iter().any(|sql| line.contains(sql));
        named || (line.contains("use sqlx::") && line.contains("query"))
    };
    let sources = sources();
    let wrong = sources.iter().filter(|s| !may(&s.path) && s.code().any(|line| holds_sql(&line)));
    refuse("only db.rs files hold SQL", wrong.map(|s| s.path.clone()).collect());
}

/// What is written into a page as it is, without being made text, stands in one place each.
#[test]
fn raw_html_has_its_places() {
    let places = [
        ("<textarea", "ui/text_box.rs"),
        ("textarea()", "ui/text_box.rs"),
        ("inner_html", "ui/prose.rs"),
        ("<script", ""),
        ("<style", ""),
        ("<noscript", ""),
    ];
    let sources = sources();
    let views = || sources.iter().filter(|s| s.is_layer("pages") || s.feature() == "ui" || s.path == "site/app.rs");
    let wrong = places.iter().flat_map(|(raw, place)| {
        let holds = move |source: &&Source| source.path != *place && source.code().any(|line| line.contains(raw));
        views().filter(holds).map(move |source| format!("{}: {raw}", source.path))
    });
    refuse("only its place writes what is not escaped", wrong.collect());
}

/// The names of every field of several lines.
pub(super) fn text_areas() -> BTreeSet<String> {
    let sources = sources();
    let name = |rest: &str| {
        let (_, rest) = rest.split_once("name=\"").expect("a name");
        rest.split('"').next().unwrap_or_default().to_string()
    };
    let of = |source: &Source| {
        let code: String = source.code().collect();
        let found = |tag: &str| code.split(tag).skip(1).map(name).collect::<Vec<_>>();
        [found("<TextArea "), found("<TextBox ")].concat()
    };
    sources.iter().filter(|source| source.is_layer("pages")).flat_map(of).collect()
}

#[test]
fn every_server_function_has_a_name_that_stays() {
    let sources = sources();
    let nameless = |s: &&Source| {
        s.code().any(|line| {
            line.trim_start().starts_with("#[server")
                && !line.contains("endpoint = \"")
                && !line.contains("flatten")
                && !line.contains("default")
        })
    };
    refuse("#[server(endpoint = …)]", sources.iter().filter(nameless).map(|s| s.path.clone()).collect());
}

#[test]
fn every_form_that_is_sent_says_for_whom_its_page_was_made() {
    let sources = sources();
    let silent = |line: &&str| line.contains("method=\"post\"") && !line.contains("action=owned(");
    let of = |source: &Source| {
        source.code().filter(silent).map(|line| format!("{}: {line}", source.path)).collect::<Vec<_>>()
    };
    refuse("<form method=\"post\" action=owned(…)>", sources.iter().flat_map(of).collect());
}

/// The tests of bad input go through every function that changes something.
#[test]
fn every_mutation_is_tested_with_bad_input() {
    let mut missing = Vec::new();
    for source in sources() {
        let code: String = source.code().collect::<Vec<_>>().join("\n");
        for part in code.split("#[server(endpoint = \"").skip(1) {
            let endpoint = part.split('"').next().unwrap_or_default();
            let head = part.split('{').next().unwrap_or_default();
            if head.contains("Result<()") && !MUTATIONS.contains(&endpoint) {
                missing.push(format!("{}: {endpoint}", source.path));
            }
        }
    }
    refuse("bad_input::MUTATIONS lacks", missing);
}
