//! The order of the house (who may import whom), read from the sources.

use std::{
    collections::{BTreeMap, BTreeSet},
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
    /// The folder that it is in, or its own name where it is in none.
    fn folder(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
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
    let others = ["tests/", "browser/", "l10n/build.rs"];
    found.retain(|source| !others.iter().any(|other| source.path.starts_with(other)));
    assert!(found.len() > 50, "the sources are found");
    found
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

/// The floors of the house, the lowest first. A folder imports from those that stand before it, and from no other.
/// `docs/architecture.md` draws them.
const FLOORS: [&str; 22] = [
    // Ground, both sides.
    "text",
    "l10n",
    "error",
    "forms",
    "paging",
    // Look.
    "ui",
    // Ground, server.
    "db",
    "platform",
    // Live.
    "live",
    // Features, in their order.
    "accounts",
    "notifications",
    "jobs",
    "companies",
    "profiles",
    "resumes",
    "messages",
    "applications",
    "admin",
    // Site.
    "site",
    // Programs.
    "cli",
    "lib",
    "main",
];

/// The features, in their order.
fn features() -> &'static [&'static str] {
    let at = |name| FLOORS.iter().position(|floor| *floor == name).expect("a floor");
    &FLOORS[at("accounts")..at("site")]
}

/// What is imported by its path below the crate and is no folder: the macros of `db`.
const MACROS: [&str; 3] = ["read", "write_in", "execute"];

#[test]
fn every_folder_has_its_floor() {
    let sources = sources();
    let missing = sources.iter().filter(|s| !FLOORS.contains(&s.folder()));
    refuse("FLOORS lacks", missing.map(|s| s.folder().to_string()).collect());
    let unused = FLOORS.iter().filter(|floor| !sources.iter().any(|s| s.folder() == **floor));
    refuse("nothing stands on these floors", unused.map(ToString::to_string).collect());
}

#[test]
fn nobody_imports_upwards() {
    let floor = |name: &str| FLOORS.iter().position(|f| *f == name);
    let wrong = breaches(&sources(), |source, import| {
        !MACROS.contains(&import[0]) && floor(import[0]).is_none_or(|to| Some(to) > floor(source.folder()))
    });
    refuse("a folder imports from lower floors only", wrong);
}

/// No two folders import each other, directly or around.
#[test]
fn no_two_folders_stand_in_a_circle() {
    let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources() {
        let own = source.folder().to_string();
        let others = source.imports().into_iter().map(|i| i.split("::").next().unwrap_or_default().to_string());
        imports.entry(own.clone()).or_default().extend(others.filter(|other| *other != own));
    }
    refuse("a circle", circles(&imports));
}

/// The folders from which one comes back to where one began.
fn circles(imports: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let comes_back = |from: &String| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(folder) = next.pop() {
            for other in imports.get(folder).into_iter().flatten() {
                if other == from {
                    return true;
                }
                if seen.insert(other) {
                    next.push(other);
                }
            }
        }
        false
    };
    imports.keys().filter(|folder| comes_back(folder)).cloned().collect()
}

#[test]
fn a_circle_is_found() {
    let of = |pairs: &[(&str, &str)]| {
        let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, to) in pairs {
            imports.entry(from.to_string()).or_default().insert(to.to_string());
        }
        circles(&imports)
    };
    assert!(of(&[("a", "b"), ("b", "c"), ("a", "c")]).is_empty());
    assert_eq!(of(&[("a", "b"), ("b", "c"), ("c", "b"), ("d", "a")]), ["b", "c"]);
    assert_eq!(of(&[("a", "b"), ("b", "c"), ("c", "a")]), ["a", "b", "c"]);
}

#[test]
fn models_are_pure() {
    let wrong = breaches(&sources(), |source, import| {
        let inner = import.len() > 1 && ["db", "api", "pages"].contains(&import[1]);
        let server = ["db", "platform", "site", "cli"].contains(&import[0]);
        source.is_layer("model") && (inner || server)
    });
    refuse("a model imports neither SQL, server functions nor pages", wrong);
}

#[test]
fn nobody_reaches_into_another_feature() {
    let wrong = breaches(&sources(), |source, import| {
        let foreign = import[0] != source.folder() && features().contains(&import[0]);
        let inner = import.len() > 1 && ["db", "pages"].contains(&import[1]);
        foreign && inner && source.path != "site/app.rs"
    });
    refuse("no feature imports another's db or pages, and only site/app.rs names pages", wrong);
}

/// In every feature the same names mean the same layer; what else there is has no SQL, no server function and no page.
#[test]
fn every_feature_has_its_layers() {
    let sources = sources();
    let missing = features().iter().flat_map(|feature| {
        let sources = &sources;
        let has = move |layer: &str| sources.iter().any(|s| s.folder() == *feature && s.is_layer(layer));
        ["model", "api", "db", "pages"]
            .into_iter()
            .filter(move |layer| !has(layer))
            .map(move |l| format!("{feature}: {l}"))
    });
    refuse("a feature has model, api, db and pages", missing.collect());
    let in_place = |source: &&Source| {
        let code = source.code().collect::<String>();
        let api = code.contains("#[server(endpoint") && !source.is_layer("api");
        api || (features().contains(&source.folder()) && code.contains("<PageMeta ") && !source.is_layer("pages"))
    };
    let wrong = sources.iter().filter(in_place).map(|s| s.path.clone());
    refuse("server functions stand in api, pages in pages", wrong.collect());
}

#[test]
fn names_are_imported_by_name() {
    let glob = |line: &&str| {
        let line = line.trim();
        let known = ["prelude::*", "super::*", "support::*"].iter().any(|known| line.contains(known));
        line.contains("::*") && !line.starts_with("pub use") && !known
    };
    let of = |source: &Source| source.code().filter(glob).map(|l| format!("{}: {l}", source.path)).collect::<Vec<_>>();
    refuse("no glob imports but of preludes", sources().iter().flat_map(of).collect());
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
            || ["files_db.rs", "limits_db.rs"].contains(&name)
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
    let views = || sources.iter().filter(|s| s.is_layer("pages") || s.folder() == "ui" || s.path == "site/app.rs");
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
