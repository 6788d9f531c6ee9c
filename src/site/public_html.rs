//! Turns a rendered page into one that is the same for everybody: without the nonce of its answer, its inline scripts
//! allowed by their hashes. On the way it becomes valid HTML where Leptos writes less: empty comments (`<!>`), scripts
//! behind `</html>`, and the nonce as the value of `crossorigin` in links to parts of the program (which
//! are fetched after the text).

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

/// A page without a nonce.
#[derive(Debug, PartialEq, Eq)]
pub struct PublicHtml {
    pub html: String,
    /// The sources of the content security policy that allow its inline scripts: `'sha256-…' 'sha256-…'`.
    pub script_sources: String,
}

/// The end of every page; scripts that come behind it are moved before it.
const END: &str = "</body></html>";

impl PublicHtml {
    /// Rewrites a page; `None` if the nonce is where it is not expected.
    pub fn of(page: &str, nonce: &str) -> Option<Self> {
        let mut out = Self { html: String::with_capacity(page.len() + page.len() / 8), script_sources: String::new() };
        let mut rest = page;
        while let Some(at) = rest.find('<') {
            out.html.push_str(&rest[..at]);
            rest = out.push_markup(&rest[at..], nonce)?;
        }
        out.html.push_str(rest);
        out.html.push_str(END);
        (!out.html.contains(nonce)).then_some(out)
    }

    /// Pushes what begins with `<`, and returns what comes behind it.
    fn push_markup<'a>(&mut self, page: &'a str, nonce: &str) -> Option<&'a str> {
        if let Some(rest) = page.strip_prefix("<!>") {
            self.html.push_str("<!---->");
            return Some(rest);
        }
        if page.starts_with("<!--") {
            let (comment, rest) = page.split_at(page.find("-->")? + 3);
            self.html.push_str(comment);
            return Some(rest);
        }
        if let Some(rest) = page.strip_prefix("</body>").or_else(|| page.strip_prefix("</html>")) {
            return Some(rest);
        }
        let (tag, rest) = page.split_at(tag_length(page)?);
        if !tag.contains(nonce) {
            self.html.push_str(tag);
            return Some(rest);
        }
        self.html.push_str(&without_nonce(tag, nonce));
        // Only what the nonce has allowed: what somebody has smuggled in has none.
        if !tag.starts_with("<script") || tag.contains(" src=") {
            return Some(rest);
        }
        let (script, rest) = rest.split_at(rest.find("</script")?);
        self.html.push_str(script);
        if !self.script_sources.is_empty() {
            self.script_sources.push(' ');
        }
        let hash = BASE64_STANDARD.encode(Sha256::digest(script));
        self.script_sources.push_str(&format!("'sha256-{hash}'"));
        Some(rest)
    }
}

/// The length of the tag that a text begins with; `>` may stand in the quotes of its attributes.
fn tag_length(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn without_nonce(tag: &str, nonce: &str) -> String {
    let anonymous =
        tag.replace(&format!(" crossorigin=\"{nonce}\""), " crossorigin=\"anonymous\" fetchpriority=\"low\"");
    anonymous.replace(&format!(" nonce=\"{nonce}\""), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn public(page: &str) -> (String, String) {
        let PublicHtml { html, script_sources } = PublicHtml::of(page, "N0nce").unwrap();
        (html, script_sources)
    }

    #[test]
    fn a_page_is_the_same_for_everybody() {
        for (page, expected) in [
            ("<p>a<!>b</p></body></html>", "<p>a<!---->b</p></body></html>"),
            ("<p title=\"a<!>b\">", "<p title=\"a<!>b\"></body></html>"),
            ("<!DOCTYPE html><!--HEAD--><b>", "<!DOCTYPE html><!--HEAD--><b></body></html>"),
            ("<!--a<!>b--><!>", "<!--a<!>b--><!----></body></html>"),
            (
                "<link rel=\"preload\" crossorigin=\"N0nce\"></head>",
                "<link rel=\"preload\" crossorigin=\"anonymous\" fetchpriority=\"low\"></head></body></html>",
            ),
            ("<p></body></html>x<b></b>", "<p>x<b></b></body></html>"),
            ("ä &lt;b> ü", "ä &lt;b> ü</body></html>"),
        ] {
            assert_eq!(public(page), (expected.to_string(), String::new()), "{page}");
        }
    }

    #[test]
    fn inline_scripts_are_allowed_by_their_hashes() {
        let page = "<p></body></html><script nonce=\"N0nce\">f(\"<!></p>\")</script><script src=\"/a.js\"></script>";
        // printf '%s' 'f("<!></p>")' | openssl dgst -sha256 -binary | base64
        let hash = "'sha256-GVqUPRfl8DJCtqX6bdjA8ph8AGMSBXV2oUVJPkRMQng='";
        let html = "<p><script>f(\"<!></p>\")</script><script src=\"/a.js\"></script></body></html>";
        assert_eq!(public(page), (html.to_string(), hash.to_string()));
        let smuggled = "<p><script>x</script><script type=\"module\">y</script>";
        assert_eq!(public(smuggled), (format!("{smuggled}{END}"), String::new()));
    }

    #[test]
    fn a_nonce_elsewhere_is_not_made_public() {
        for page in [
            "<p>N0nce",
            "<script nonce=\"N0nce\">\"N0nce\"</script>",
            "<a href=\"/N0nce\">",
            "<script nonce=\"N0nce\">f(",
            "<a b=\"",
        ] {
            assert_eq!(PublicHtml::of(page, "N0nce"), None, "{page}");
        }
    }
}
