//! Nothing is left behind: classes, texts, icons and custom properties that nobody uses, found in the sources.
//!
//! It needs std alone, so that it runs without the house: `rustc --edition 2024 --test src/tests/unused.rs`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

type Names = BTreeSet<String>;

/// Classes without a rule, and without a test that looks for them, that a component needs all the same.
const HOOKS: [(&str, &str); 2] = [
    ("button-form", "takes the place of `form`, which would set the one button into a column"),
    ("notifications", "a list with a class has no bullets (reset.css)"),
];

/// The files of a folder, by their paths below the root.
fn files(folder: &str, extension: &str) -> BTreeMap<String, String> {
    fn walk(root: &Path, folder: &Path, extension: &str, found: &mut BTreeMap<String, String>) {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                walk(root, &path, extension, found);
            } else if path.extension().is_some_and(|e| e == extension) {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let root = Path::new(option_env!("CARGO_MANIFEST_DIR").unwrap_or("."));
    let mut found = BTreeMap::new();
    walk(root, &root.join(folder), extension, &mut found);
    found
}

/// The code of the house, by file, tests and comments gone.
fn sources() -> BTreeMap<String, String> {
    let found = files("src", "rs").into_iter().filter(|(path, _)| !path.starts_with("src/tests/"));
    found.map(|(path, text)| (path, code(&text))).collect()
}

fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let is_comment = |line: &str, at: usize| line[..at].matches('"').count().is_multiple_of(2);
    let end = |line: &str| line.match_indices("//").map(|(at, _)| at).find(|at| is_comment(line, *at));
    text.lines().map(|line| format!("{}\n", &line[..end(line).unwrap_or(line.len())])).collect()
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

/// The name that a text begins with.
fn name(text: &str) -> &str {
    &text[..text.find(|c| !is_name(c)).unwrap_or(text.len())]
}

fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> Names {
    names.into_iter().map(String::from).collect()
}

/// What is inside the quotes, line by line: texts of several lines name no class.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split(['"', '\'', '`']).skip(1).step_by(2))
}

/// The names right behind a sign: `.a`, not `.5`.
fn marked(text: &str, sign: &str) -> Names {
    let first = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic());
    let found = text.match_indices(sign).map(|(at, _)| name(&text[at + sign.len()..]));
    names(found.filter(|name| first(name)))
}

/// What components call their classes: as attributes, as props with their defaults, as `class:name`, in variables,
/// constants and methods. One that is put together in another way is told as it stands: it has no rule.
fn classes(code: &str, all: &str) -> Names {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("class") {
        let start = code[..at].rfind(|c| !is_name(c)).map_or(0, |before| before + 1);
        let (before, word, rest) = (&code[..start], &code[start..at + 5], &code[at + 5..]);
        if word != "class" && !word.ends_with("_class") {
            continue;
        }
        if let Some(toggled) = rest.strip_prefix(':').map(name).filter(|name| !name.is_empty()) {
            found.push(toggled);
        } else if before.ends_with("let ") {
            found.extend(quoted(rest.split(';').next().unwrap_or_default()));
        } else if rest.starts_with(": &'static str") {
            let attribute = before.trim_end().rsplit("#[prop(").next().unwrap_or_default();
            found.extend(quoted(attribute.strip_suffix(")]").unwrap_or_default()));
        } else if let Some(value) = rest.strip_prefix("=\"") {
            found.extend(value.split('"').next());
        } else if let Some(value) = rest.strip_prefix('=') {
            let value = value.split([' ', '>', '\n']).next().unwrap_or_default().trim_end_matches('/');
            let is_made = [format!("let {value} ="), format!("{value}: &'static str")].iter().any(|m| code.contains(m));
            let constant = code.split_once(&format!("const {value}: &str = "));
            let method = value.strip_suffix("()").and_then(|call| call.rsplit('.').next()).unwrap_or("-");
            let method = all.split_once(&format!("fn {method}(self) -> &'static str {{"));
            match (constant, method) {
                (Some((_, text)), _) => found.extend(quoted(text.split(';').next().unwrap_or_default())),
                (_, Some((_, body))) => found.extend(quoted(body.split("\n    }").next().unwrap_or_default())),
                _ if is_made => {}
                _ => found.push(value),
            }
        }
    }
    names(found.into_iter().flat_map(str::split_whitespace))
}

