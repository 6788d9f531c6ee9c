//! Turns the message catalogue (`locales/*/*.ftl`) into one typed function a message, and into one file a language,
//! whose format is told in `messages.rs`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::ExitCode,
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey},
    parser,
};
use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

fn main() -> ExitCode {
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let code = format!("{out}/l10n.rs");
    println!("cargo::rerun-if-changed=src/l10n");
    println!("cargo::rerun-if-changed=migrations");
    let built = build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("src/l10n/locales")
            .with_output_file_path(&code)
            .with_ftl_output(FtlOutputOptions::multi_file(&out))
            .with_prefix("")
            .with_lint_level(LintLevel::Strict)
            .without_bidi_isolation()
            .without_format(),
    );
    if let Ok(generated) = fs::read_to_string(&code) {
        let mut keys = None;
        for file in fs::read_dir(&out).expect("OUT_DIR can be read") {
            let path = file.expect("OUT_DIR can be read").path();
            if path.extension().is_some_and(|extension| extension == "ftl") {
                let of_this = compile(&path);
                assert_eq!(*keys.get_or_insert(of_this.clone()), of_this, "every language has the same messages");
            }
        }
        let keys = keys.expect("there is a language");
        fs::write(&code, say_ourselves(&name_arguments(&generated), &keys)).expect("OUT_DIR can be written");
    }
    built
}

/// What mails say: browsers do without it. Such messages stand at the end, so that the places of all others are the
/// same on both sides.
fn is_of_mails(key: &str) -> bool {
    key.starts_with("mail-")
}

/// Writes a language's messages beside their source, and those that browsers get; returns the keys of all in the order
/// of the file.
fn compile(path: &Path) -> Vec<String> {
    let source = fs::read_to_string(path).expect("just written");
    let parsed = parser::parse_runtime(source.as_str()).expect("checked by the generator");
    let messages: BTreeMap<&str, &Pattern<&str>> = parsed
        .body
        .iter()
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
            _ => None,
        })
        .collect();
    let line = |key: &&str| format!("{key}={}\n", pattern(messages[key], &messages));
    let (of_mails, of_pages): (Vec<&str>, Vec<&str>) = messages.keys().partition(|key| is_of_mails(key));
    let [pages, mails] = [&of_pages, &of_mails].map(|keys| keys.iter().map(line).collect::<String>());
    fs::write(path.with_extension("pages.txt"), &pages).expect("OUT_DIR can be written");
    fs::write(path.with_extension("txt"), pages + &mails).expect("OUT_DIR can be written");
    of_pages.into_iter().chain(of_mails).map(ToString::to_string).collect()
}

fn pattern(pattern: &Pattern<&str>, messages: &BTreeMap<&str, &Pattern<&str>>) -> String {
    let element = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => escaped(value),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
            InlineExpression::StringLiteral { value } => escaped(value),
            InlineExpression::VariableReference { id } => format!("{{{}}}", id.name),
            InlineExpression::MessageReference { id, attribute: None } => self::pattern(messages[id.name], messages),
            other => panic!("messages.rs does not know {other:?}"),
        },
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            let InlineExpression::VariableReference { id } = selector else {
                panic!("messages.rs does not know {selector:?}")
            };
            assert!(variants.last().is_some_and(|last| last.default), "the default of ${} comes last", id.name);
            let variant = |variant: &Variant<&str>| {
                let key = match variant.key {
                    _ if variant.default => "*",
                    VariantKey::Identifier { name } => name,
                    VariantKey::NumberLiteral { value } => value,
                };
                format!("{key}:{}", self::pattern(&variant.value, messages))
            };
            format!("{{{}?{}}}", id.name, variants.iter().map(variant).collect::<Vec<_>>().join("|"))
        }
    };
    pattern.elements.iter().map(element).collect()
}

