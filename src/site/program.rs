//! The links from a page to the browser's half: its styles, and its program, which is loaded once the page shows.
//!
//! In place of Leptos' own, which read the list of names from the disk for every page, and load the program before the
//! text.

use std::{collections::HashMap, fs, path::Path, sync::OnceLock};

use leptos::{
    WasmSplitManifest,
    nonce::use_nonce,
    prelude::{ArcStoredValue, *},
};

use crate::accounts::viewer;

/// Loads the program after the first paint: its script, its WebAssembly and the catalogue that it reads first, side by
/// side. In the background, where nothing is painted, at once.
const LOADER: &str = include_str!("loader.js");

/// [`LOADER`] as pages have it, without comments.
fn loader() -> &'static str {
    static BARE: OnceLock<String> = OnceLock::new();
    BARE.get_or_init(|| {
        let lines = LOADER.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    })
}

/// The addresses of what cargo-leptos has built.
struct Files {
    style: String,
    script: String,
    wasm: String,
    /// By this Leptos links from a page to the parts of the WebAssembly that it needs; `None` where it is not split.
    parts: Option<WasmSplitManifest>,
}

impl Files {
    /// The files of this build, whose names do not change while the server runs.
    fn of(options: &LeptosOptions) -> &'static Self {
        static FILES: OnceLock<Files> = OnceLock::new();
        FILES.get_or_init(|| Self::named(options, &hashes(options)))
    }

    fn named(options: &LeptosOptions, hashes: &str) -> Self {
        let name = &options.output_name;
        let hash = |kind: &str| {
            let line = hashes.lines().find_map(|line| line.split_once(':').filter(|(k, _)| k.trim() == kind));
            line.map(|(_, hash)| hash.trim().to_string())
        };
        let hashed = |kind: &str| hash(kind).map_or_else(|| name.to_string(), |hash| format!("{name}.{hash}"));
        let folder = format!("/{}", options.site_pkg_dir);
        let manifest = match hash("manifest") {
            Some(hash) => format!("__wasm_split_manifest.{hash}.json"),
            None => "__wasm_split_manifest.json".to_string(),
        };
        let split = hash("split").unwrap_or_else(|| "______________________".to_string());
        let built = Path::new(&*options.site_root).join(&*options.site_pkg_dir).join(manifest);
        let parts = fs::read_to_string(built).ok().and_then(|json| serde_json::from_str(&json).ok());
        let manifest = |parts: HashMap<String, Vec<String>>| {
            WasmSplitManifest(ArcStoredValue::new((folder.clone(), parts, format!("__wasm_split.{split}.js"))))
        };
        Self {
            style: format!("{folder}/{}.css", hashed("css")),
            script: format!("{folder}/{}.js", hashed("js")),
            wasm: format!("{folder}/{}.wasm", hashed("wasm")),
            parts: parts.map(manifest),
        }
    }
}

/// The list of hashes, which cargo-leptos writes beside the server's program.
fn hashes(options: &LeptosOptions) -> String {
    let beside = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.join(&*options.hash_file)));
    let list = beside.filter(|_| options.hash_files).and_then(|list| fs::read_to_string(list).ok());
    list.unwrap_or_default()
}

/// The page's stylesheet.
#[component]
pub fn StyleLink(options: LeptosOptions) -> impl IntoView {
    view! { <link id="style" rel="stylesheet" href=Files::of(&options).style.as_str()/> }
}

/// What loads the program. It stands before every style sheet, for which scripts wait: it is to see the page grow.
#[component]
pub fn ProgramLoader(options: LeptosOptions) -> impl IntoView {
    let files = Files::of(&options);
    files.parts.iter().cloned().for_each(provide_context);
    let person = viewer().map(|user| user.id.to_string()).unwrap_or_default();
    let load = format!("{}({:?}, {:?}, {person:?})", loader(), files.script, files.wasm);
    view! { <script nonce=use_nonce()>{load}</script> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_is_a_script_that_can_stand_in_a_page() {
        let script = loader();
        assert!(script.starts_with("((js, wasm, person) =>") && script.ends_with("})"), "{script}");
        assert!(!script.contains("</") && !script.contains("<!") && !script.contains("//"), "{script}");
    }

    #[test]
    fn files_are_named_by_their_hashes() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("pkg")).unwrap();
        fs::write(folder.path().join("pkg/__wasm_split_manifest.M4.json"), r#"{"a":["split_a"]}"#).unwrap();
        let root = folder.path().to_string_lossy();
        let options = LeptosOptions::builder().output_name("jobi").site_root(root.as_ref()).build();
        let files = Files::named(&options, "js: J1\nwasm: W2\ncss: C3\nmanifest: M4\nsplit: S5\n");
        assert_eq!(files.style, "/pkg/jobi.C3.css");
        assert_eq!(files.script, "/pkg/jobi.J1.js");
        assert_eq!(files.wasm, "/pkg/jobi.W2.wasm");
        let parts = HashMap::from([("a".to_string(), vec!["split_a".to_string()])]);
        let linked = files.parts.map(|parts| parts.0.get_value());
        assert_eq!(linked, Some(("/pkg".to_string(), parts, "__wasm_split.S5.js".to_string())));
        let files = Files::named(&options, "");
        assert_eq!((files.style.as_str(), files.script.as_str()), ("/pkg/jobi.css", "/pkg/jobi.js"));
        assert_eq!((files.wasm.as_str(), files.parts.is_none()), ("/pkg/jobi.wasm", true));
    }
}
