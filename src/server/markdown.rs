//! Markdown as people write it, HTML as a page may hold it.

use pulldown_cmark::{Options, Parser, html};

/// Renders Markdown and cleans the result: no script, style, form, image or foreign frame survives; links lose
/// their referrer and their weight with search engines. Headings begin at the third level, below the page's own.
pub fn to_html(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut unsafe_html = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut unsafe_html, Parser::new_ext(markdown, options).map(lower_heading));
    ammonia::Builder::default()
        .rm_tags(["img", "map", "area"])
        .link_rel(Some("nofollow noopener ugc"))
        .clean(&unsafe_html)
        .to_string()
}

fn lower_heading(event: pulldown_cmark::Event<'_>) -> pulldown_cmark::Event<'_> {
    use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};
    let lower = |level: HeadingLevel| match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        _ => HeadingLevel::H5,
    };
    match event {
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: lower(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        other => other,
    }
}

/// The text alone, for a page's description: at most `length` characters, cut at a word.
pub fn excerpt(markdown: &str, length: usize) -> String {
    use pulldown_cmark::{Event, TagEnd};
    let mut text = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => text.push(' '),
            _ => {}
        }
        if text.len() > length * 4 {
            break;
        }
    }
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= length {
        return words;
    }
    let cut: String = words.chars().take(length).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{cut}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_run_is_gone() {
        let html = to_html(
            "<script>alert(1)</script><img src=x onerror=alert(1)>\n\n[x](javascript:alert(1)) <b onclick=a()>b</b>",
        );
        for bad in ["script", "onerror", "javascript:", "onclick", "<img"] {
            assert!(!html.contains(bad), "{bad} in {html}");
        }
        assert!(html.contains("<b>b</b>"));
    }

    #[test]
    fn headings_stay_below_the_page_s_own() {
        assert_eq!(to_html("# A\n\n### B").trim(), "<h3>A</h3>\n<h4>B</h4>");
    }

    #[test]
    fn an_excerpt_ends_at_a_word() {
        assert_eq!(excerpt("# Hello\n\n*dear* world of work", 16), "Hello dear…");
        assert_eq!(excerpt("short", 16), "short");
    }
}
