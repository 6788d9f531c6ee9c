//! Markdown as people write it, HTML as a page may hold it.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Renders Markdown and cleans the result: no script, style, form, image or foreign frame survives; links lose
/// their referrer and their weight with search engines. Headings begin at the second level, below the page's own, and
/// leave no level out, so that the page's outline stays whole.
pub fn to_html(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut events: Vec<Event<'_>> = Parser::new_ext(markdown, options).collect();
    outline(&mut events);
    let mut unsafe_html = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut unsafe_html, events.into_iter());
    ammonia::Builder::default()
        .rm_tags(["img", "map", "area"])
        .link_rel(Some("nofollow noopener ugc"))
        .clean(&unsafe_html)
        .to_string()
}

/// Moves headings below the page's own: the highest one becomes the second level, and each is at most one level
/// below the one before it.
fn outline(events: &mut [Event<'_>]) {
    let levels = events.iter().filter_map(|e| match e {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
        _ => None,
    });
    let highest = levels.min().unwrap_or(1);
    let mut last = 1;
    for event in events {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                last = (*level as usize - highest + 2).min(last + 1).min(6);
                *level = HeadingLevel::try_from(last).unwrap_or(HeadingLevel::H6);
            }
            Event::End(TagEnd::Heading(level)) => *level = HeadingLevel::try_from(last).unwrap_or(HeadingLevel::H6),
            _ => {}
        }
    }
}

/// The text alone, for a page's description: at most `length` characters, cut at a word.
pub fn excerpt(markdown: &str, length: usize) -> String {
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
        assert_eq!(
            to_html(
                "# A

### B"
            )
            .trim(),
            "<h2>A</h2>
<h3>B</h3>"
        );
        assert_eq!(
            to_html(
                "### A

##### B

### C"
            )
            .trim(),
            "<h2>A</h2>
<h3>B</h3>
<h2>C</h2>"
        );
        assert_eq!(
            to_html(
                "#### A

# B"
            )
            .trim(),
            "<h2>A</h2>
<h2>B</h2>"
        );
    }

    #[test]
    fn an_excerpt_ends_at_a_word() {
        assert_eq!(excerpt("# Hello\n\n*dear* world of work", 16), "Hello dear…");
        assert_eq!(excerpt("short", 16), "short");
    }
}