/// A style sheet without comments and quoted texts, which may hold any sign.
fn plain(css: &str) -> String {
    let css: String = css.split("*/").map(|part| part.split("/*").next().unwrap_or_default()).collect();
    css.split('"').step_by(2).collect()
}

/// The classes in the selectors of a style sheet.
fn styled(css: &str) -> Names {
    let css = plain(css);
    let heads = css.split_inclusive('{').filter_map(|part| part.strip_suffix('{'));
    heads.flat_map(|head| marked(head.rsplit([';', '}']).next().unwrap_or_default(), ".")).collect()
}

/// The custom properties that a style sheet defines, and those that it uses.
fn properties(css: &str) -> (Names, Names) {
    let css = plain(css);
    let is_start = |at: &usize| css[..*at].ends_with([' ', '\n', '{', ';']);
    let names = css.match_indices("--").map(|(at, _)| at).filter(is_start).map(|at| name(&css[at..]));
    let defined = names.filter(|name| css.contains(&format!("{name}:"))).map(String::from).collect();
    (defined, marked(&css, "var(--").into_iter().map(|name| format!("--{name}")).collect())
}

/// The keys of a catalogue, as the methods that they become.
fn keys(catalogue: &str) -> Names {
    let key = |line: &str| line.split_once(" =").map(|(key, _)| key.replace('-', "_"));
    let is_key = |key: &String| key.starts_with(|c: char| c.is_ascii_lowercase()) && name(key) == key;
    catalogue.lines().filter_map(key).filter(is_key).collect()
}

/// The texts that code asks a catalogue for (`t.key()`, `t().key()`), and those that `term!` names.
fn texts(code: &str) -> Names {
    let mut found = Names::new();
    for (at, _) in code.match_indices('.') {
        let of = code[..at].trim_end();
        let of = of.strip_suffix("t()").or_else(|| of.strip_suffix('t')).filter(|before| !before.ends_with(is_name));
        let asked = name(&code[at + 1..]);
        if of.is_some() && code[at + 1 + asked.len()..].starts_with('(') {
            found.insert(asked.to_string());
        }
    }
    // `term!`, `problems!` and `done_messages!` name a text behind each value.
    for terms in ["term! {", "problems! {", "done_messages! {"].iter().flat_map(|list| code.split(list).skip(1)) {
        found.extend(marked(terms.split("\n}").next().unwrap_or_default(), "=> "));
    }
    found
}

/// The variants of an enum without fields.
fn variants(code: &str, of: &str) -> Names {
    let (_, body) = code.split_once(&format!("enum {of} {{")).expect("the enum stands there");
    let body = body.split('}').next().unwrap_or_default();
    names(body.split([',', '\n', ' ']).filter(|variant| !variant.is_empty()))
}

fn union(all: impl IntoIterator<Item = Names>) -> Names {
    all.into_iter().flatten().collect()
}

/// Fails with every name that should be among the others and is not.
fn refuse(rule: &str, names: &Names, others: &Names) {
    let left: Vec<&str> = names.difference(others).map(String::as_str).collect();
    assert!(left.is_empty(), "{rule}:\n{}", left.join("\n"));
}

