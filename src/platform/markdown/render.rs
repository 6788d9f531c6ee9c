//! Markdown rendered to safe HTML. A pure function of the text.
//!
//! Every tag and attribute of the output is written here, from a fixed few, and every text is escaped. So no sanitizer
//! is needed, and nothing that somebody types can become markup: HTML in Markdown is text. The depth of nesting and the
//! length of the output are bounded, whatever was typed.

use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream,
};

use super::{
    links,
    source::{meaning, meant, prepare},
};
use crate::text::{looks_empty, mailto};

/// Raised whenever the rules below change: what was rendered by older ones is rendered anew.
pub const RENDERER_VERSION: i64 = 3;

/// Elements inside each other, code and the parts of a table's head not counted. What is nested deeper stands in the last
/// of them.
pub const MAX_DEPTH: usize = 16;
/// Quotes and lists inside each other: each moves its text to the side, and a narrow screen has room for so many.
const MAX_INDENTS: usize = 6;
/// Bytes of HTML; the output is truncated there. It is ten times the characters of the longest text.
pub const MAX_HTML: usize = 200_000;
/// Parser events of a text; the longest honest texts have a quarter.
const MAX_EVENTS: usize = 120_000;
/// Quotes and lists that one line opens; the markers of more are dropped.
const MAX_OPENED: usize = MAX_DEPTH;
/// Characters of an excerpt.
const EXCERPT: usize = 160;
/// A rendered text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    pub html: String,
    /// The beginning of the plain text, cut at a word.
    pub excerpt: String,
}

/// What a text stands below on its page: its headings begin one level deeper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Below {
    /// The page's title.
    Title = 1,
    /// The heading of a section.
    Section = 2,
}

/// Renders a text. Headings begin below the page's own, and leave no level out, so that the page's outline stays whole.
/// Line ends stay line ends, addresses are links, images are their descriptions.
pub fn render(markdown: &str, below: Below) -> Rendered {
    let markdown = prepare(markdown);
    let markdown = shallow(&markdown);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(&markdown, options).take(MAX_EVENTS);
    let mut events: Vec<Event<'_>> = TextMergeStream::new(events).collect();
    outline(&mut events, below);
    let events = name_links(events);
    let excerpt = excerpt(&events);
    let mut html = Html::default();
    for event in events {
        html.add(event);
    }
    Rendered { html: html.finish(), excerpt }
}

/// The text without the quote and list markers that one line opens too many of: for nested lists the parser scans each
/// line once for every level.
fn shallow(markdown: &str) -> std::borrow::Cow<'_, str> {
    if !markdown.lines().any(|line| opened(line).is_some()) {
        return markdown.into();
    }
    let mut out = String::with_capacity(markdown.len());
    for line in markdown.split_inclusive('\n') {
        match opened(line) {
            Some((kept, rest)) => out.extend([&line[..kept], &line[rest..]]),
            None => out.push_str(line),
        }
    }
    out.into()
}

