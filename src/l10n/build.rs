//! Turns the message catalogue (`locales/*/*.ftl`) into one typed function a message,
//! and into one file a language for the browser.

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

fn main() -> std::process::ExitCode {
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    println!("cargo::rerun-if-changed=src/l10n/locales");
    println!("cargo::rerun-if-changed=migrations");
    build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("src/l10n/locales")
            .with_output_file_path(&format!("{out}/l10n.rs"))
            .with_ftl_output(FtlOutputOptions::multi_file(&out))
            .with_prefix("")
            .with_lint_level(LintLevel::Strict)
            .without_bidi_isolation()
            .without_format(),
    )
}
