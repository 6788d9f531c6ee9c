//! The files, read once when the site starts.

use std::{collections::BTreeMap, fs, io, path::Path};

use chrono::NaiveDate;

use super::Document;
use crate::{
    l10n::Locale,
    platform::markdown::{Below, render_here},
    text::is_slug,
};

/// All versions of all pages, by name.
#[derive(Debug, Default)]
pub struct Documents(BTreeMap<String, Vec<Version>>);

#[derive(Debug)]
struct Version {
    date: Option<NaiveDate>,
    language: Option<Locale>,
    title: String,
    html: String,
}

impl Documents {
    /// Reads a folder; one that is not there has no pages. What is wrong with a file is said.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let mut all = Self::default();
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(all),
            Err(error) => return Err(format!("cannot read the pages in {}: {error}", folder.display())),
        };
        for entry in entries {
            let path = entry.map_err(|error| error.to_string())?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let Some(stem) = name.strip_suffix(".md") else { continue };
            let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
            all.add(stem, &text).map_err(|problem| format!("{}: {problem}", path.display()))?;
        }
        Ok(all)
    }

    /// Adds a file: `terms`, `terms.de`, `terms.2026-05-01`, `terms.2026-05-01.de`.
    fn add(&mut self, stem: &str, markdown: &str) -> Result<(), &'static str> {
        let mut parts = stem.split('.');
        let name = parts.next().filter(|name| is_slug(name)).ok_or("a name has small letters, digits and hyphens")?;
        let (mut date, mut language) = (None, None);
        for part in parts {
            match (part.parse(), part.parse()) {
                (Ok(day), _) => date = Some(day),
                (_, Ok(of)) => language = Some(of),
                _ => return Err("behind its name stand a date like 2026-05-01 and a language like de"),
            }
        }
        let (first, rest) = markdown.trim_start().split_once('\n').unwrap_or((markdown.trim_start(), ""));
        let title = first.strip_prefix("# ").map(str::trim).filter(|title| !title.is_empty());
        let title = title.ok_or("its first line is its title, with # before it")?.to_string();
        let html = render_here(rest, Below::Title).html;
        self.0.entry(name.to_string()).or_default().push(Version { date, language, title, html });
        Ok(())
    }

    /// The pages that count today: names and titles.
    pub fn links(&self, locale: Locale, today: NaiveDate) -> Vec<(String, String)> {
        let link = |name: &String| Some((name.clone(), self.find(name, None, locale, today)?.title));
        self.0.keys().filter_map(link).collect()
    }

    /// The version of a day, or the one that counts today; in this language, or in what there is.
    pub fn find(&self, name: &str, date: Option<NaiveDate>, locale: Locale, today: NaiveDate) -> Option<Document> {
        let versions = self.0.get(name)?;
        let current = versions.iter().map(|v| v.date).filter(|date| date.is_none_or(|date| date <= today)).max();
        let wanted = date.map(Some).or(current)?;
        let rank = |version: &&Version| match version.language {
            Some(language) if language == locale => 0,
            None => 1,
            Some(_) => 2,
        };
        let found = versions.iter().filter(|version| version.date == wanted).min_by_key(rank)?;
        let mut dates: Vec<_> = versions.iter().filter_map(|version| version.date).collect();
        dates.sort();
        dates.dedup();
        dates.reverse();
        Some(Document {
            title: found.title.clone(),
            html: found.html.clone(),
            date: found.date,
            dates,
            is_current: Some(found.date) == current,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_version_that_counts_today_is_shown() {
        let mut all = Documents::default();
        all.add("terms.2026-01-01", "# Terms\nFirst.").unwrap();
        all.add("terms.2026-05-01", "# Terms\nSecond.").unwrap();
        all.add("terms.2026-05-01.de", "# Bedingungen\n\nZweite.").unwrap();
        all.add("terms.2027-01-01", "# Terms\nThird.").unwrap();
        all.add("imprint", "\n# Imprint\n\n## Who\nAcme <script>").unwrap();
        let today = day("2026-11-30");
        let shown = |date: Option<&str>, locale| all.find("terms", date.map(day), locale, today);
        let text = |found: Option<Document>| found.map(|d| (d.title, d.html, d.is_current));
        let is = |title: &str, html: &str, current| Some((title.to_string(), format!("<p>{html}</p>\n"), current));
        assert_eq!(text(shown(None, Locale::En)), is("Terms", "Second.", true));
        assert_eq!(text(shown(None, Locale::De)), is("Bedingungen", "Zweite.", true));
        assert_eq!(text(shown(Some("2026-01-01"), Locale::De)), is("Terms", "First.", false));
        assert_eq!(text(shown(Some("2027-01-01"), Locale::En)), is("Terms", "Third.", false));
        assert_eq!(shown(Some("2025-01-01"), Locale::En), None);
        assert_eq!(shown(None, Locale::En).unwrap().dates, ["2027-01-01", "2026-05-01", "2026-01-01"].map(day));
        assert_eq!(all.find("terms", None, Locale::En, day("2025-01-01")), None, "none counts yet");
        let imprint = all.find("imprint", None, Locale::De, today).unwrap();
        assert!(imprint.is_current && !imprint.html.contains("<script"), "{}", imprint.html);
        let links = all.links(Locale::De, today);
        assert_eq!(links, [("imprint", "Imprint"), ("terms", "Bedingungen")].map(|(n, t)| (n.into(), t.into())));
    }

    #[test]
    fn what_is_no_page_is_said() {
        let mut all = Documents::default();
        for (stem, text) in [("Terms", "# T"), ("terms.x", "# T"), ("terms", "No title"), ("terms", "# "), ("", "# T")]
        {
            assert!(all.add(stem, text).is_err(), "{stem}: {text}");
        }
        let folder = tempfile::tempdir().unwrap();
        assert!(Documents::read(&folder.path().join("none")).unwrap().0.is_empty());
        fs::write(folder.path().join("notes.txt"), "no page").unwrap();
        fs::write(folder.path().join("terms.md"), "# Terms").unwrap();
        assert_eq!(Documents::read(folder.path()).unwrap().0.len(), 1);
        fs::write(folder.path().join("a b.md"), "# A").unwrap();
        assert!(Documents::read(folder.path()).unwrap_err().contains("a b.md"));
    }
}
