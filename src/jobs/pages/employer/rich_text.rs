//! What is pasted from web pages and word processors, as Markdown.

/// A piece of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Rich {
    Text(String),
    Element { tag: String, style: String, href: String, children: Vec<Rich> },
}

/// Elements that nobody reads.
const UNREAD: [&str; 8] = ["style", "script", "head", "meta", "link", "title", "xml", "template"];

/// Pieces of a page as Markdown: paragraphs, headings, lists, links, bold and italic words.
pub fn markdown(pieces: &[Rich]) -> String {
    let mut out = Writer::default();
    pieces.iter().for_each(|piece| out.write(piece));
    out.end_block();
    out.text.trim().to_string()
}

#[derive(Default)]
struct Writer {
    text: String,
    /// What stands at the beginning of each line of a list's item.
    indent: String,
}

impl Writer {
    fn write(&mut self, piece: &Rich) {
        match piece {
            Rich::Text(text) => self.words(text),
            Rich::Element { tag, style, href, children } => self.element(tag, style, href, children),
        }
    }

    fn element(&mut self, tag: &str, style: &str, href: &str, children: &[Rich]) {
        // Word draws the bullets of its lists itself.
        let drawn = style.contains("mso-list") && style.to_lowercase().contains("ignore");
        match tag {
            _ if drawn || UNREAD.contains(&tag) => {}
            "br" => {
                self.trim_end();
                self.text.push('\n');
                self.text.push_str(&self.indent.clone());
            }
            "h1" | "h2" => self.block("## ", children),
            "h3" | "h4" | "h5" | "h6" => self.block("### ", children),
            "ul" => self.list(children, false),
            "ol" => self.list(children, true),
            "p" | "div" | "li" if style.contains("mso-list") => self.item("- ", children),
            "li" => self.item("- ", children),
            "p" | "div" | "section" | "article" | "blockquote" | "tr" | "table" | "header" | "footer" | "main" => {
                self.block("", children);
            }
            "a" if href.starts_with("http") || href.starts_with("mailto:") => {
                let words = markdown(children).replace('\n', " ");
                if words == href || words.is_empty() {
                    self.put(href);
                } else {
                    self.put(&format!("[{words}]({})", href.replace(' ', "%20").replace(')', "%29")));
                }
            }
            "td" | "th" => {
                self.all(children);
                self.words(" ");
            }
            _ => match marks(tag, style) {
                "" => self.all(children),
                marks => self.marked(marks, children),
            },
        }
    }

    fn all(&mut self, children: &[Rich]) {
        children.iter().for_each(|child| self.write(child));
    }

    /// Words between signs. Spaces within would undo these, so they go outside.
    fn marked(&mut self, marks: &str, children: &[Rich]) {
        let mut inner = Self::default();
        inner.all(children);
        let words = inner.text.trim();
        // Signs do not reach over paragraphs, and headings are bold already.
        if words.is_empty() || words.contains('\n') || self.line().starts_with('#') {
            return self.all(children);
        }
        if inner.text.starts_with(' ') {
            self.words(" ");
        }
        self.put(&format!("{marks}{words}{marks}"));
        if inner.text.ends_with(' ') {
            self.words(" ");
        }
    }

    fn block(&mut self, before: &str, children: &[Rich]) {
        self.end_block();
        let start = self.text.len();
        self.text.push_str(before);
        self.all(children);
        if self.text[start..].trim() == before.trim() {
            self.text.truncate(start);
        }
        self.end_block();
    }

    fn list(&mut self, children: &[Rich], numbered: bool) {
        if self.indent.is_empty() {
            self.end_block();
        }
        let mut number = 0;
        for child in children {
            match child {
                Rich::Element { tag, children, .. } if tag == "li" => {
                    number += 1;
                    let sign = if numbered { format!("{number}. ") } else { "- ".into() };
                    self.item(&sign, children);
                }
                Rich::Element { .. } => self.write(child),
                Rich::Text(_) => {}
            }
        }
        if self.indent.is_empty() {
            self.end_block();
        }
    }

    fn item(&mut self, sign: &str, children: &[Rich]) {
        self.trim_end();
        if !self.text.is_empty() {
            let gap = if self.is_in_list() || !self.indent.is_empty() { "\n" } else { "\n\n" };
            self.text.push_str(gap);
        }
        let before = self.indent.clone();
        self.text.push_str(&format!("{before}{sign}"));
        self.indent = format!("{before}{}", " ".repeat(sign.len()));
        // A paragraph within an item is its text.
        for child in children {
            match child {
                Rich::Element { tag, children, style, .. }
                    if (tag == "p" || tag == "div") && !style.contains("mso-list") =>
                {
                    self.all(children);
                }
                child => self.write(child),
            }
        }
        self.trim_end();
        self.indent = before;
    }