/// Where the markers that a line may keep end, and where its content begins; `None` where it opens few enough.
fn opened(line: &str) -> Option<(usize, usize)> {
    let bytes = line.as_bytes();
    let (mut at, mut signs, mut kept) = (0, 0, 0);
    loop {
        let blank = bytes[at..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
        let digits = bytes[at + blank..].iter().take_while(|b| b.is_ascii_digit()).count();
        let sign = at + blank + digits;
        let quote = digits == 0 && bytes.get(sign) == Some(&b'>');
        let item = match bytes.get(sign) {
            Some(b'-' | b'+' | b'*') => digits == 0,
            Some(b'.' | b')') => digits > 0,
            _ => false,
        };
        let spaced = matches!(bytes.get(sign + 1), Some(b' ' | b'\t'));
        if !quote && !(item && spaced) {
            return (signs > MAX_OPENED).then_some((kept, at));
        }
        at = sign + 1;
        signs += 1;
        if signs == MAX_OPENED {
            kept = at;
        }
    }
}

/// Moves headings below what the text stands below: the highest one becomes the next level, and each is at most one
/// level below the one before it.
fn outline(events: &mut [Event<'_>], below: Below) {
    let levels = events.iter().filter_map(|e| match e {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
        _ => None,
    });
    let highest = levels.min().unwrap_or(1);
    let top = below as usize;
    let mut last = top;
    for event in events {
        if let Event::Start(Tag::Heading { level, .. }) = event {
            last = (*level as usize - highest + top + 1).min(last + 1).min(6);
            *level = HeadingLevel::try_from(last).unwrap_or(HeadingLevel::H6);
        }
    }
}

/// Gives links that show nothing their addresses as text.
fn name_links(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let (mut named, mut nameless) = (Vec::with_capacity(events.len()), None);
    for event in events {
        match &event {
            Event::Start(Tag::Link { dest_url, .. }) => nameless = Some(dest_url.clone()),
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) if !looks_empty(text) => nameless = None,
            Event::End(TagEnd::Link) => {
                let to = nameless.take().filter(|to| links::destination(&meaning(to)).is_some());
                named.extend(to.map(|to| Event::Text(to.strip_prefix("mailto:").unwrap_or(&to).to_string().into())));
            }
            _ => {}
        }
        named.push(event);
    }
    named
}

/// The plain text, for a page's description; empty where nothing is seen of the text.
fn excerpt(events: &[Event<'_>]) -> String {
    let mut text = String::new();
    for event in events {
        match event {
            Event::Text(part) | Event::Code(part) | Event::Html(part) | Event::InlineHtml(part) => {
                // However many blanks there are, what comes behind them is seen.
                let mut before = text.chars().next_back().is_none_or(char::is_whitespace);
                let one_blank = |c: &char| !std::mem::replace(&mut before, c.is_whitespace()) || !c.is_whitespace();
                text.extend(part.chars().map(meant).filter(one_blank).take(4 * EXCERPT));
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule => push_blank(&mut text),
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) => {}
            Event::End(_) => push_blank(&mut text),
            _ => {}
        }
        if text.len() > 4 * EXCERPT {
            break;
        }
    }
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= EXCERPT {
        return words;
    }
    let cut: String = words.chars().take(EXCERPT).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{cut}…")
}

fn push_blank(text: &mut String) {
    if !text.is_empty() && !text.ends_with(' ') {
        text.push(' ');
    }
}

/// The HTML output.
#[derive(Default)]
struct Html {
    out: String,
    /// The closing tags of the open elements; `None` for one that was too deep to be written.
    open: Vec<Option<&'static str>>,
    /// How many of the open elements were written.
    depth: usize,
    /// How many of the open elements are quotes and lists.
    indents: usize,
    in_head: bool,
    in_code: bool,
    in_link: bool,
    full: bool,
}

impl Html {
    fn add(&mut self, event: Event<'_>) {
        if self.full {
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_code => self.escape(&text, false),
            Event::Text(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Html(text) => self.lines(&text),
            Event::Code(text) => {
                self.out.push_str("<code>");
                self.escape(&text, false);
                self.out.push_str("</code>");
            }
            Event::SoftBreak | Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            // Switched off in the parser.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
        self.full |= self.out.len() >= MAX_HTML;
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.begin("<p>", "</p>\n"),
            Tag::Heading { level, .. } => {
                let (begin, end) = match level {
                    HeadingLevel::H1 | HeadingLevel::H2 => ("<h2>", "</h2>\n"),
                    HeadingLevel::H3 => ("<h3>", "</h3>\n"),
                    HeadingLevel::H4 => ("<h4>", "</h4>\n"),
                    HeadingLevel::H5 => ("<h5>", "</h5>\n"),
                    HeadingLevel::H6 => ("<h6>", "</h6>\n"),
                };
                self.begin(begin, end);
            }
            Tag::BlockQuote(_) | Tag::List(_) if self.indents == MAX_INDENTS => self.skip_block(),
            Tag::BlockQuote(_) => self.begin("<blockquote>\n", "</blockquote>\n"),
            // Who indents a paragraph means no code.
            Tag::CodeBlock(CodeBlockKind::Indented) => self.begin("<p>", "</p>\n"),
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => {
                self.in_code = true;
                self.begin("<pre><code>", "</code></pre>\n");
            }
            // A list or table whose items would be too deep loses its tags as a whole.
            Tag::List(_) | Tag::Table(_) if self.depth + 4 > MAX_DEPTH => self.skip_block(),
            Tag::List(Some(first)) if first != 1 => self.begin(&format!("<ol start=\"{first}\">\n"), "</ol>\n"),
            Tag::List(Some(_)) => self.begin("<ol>\n", "</ol>\n"),
            Tag::List(None) => self.begin("<ul>\n", "</ul>\n"),
            Tag::Item | Tag::TableHead | Tag::TableRow if self.open.last() == Some(&None) => self.skip_block(),
            Tag::TableCell if self.open.last() == Some(&None) => self.skip_block(),
            Tag::Item => self.begin("<li>", "</li>\n"),
            Tag::Table(_) => self.begin("<table>\n", "</tbody></table>\n"),
            Tag::TableHead => {
                self.in_head = true;
                self.begin("<thead><tr>", "</tr></thead><tbody>\n");
            }
            Tag::TableRow => self.begin("<tr>", "</tr>\n"),
            Tag::TableCell if self.in_head => self.begin("<th>", "</th>"),
            Tag::TableCell => self.begin("<td>", "</td>"),
            Tag::Emphasis => self.begin("<em>", "</em>"),
            Tag::Strong => self.begin("<strong>", "</strong>"),
            Tag::Strikethrough => self.begin("<del>", "</del>"),
            Tag::Link { link_type, dest_url, title, .. } => self.link(link_type, &dest_url, &title),
            // An image is its description. The others are switched off in the parser.
            Tag::Image { .. }
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => self.skip(),
        }
    }

    /// A link whose scheme is not allowed is its text. `rel` takes its opener, and its weight with search engines.
    fn link(&mut self, link_type: LinkType, to: &str, title: &CowStr<'_>) {
        let to = meaning(to);
        let to = if link_type == LinkType::Email { Some(mailto(&to)) } else { links::destination(&to) };
        match to.filter(|_| self.depth < MAX_DEPTH) {
            Some(to) => self.begin_link(&to, title),
            None => self.skip(),
        }
    }

    fn begin_link(&mut self, to: &str, title: &str) {
        self.out.push_str("<a href=\"");
        self.escape(to, true);
        if !title.is_empty() {
            self.out.push_str("\" title=\"");
            self.escape(title, true);
        }
        self.in_link = true;
        self.begin("\" rel=\"nofollow noopener ugc\">", "</a>");
    }

    fn begin(&mut self, begin: &str, end: &'static str) {
        if self.depth == MAX_DEPTH {
            // An element whose closing tag ends a line is a block.
            return if end.ends_with('\n') { self.skip_block() } else { self.skip() };
        }
        self.out.push_str(begin);
        self.open.push(Some(end));
        self.depth += 1;
        self.indents += usize::from(is_indent(end));
    }

    /// Leaves out a block's tags, but keeps a line break where it stood apart.
    fn skip_block(&mut self) {
        self.out.push('\n');
        self.skip();
    }

    fn skip(&mut self) {
        self.open.push(None);
    }

    fn end(&mut self, tag: TagEnd) {
        let inline =
            matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image);
        self.in_head &= tag != TagEnd::TableHead;
        self.in_code &= tag != TagEnd::CodeBlock;
        self.in_link &= tag != TagEnd::Link;
        match self.open.pop() {
            Some(Some(end)) => {
                // The end of a paragraph of lines.
                if end == "</p>\n" && self.out.ends_with("<br>\n") {
                    self.out.truncate(self.out.len() - "<br>\n".len());
                }
                self.out.push_str(end);
                self.depth -= 1;
                self.indents -= usize::from(is_indent(end));
            }
            _ if !inline => self.out.push('\n'),
            _ => {}
        }
    }

    /// A text; what is an address in it is a link.
    fn text(&mut self, text: &str) {
        let text = meaning(text);
        let mut done = 0;
        let links = if self.in_link || self.depth == MAX_DEPTH { Vec::new() } else { links::find(&text) };
        for link in links {
            self.lines(&text[done..link.span.start]);
            if self.out.len() >= MAX_HTML {
                return;
            }
            self.begin_link(&link.to, "");
            self.escape(&text[link.span.clone()], false);
            self.end(TagEnd::Link);
            done = link.span.end;
        }
        self.lines(&text[done..]);
    }

    /// A text whose line ends stay.
    fn lines(&mut self, text: &str) {
        for line in text.split_inclusive('\n') {
            self.escape(line.trim_end_matches('\n'), false);
            if line.ends_with('\n') {
                self.out.push_str("<br>\n");
            }
        }
    }

    fn escape(&mut self, text: &str, in_attribute: bool) {
        for c in text.chars().map(meant) {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' if in_attribute => self.out.push_str("&quot;"),
                c => self.out.push(c),
            }
            if self.out.len() >= MAX_HTML {
                break;
            }
        }
    }

    /// Closes the open elements.
    fn finish(mut self) -> String {
        if self.full {
            self.out.push('…');
        }
        while let Some(end) = self.open.pop() {
            self.out.push_str(end.unwrap_or_default());
        }
        self.out
    }
}

/// Whether an element with this closing tag moves its text to the side.
fn is_indent(end: &str) -> bool {
    matches!(end, "</blockquote>\n" | "</ol>\n" | "</ul>\n")
}

#[cfg(test)]
mod tests {
    use scraper::{ElementRef, Html as Page};

    use super::{links::SCHEMES, *};

    fn html(markdown: &str) -> String {
        render(markdown, Below::Title).html
    }

    /// The depth of the deepest element, after asserting that every element is one of ours.
    fn depth(html: &str) -> usize {
        const TAGS: [&str; 24] = [
            "p",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "code",
            "ol",
            "ul",
            "li",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "em",
            "strong",
            "del",
            "a",
            "br",
            "hr",
        ];
        fn walk(element: ElementRef<'_>, html: &str) -> usize {
            let deepest = element.child_elements().map(|child| {
                let tag = child.value().name();
                assert!(TAGS.contains(&tag), "<{tag}> in {html:.300}");
                for (name, value) in child.value().attrs() {
                    let fine = match (tag, name) {
                        ("a", "href") => SCHEMES.iter().any(|s| value.to_ascii_lowercase().starts_with(s)),
                        ("a", "rel") => value == "nofollow noopener ugc",
                        ("a", "title") => true,
                        ("ol", "start") => value.parse::<u64>().is_ok(),
                        _ => false,
                    };
                    assert!(fine, "{name}={value} in {html:.300}");
                }
                1 + walk(child, html)
            });
            deepest.max().unwrap_or(0)
        }
        walk(Page::parse_fragment(html).root_element(), html)
    }

    #[test]
    fn what_could_run_is_text() {
        for attack in [
            "<script>alert(1)</script><img src=x onerror=alert(1)>",
            "a <b onclick=a()>b</b> <!-- c --> <?php d ?> <![CDATA[e]]> <!DOCTYPE f>",
            "<style>*{display:none}</style>\n\n<form action=//evil.example><input name=password></form>",
            "<div>\n\n*a*\n\n</div><iframe src=https://evil.example>",
            "[x](https://a.example \"t\\\" onmouseover=alert(1) x=\\\"\")",
            "[x](<https://a.example/\" onmouseover=\"alert(1)>)",
            "![<script>](https://a.example/x.png \"<script>\")",
            "```x\" onclick=\"alert(1)\n</code></pre><script>alert(1)</script>\n```",
            "`</code><script>`",
            "| <script> | a |\n|---|---|\n| </td><script> | `|</table>` |",
            "1000000000) a\n\n0. b",
            "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62; &amp;lt;",
            "# <h1>\n\n> </blockquote><svg/onload=alert(1)>",
            "[a]: https://a.example \"</a><script>\"\n[a]",
        ] {
            depth(&html(attack));
        }
        assert_eq!(
            html("We <b>grow</b> & <script>alert(1)</script>").trim(),
            "<p>We &lt;b&gt;grow&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;</p>"
        );
        assert_eq!(
            html("<div>\nas *typed*\n</div>\n\nand *not*").trim(),
            "<p>&lt;div&gt;<br>\nas *typed*<br>\n&lt;/div&gt;</p>\n<p>and <em>not</em></p>"
        );
        assert_eq!(html("![a *tree*](https://a.example/x.png)").trim(), "<p>a <em>tree</em></p>");
    }

    #[test]
    fn links_lead_where_links_may() {
        for fine in [
            "https://a.example/?b=c&d=e",
            "http://a.example",
            "HTTPS://a.example",
            "mailto:a@b.example",
            "tel:+49301234",
        ] {
            let escaped = fine.replace('&', "&amp;");
            let wanted = format!("<p><a href=\"{escaped}\" rel=\"nofollow noopener ugc\">x</a></p>");
            assert_eq!(html(&format!("[x]({fine})")).trim(), wanted);
        }
        assert!(html("<https://a.example> <a@b.example>").contains("href=\"mailto:a@b.example\""));
        for bad in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "javascript&colon;alert(1)",
            "java&#x0A;script:alert(1)",
            "&#1;javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://a.example/x",
            "///evil.example",
            "/settings",
            "?a=b",
            "#a",
            "",
            "https&#x3A;//a.example&#10;x",
            "ftp://a.example",
            "httpsx://a.example",
            "https:a.example",
            "x:https://a.example",
        ] {
            let html = html(&format!("[x]({bad})"));
            assert!(!html.contains("<a"), "{bad}: {html}");
            assert_eq!(
                html.matches('x').count(),
                1 + if html.contains("](") { bad.matches('x').count() } else { 0 },
                "{html}"
            );
        }
    }

    #[test]
    fn headings_stay_below_the_page_s_own() {
        assert_eq!(html("# A\n\n### B").trim(), "<h2>A</h2>\n<h3>B</h3>");
        assert_eq!(html("### A\n\n##### B\n\n### C").trim(), "<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>");
        assert_eq!(html("#### A\n\n# B").trim(), "<h2>A</h2>\n<h2>B</h2>");
        let in_section = |markdown| render(markdown, Below::Section).html;
        assert_eq!(in_section("# A\n\n### B\n\n## C").trim(), "<h3>A</h3>\n<h4>B</h4>\n<h4>C</h4>");
    }

    #[test]
    fn what_people_write_looks_right() {
        for (markdown, wanted) in [
            ("a\nb\\\nc", "<p>a<br>\nb<br>\nc</p>"),
            ("    a *b*\n      c\n\nd", "<p>a *b*<br>\n  c</p>\n<p>d</p>"),
            ("- a\n- *b*\n  1. c", "<ul>\n<li>a</li>\n<li><em>b</em><ol>\n<li>c</li>\n</ol>\n</li>\n</ul>"),
            ("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>"),
            ("> a\n> > b", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>"),
            ("**a** ~~b~~ `c < d`", "<p><strong>a</strong> <del>b</del> <code>c &lt; d</code></p>"),
            ("```rust\nfn a() {}\n```", "<pre><code>fn a() {}\n</code></pre>"),
            ("***", "<hr>"),
            (
                "|a|b|\n|-|-|\n|c|d|",
                "<table>\n<thead><tr><th>a</th><th>b</th></tr></thead><tbody>\n<tr><td>c</td><td>d</td></tr>\n</tbody></table>",
            ),
        ] {
            assert_eq!(html(markdown).trim(), wanted, "{markdown}");
            depth(wanted);
        }
    }

    #[test]
    fn depth_is_bounded() {
        let nested = (1..=40).map(|i| format!("{}- a{i}\n", "  ".repeat(i - 1))).collect::<String>();
        let quotes = (1..=40).map(|i| format!("{} a{i}\n\n", ">".repeat(i))).collect::<String>();
        let many = 9_990;
        for deep in [
            nested.clone(),
            quotes.clone(),
            ">".repeat(2 * many) + "a",
            "- ".repeat(many) + "a",
            "* + ".repeat(many / 2) + "a",
            "> 1. ".repeat(many / 4) + "a",
            "- ".repeat(many / 2) + "a" + &"\n".repeat(many),
            "*a **b ".repeat(1_400) + &"b** a*".repeat(1_600),
            "> - ".repeat(6) + "**_~~[`a`](https://a.example)~~_**",
            "- ".repeat(14) + "|a|b|\n" + &"  ".repeat(14) + "|-|-|\n" + &"  ".repeat(14) + "|c|d|",
            "[".repeat(5_000) + "a" + &"](https://a.example)".repeat(700),
        ] {
            let html = html(&deep);
            assert!(depth(&html) <= MAX_DEPTH + 2, "{} in {deep:.60}", depth(&html));
        }
        let (nested, quotes) = (html(&nested), html(&quotes));
        for i in 1..=40 {
            let word = format!("a{i}");
            let there = |html: &str| html.split(|c: char| !c.is_alphanumeric()).filter(|w| *w == word).count();
            assert_eq!((there(&nested), there(&quotes)), (1, 1), "what is too deep is flattened, not lost: {word}");
        }
    }

    #[test]
    fn a_line_opens_few_quotes_and_lists() {
        for line in [">".repeat(500), "- ".repeat(500), "> 1. \t* ".repeat(200), "1) ".repeat(300)] {
            let text = format!("before\n{line}a\nafter");
            let shallow = shallow(&text);
            let signs =
                shallow.lines().nth(1).unwrap().chars().filter(|c| matches!(c, '>' | '-' | '*' | ')' | '.')).count();
            assert_eq!(signs, MAX_OPENED, "{line:.20}");
            assert!(shallow.starts_with("before\n") && shallow.ends_with("a\nafter"));
        }
        for fine in ["> > a", "- - - - -", "----------------------------------------", "1. 2. 3.", "**a** - b", ""] {
            assert_eq!(shallow(fine), fine);
        }
    }

    #[test]
    fn length_is_bounded() {
        let columns = 1_000;
        let table = "|".repeat(columns + 1) + "\n" + &"|-".repeat(columns) + "\n" + &"a\n".repeat(8_000);
        let reference = format!("[a]: http://{}\n\n{}", "&".repeat(9_900), "[a]".repeat(3_300));
        for long in [
            table,
            reference,
            "|a".repeat(2_500) + "\n" + &"|-".repeat(2_500) + "\n" + &"|\n".repeat(5_000),
            "&".repeat(20_000),
            "<".repeat(20_000),
            "-\n".repeat(10_000),
            "#\n".repeat(10_000),
            "\n\na".repeat(6_666),
            "\u{1f600}".repeat(20_000),
            "![[]()".repeat(3_333),
            "`".repeat(20_000),
        ] {
            let html = html(&long);
            assert!(html.len() < MAX_HTML + 1_000, "{} bytes of {long:.40}", html.len());
            depth(&html);
        }
    }

    #[test]
    fn an_excerpt_ends_at_a_word() {
        let words = "word ".repeat(60);
        let excerpt = |text: &str| render(text, Below::Title).excerpt;
        assert_eq!(excerpt("# Hello\n\n*dear* world\nof <b>work</b>"), "Hello dear world of <b>work</b>");
        assert_eq!(excerpt("- a\n- b"), "a b");
        assert!(excerpt(&words).ends_with("word…") && excerpt(&words).chars().count() <= 160);
        assert_eq!(excerpt(&"x".repeat(200)).chars().count(), 161);
        assert_eq!(excerpt(""), "");
    }
}