#[test]
fn sources_are_read_as_they_are_meant() {
    assert_eq!(code("a(\"x://y\"); // b\n/// c\nd\n#[cfg(test)]\nmod tests {}"), "a(\"x://y\"); \n\nd\n");

    let view = r#"
        #[prop(default = "a b")] class: &'static str, // no: class of things
        #[prop(default = "c")] button_class: &'static str,
        let class = if x { "d d--e" } else { "f" };
        <p class="g  h--i" class:j--k=move || on.get() id="no"><b class=class/> <C button_class="l">"no"</C>
        <i class=SMALL/> <i class=stage.badge()> classes="no" subclass="no" class_list "no"
        const SMALL: &str = "m n";"#;
    let other = "fn badge(self) -> &'static str {\n match self {\n A => \"o\",\n _ => \"o p\",\n }\n    }\n \"no\"";
    assert_eq!(classes(view, other), names("a b c d d--e f g h--i j--k l m n o p".split(' ')));
    let odd = r#"<p class=format!("a--{b}")> <p class={x}> <p class=move || "a">"#;
    assert_eq!(classes(odd, ""), names(["format!(\"a--{b}\")", "{x}", "move"]));

    let css = "/* .no */ @import \"no.css\" layer(no);\n@media (width < 1.5rem) { .a:not(.b--c) > d.e, .f { \
               --x-y: 0.5rem; &.g::after { content: \".no {\"; } top: calc(1px * var(--z, .7)); } } .h{--q:1}";
    assert_eq!(styled(css), names(["a", "b--c", "e", "f", "g", "h"]));
    assert_eq!(properties(css), (names(["--x-y", "--q"]), names(["--z"])));
    assert_eq!(properties(".button--a:hover { top: var(--b) }"), (Names::new(), names(["--b"])));

    let catalogue = "# no = x\n## No\na-b = { $n ->\n    [one] no = 1\n   *[other] x\n}\nc = d-e = f\n";
    assert_eq!(keys(catalogue), names(["a_b", "c"]));
    let code = "t.a() crate::l10n::t()\n  .b(1) cat.no() t.no f(t()).no() term! {\n X {\n A => c,\n }\n}\n D => no";
    assert_eq!(texts(code), names(["a", "b", "c"]));
    assert_eq!(variants("enum No { A }\npub enum X {\n  B,\n  C,\n}\nfn no", "X"), names(["B", "C"]));
}

#[test]
fn every_class_has_a_rule_and_every_rule_a_class() {
    let sources = sources();
    let all: String = sources.values().map(String::as_str).collect();
    let used = union(sources.values().map(|code| classes(code, &all)));
    let styled = union(files("style", "css").values().map(|css| styled(css)));
    refuse("no component has these classes of the style sheets", &styled, &used);

    // What a test looks for may look like anything.
    let specs = ["tests", "pages", "support"].map(|folder| files(&format!("end2end/{folder}"), "ts"));
    let tests = specs.into_iter().chain([files("src/tests", "rs")]).flatten();
    let tests: String = tests.filter(|(path, _)| !path.ends_with("unused.rs")).map(|(_, text)| code(&text)).collect();
    let sought = union(quoted(&tests).map(|text| marked(text, ".")));
    let hooks = names(HOOKS.map(|(name, _)| name));
    refuse("no style sheet has these classes of components", &used, &union([styled.clone(), sought, hooks.clone()]));
    refuse("these are no hooks", &hooks, &(&used - &styled));
}

#[test]
fn every_text_is_said_in_every_language() {
    let mut languages = BTreeMap::<String, Names>::new();
    for (path, text) in files("src/l10n/locales", "ftl") {
        let language = path.split('/').nth(3).unwrap_or_default();
        languages.entry(language.into()).or_default().extend(keys(&text));
    }
    let every = union(languages.values().cloned());
    languages.iter().for_each(|(language, keys)| refuse(&format!("missing in {language}"), &every, keys));
    let asked_of_the_locale = names(["language_name"]);
    let said = union(sources().values().map(|code| texts(code)).chain([asked_of_the_locale]));
    refuse("nobody says these texts", &every, &said);
}

#[test]
fn every_icon_is_shown() {
    let mut sources = sources();
    let icons = variants(&sources.remove("src/ui/icon.rs").expect("the icons"), "IconName");
    refuse("nobody shows these icons", &icons, &union(sources.values().map(|code| marked(code, "IconName::"))));
}

#[test]
fn every_custom_property_is_defined_and_used() {
    let (defined, used): (Vec<_>, Vec<_>) = files("style", "css").values().map(|css| properties(css)).unzip();
    let (defined, used) = (union(defined), union(used));
    refuse("no rule uses these properties", &defined, &used);
    let set = union(sources().values().map(|code| marked(code, "style:--"))).iter().map(|n| format!("--{n}")).collect();
    refuse("nothing defines these properties", &used, &union([defined, set]));
}