    /// Whether the last line is one of a list.
    fn is_in_list(&self) -> bool {
        let line = self.line().trim_start();
        line.starts_with("- ") || line.split_once(". ").is_some_and(|(number, _)| number.parse::<u8>().is_ok())
    }

    fn line(&self) -> &str {
        self.text.rsplit('\n').next().unwrap_or_default()
    }

    fn words(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                c if c.is_whitespace() => {
                    let line = self.line();
                    if !line.is_empty() && !line.ends_with(' ') {
                        self.text.push(' ');
                    }
                }
                '\\' | '*' | '`' | '[' | '<' => self.text.extend(['\\', c]),
                c => self.text.push(c),
            }
        }
    }

    fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn trim_end(&mut self) {
        self.text.truncate(self.text.trim_end().len());
    }

    fn end_block(&mut self) {
        self.trim_end();
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
            let indent = self.indent.clone();
            self.text.push_str(&indent);
        }
    }
}

/// The signs around bold or italic words. Some editors put a whole text into a `<b>` that is not bold.
fn marks(tag: &str, style: &str) -> &'static str {
    let style: String = style.to_lowercase().split_whitespace().collect();
    let plain = style.contains("font-weight:normal") || style.contains("font-weight:400");
    let heavy =
        ["bold", "600", "700", "800", "900"].iter().any(|weight| style.contains(&format!("font-weight:{weight}")));
    match tag {
        "b" | "strong" if !plain => "**",
        "i" | "em" if !style.contains("font-style:normal") => "*",
        "span" | "font" if heavy => "**",
        "span" | "font" if style.contains("font-style:italic") => "*",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use scraper::{ElementRef, Html};

    use super::*;

    fn children(of: ElementRef<'_>) -> Vec<Rich> {
        let piece = |node| match ElementRef::wrap(node) {
            Some(element) => {
                let attr = |name| element.attr(name).unwrap_or_default().to_string();
                let tag = element.value().name().to_string();
                Some(Rich::Element { tag, style: attr("style"), href: attr("href"), children: children(element) })
            }
            None => node.value().as_text().map(|text| Rich::Text(text.to_string())),
        };
        of.children().filter_map(piece).collect()
    }

    fn read(html: &str) -> Vec<Rich> {
        children(Html::parse_fragment(html).root_element())
    }

    #[test]
    fn pages_become_markdown() {
        for (html, text) in [
            ("<p>One</p><p>two <b>bold</b> and <i>slanted </i>words</p>", "One\n\ntwo **bold** and *slanted* words"),
            ("<h1>Gardener</h1><h3>You</h3>plant", "## Gardener\n\n### You\n\nplant"),
            ("<ul><li>Trees<li><p>Roses</p><ul><li>red</li></ul></ul><p>End", "- Trees\n- Roses\n  - red\n\nEnd"),
            ("<ol><li>One</li><li>Two</li></ol>", "1. One\n2. Two"),
            ("See <a href='https://a.example/x'>our  garden</a>.", "See [our garden](https://a.example/x)."),
            ("<a href='https://a.example'>https://a.example</a>", "https://a.example"),
            ("<a href='javascript:alert(1)'>Press</a>", "Press"),
            ("one<br>two", "one\ntwo"),
            ("2 * 3 [sic] <tag", "2 \\* 3 \\[sic]"),
            ("<style>p { color: red }</style><script>alert(1)</script>Text", "Text"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"),
            ("", ""),
        ] {
            assert_eq!(markdown(&read(html)), text, "{html}");
        }
    }

    #[test]
    fn word_processors_are_understood() {
        let word = "<p class=MsoNormal><b><span style='font-size:14pt'>Tasks</span></b><o:p></o:p></p>
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>   </span></span>Plant trees</p>
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Water them</p>";
        assert_eq!(markdown(&read(word)), "**Tasks**\n\n- Plant trees\n- Water them");
        let docs = "<b style='font-weight:normal' id='docs-internal'><p><span style='font-weight:700'>Tasks</span></p>
            <ul><li><p><span>Plant</span></p></li></ul></b>";
        assert_eq!(markdown(&read(docs)), "**Tasks**\n\n- Plant");
    }
}
