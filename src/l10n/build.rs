//! Turns the message catalogue (`locales/*/*.ftl`) into one typed function a message,
//! and into one file a language for the browser.

use std::{collections::BTreeSet, fs, process::ExitCode};

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

fn main() -> ExitCode {
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let code = format!("{out}/l10n.rs");
    println!("cargo::rerun-if-changed=src/l10n/locales");
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
        fs::write(&code, name_arguments(&generated)).expect("OUT_DIR can be written");
    }
    built
}

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
    format!(
        "{code}\n{BY_KEY}\n/// Arguments of messages, by their names.\npub mod arg {{\n{}}}\n",
        types.collect::<String>()
    )
}

/// Features name their problems, and what was done, by messages that this crate's foundation does not know.
const BY_KEY: &str = "
impl L10nLanguage {
    /// The message of a key, with a number in it, plain and as it is written; none where there is no such message.
    pub fn by_key(&self, key: &str, count: i64, number: &str) -> Option<String> {
        let mut args = FluentArgs::new();
        args.set(\"count\", count);
        args.set(\"number\", number);
        self.0.msg(key, Some(args)).ok()
    }
}
";

/// `least_pay` as `LeastPay`.
fn type_name(argument: &str) -> String {
    let word = |word: &str| word[..1].to_uppercase() + &word[1..];
    argument.split('_').map(word).collect()
}