fn escaped(text: &str) -> String {
    assert!(!text.contains('\n'), "a message has one line: {text}");
    ['\\', '{', '|', '}'].iter().fold(text.to_string(), |text, sign| text.replace(*sign, &format!("\\{sign}")))
}

/// The generator's functions ask its runtime, which is Fluent, for a key: here they ask `messages.rs`, a tenth of its
/// size, for a place in the file.
fn say_ourselves(generated: &str, keys: &[String]) -> String {
    let between = |from: &str, to: &str| {
        let start = generated.find(from).expect("the generator's code has changed");
        start..start + generated[start..].find(to).expect("the generator's code has changed") + to.len()
    };
    let contracts = between("static MESSAGE_CONTRACTS", "];\n");
    let language = between("pub struct L10nLanguage(L10nBundle);", "Self::new(lang, bytes)\n    }\n");
    let kept = [
        &generated[..contracts.start],
        &generated[contracts.end..language.start],
        LANGUAGE,
        &generated[language.end..],
    ];
    let mut code = kept.concat();
    for (place, key) in keys.iter().enumerate() {
        code = code.replace(&format!("self.0.msg(\"{key}\""), &format!("self.0.say({place}"));
    }
    code.replace("use fluent_typed::prelude::*;", "use super::messages::{Args, Messages, Number};")
        .replace("FluentArgs", "Args")
        .replace("FluentNumber", "Number")
        .replace(", None).unwrap()", ", &Args::new())")
        .replace(", Some(args)).unwrap()", ", &args)")
}

const LANGUAGE: &str = "pub struct L10nLanguage(Messages);

impl L10nLanguage {
    pub fn new(locale: L10n, source: &'static str) -> Self {
        Self(Messages::new(locale, source))
    }

    /// The message of a key, with a number in it, plain and as it is written; none where there is no such message.
    /// Features name their problems, and what was done, by messages that this crate's foundation does not know.
    pub fn by_key(&self, key: &str, count: i64, number: &str) -> Option<String> {
        let mut args = Args::new();
        args.set(\"count\", Number::from(count));
        args.set(\"number\", number);
        self.0.find(key, &args)
    }
";

/// Where a message has several arguments, each gets a newtype of its own name: `arg::Title(title)`. The generator makes
/// them plain strings, in the order of a sentence, so that two swapped arguments would compile.
fn name_arguments(generated: &str) -> String {
    let (mut code, mut types, mut of_this) = (String::new(), BTreeSet::new(), Vec::new());
    for line in generated.lines() {
        let mut line = line.to_string();
        if let Some((head, arguments)) = line.split_once("(&self, ").filter(|_| line.contains("pub fn ")) {
            let (arguments, tail) = arguments.split_once(')').expect("a signature is one line");
            let pairs = || arguments.split(", ").map(|pair| pair.split_once(": ").expect("a name and its type"));
            of_this = pairs().map(|(name, _)| name.to_string()).collect();
            if of_this.len() > 1 {
                types.extend(of_this.iter().map(|name| type_name(name)));
                let named = pairs().map(|(name, inner)| format!("{name}: arg::{}<{inner}>", type_name(name)));
                line = format!("{head}(&self, {}){tail}", named.collect::<Vec<_>>().join(", "));
            } else {
                of_this.clear();
            }
        } else if line.trim_start().starts_with("args.set(") {
            for name in &of_this {
                line = line.replace(&format!(", {name}."), &format!(", {name}.0."));
            }
        }
        code.push_str(&line);
        code.push('\n');
    }
    let types = types.iter().map(|name| format!("    pub struct {name}<T>(pub T);\n"));
    format!("{code}\n/// Arguments of messages, by their names.\npub mod arg {{\n{}}}\n", types.collect::<String>())
}

/// `least_pay` as `LeastPay`.
fn type_name(argument: &str) -> String {
    let word = |word: &str| word[..1].to_uppercase() + &word[1..];
    argument.split('_').map(word).collect()
}
