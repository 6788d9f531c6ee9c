//! Finds the web addresses in a message's text, once on the server: pages and events carry them beside the text.

use linkify::{LinkFinder, LinkKind};
use url::Url;

use super::model::{MAX_LINK_BYTES, MAX_LINKS, TextLink};
use crate::text::{is_mark, is_unspaced};

const SCHEMES: [&str; 2] = ["https://", "http://"];
/// What an address may begin with instead of a scheme.
const WWW: &str = "www.";

/// The addresses with `http` or `https`, in any case, and those that begin with `www.`.
pub fn links(text: &str) -> Vec<TextLink> {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]).url_must_have_scheme(false);
    let (mut links, mut at) = (Vec::new(), 0);
    for run in text.split(ends_every_address) {
        let mut from = 0;
        while let Some((start, end)) = next(&finder, run, from) {
            // linkify 0.10 leaves out a fragment right behind the host, and what browsers take for a path there.
            let end = if run[end..].starts_with(['#', '\\']) { run.len() } else { end };
            from = match link(&run[start..end], run[..start].chars().next_back()) {
                Some((begin, end, href, shown)) => {
                    links.push(TextLink { from: at + start + begin, to: at + start + end, href, shown });
                    start + end
                }
                None => next_beginning(run, start),
            };
        }
        at += run.len() + text[at + run.len()..].chars().next().map_or(0, char::len_utf8);
    }
    bounded(links)
}

/// What may be an address: where it begins in a run of text, and where it ends at the latest.
fn next(finder: &LinkFinder, run: &str, from: usize) -> Option<(usize, usize)> {
    let found = finder.links(&run[from..]).next().map(|found| (from + found.start(), from + found.end()));
    // linkify 0.10 takes no host that is a number, or whose last part is of another script.
    let with_scheme = run[from..].char_indices().map(|(at, _)| from + at);
    let begins = |at: &usize| SCHEMES.iter().any(|scheme| has_prefix(&run[*at..], scheme));
    let missed = with_scheme.filter(begins).map(|at| (at, run.len())).next();
    match (found, missed) {
        (Some(found), Some(missed)) if missed.0 < found.0 => Some(missed),
        (found, missed) => found.or(missed),
    }
}

fn bounded(links: Vec<TextLink>) -> Vec<TextLink> {
    let mut bytes = 0;
    let fits = |link: &TextLink| {
        bytes += link.href.len() + link.shown.as_ref().map_or(0, String::len);
        bytes <= MAX_LINK_BYTES
    };
    links.into_iter().take(MAX_LINKS).take_while(fits).collect()
}

/// Characters that are part of no address: white space, quotes, and whatever beyond ASCII is neither letter nor digit,
/// such as dashes, arrows, emoji and the punctuation of East Asian texts.
fn ends_every_address(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '<' | '>' | '"' | '|' | '`')
        || !(c.is_ascii() || c.is_alphanumeric() || is_mark(c) || matches!(c, '\u{200c}' | '\u{200d}'))
}

/// Where an address may begin behind `start`.
fn next_beginning(run: &str, start: usize) -> usize {
    let mut behind = run[start..].char_indices().skip(1).map(|(at, _)| start + at);
    let may_begin = |at: &usize| has_prefix(&run[*at..], "http") || has_prefix(&run[*at..], WWW);
    behind.find(may_begin).unwrap_or(run.len())
}

/// The address in what linkify has found behind another character: where it begins and ends there, where it leads, and what is shown of it
/// where that is not what was written.
fn link(found: &str, before: Option<char>) -> Option<(usize, usize, String, Option<String>)> {
    let begin = beginning(found, before)?;
    let written = &found[begin..];
    let written = &written[..end_of_host(written)];
    let before = found[..begin].chars().next_back().or(before);
    let written = &written[..end(written, before)];
    let scheme = if has_prefix(written, WWW) { SCHEMES[0] } else { "" };
    let mut url = Url::parse(&format!("{scheme}{written}")).ok()?;
    let host = url.host_str().filter(|host| !host.is_empty())?;
    if !scheme.is_empty() && host.trim_end_matches('.').matches('.').count() < 2 {
        return None;
    }
    // Browsers take `\` for `/`; who reads it may not.
    let honest = !written.contains('\\') && tells_its_host(authority(written), &url);
    // Before an `@` stands whatever its writer likes, such as the name of another host.
    _ = url.set_username("");
    _ = url.set_password(None);
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none() && !written.ends_with('/');
    let shown = (!honest).then(|| if bare { url.as_str().trim_end_matches('/') } else { url.as_str() }.to_string());
    Some((begin, begin + written.len(), url.into(), shown))
}

fn has_prefix(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(prefix))
}

/// Where the scheme begins, or `www.`: linkify takes more for a scheme, and begins at a letter before `www.`.
fn beginning(found: &str, mut before: Option<char>) -> Option<usize> {
    for (at, c) in found.char_indices() {
        let rest = &found[at..];
        let joined = before.is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c));
        let within = matches!(before, Some('/' | '.' | '@' | '-' | '_'));
        let has_scheme = SCHEMES.iter().any(|scheme| has_prefix(rest, scheme));
        if !joined && (has_scheme || (has_prefix(rest, WWW) && !within)) {
            return Some(at);
        }
        before = Some(c);
    }
    None
}

/// What stands between the scheme and the path.
fn authority(written: &str) -> &str {
    let rest = written.split_once("://").map_or(written, |(_, rest)| rest);
    rest.split(['/', '?', '#', '\\']).next().unwrap_or_default()
}

/// Where an address ends if a text without spaces goes on right behind its host; else its length.
fn end_of_host(written: &str) -> usize {
    let authority = authority(written);
    let start = written.len() - written.split_once("://").map_or(written, |(_, rest)| rest).len();
    let last = authority.rfind('.').map_or(0, |dot| dot + 1);
    let label = &authority[last..];
    match label.find(is_unspaced) {
        Some(at) if label.starts_with(|c: char| c.is_ascii_alphanumeric()) => start + last + at,
        _ => written.len(),
    }
}

/// Where an address ends: marks of the sentence around it are not its own, brackets only in pairs.
fn end(written: &str, before: Option<char>) -> usize {
    let mut written = written;
    while let Some(last) = written.chars().next_back() {
        let opened = |open: char| written.matches(open).count() >= written.matches(last).count();
        let belongs = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '~' | '‚' | '‘' | '’' | '(' | '[' | '{' => false,
            ')' => opened('('),
            ']' => opened('['),
            '}' => opened('{'),
            // Around it, as Markdown does.
            '_' => before != Some('_'),
            _ => true,
        };
        if belongs {
            break;
        }
        written = &written[..written.len() - last.len_utf8()];
    }
    written.len()
}

/// Whether who reads an address sees the host that it leads to.
fn tells_its_host(authority: &str, url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let written = authority.to_lowercase();
    if written == format!("{host}{port}") {
        return true;
    }
    written.strip_suffix(&*port).is_some_and(|written| !written.is_ascii() && is_readable(written))
}

#[derive(PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Other(u32),
}

/// The script of a letter, only those letters that names of hosts are usually made of.
fn script(c: char) -> Option<Script> {
    Some(match c {
        'a'..='z' | 'ß'..='ö' | 'ø'..='ž' if !matches!(c, 'ı' | 'ĸ' | 'ŉ') => Script::Latin,
        '\u{3ac}'..='\u{3ce}' => Script::Greek,
        '\u{430}'..='\u{45f}' | 'ґ' => Script::Cyrillic,
        '\u{5d0}'..='\u{5ea}' => Script::Other(1),
        '\u{620}'..='\u{64a}' => Script::Other(2),
        '\u{904}'..='\u{94d}' => Script::Other(3),
        '\u{e01}'..='\u{e4e}' => Script::Other(4),
        '\u{ac00}'..='\u{d7a3}' => Script::Other(5),
        '々'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | 'ー'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' => Script::Other(6),
        _ => return None,
    })
}

/// Whether a host's letters are what they look like: each label in one script, and no Greek or Cyrillic label below a
/// Latin top domain, where all of it may look like another one.
fn is_readable(host: &str) -> bool {
    let latin_top = host.rsplit('.').next().is_some_and(|top| top.is_ascii());
    host.split('.').all(|label| {
        let mut letters = label.chars().filter(|c| !c.is_ascii_digit() && *c != '-').map(script);
        let Some(first) = letters.next() else { return true };
        let confusable = latin_top && matches!(first, Some(Script::Greek | Script::Cyrillic));
        first.is_some() && !confusable && letters.all(|other| other == first)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is shown of each address in a text, and where it leads.
    fn found(text: &str) -> Vec<(String, String)> {
        let one = |link: TextLink| (link.shown.unwrap_or_else(|| text[link.from..link.to].to_string()), link.href);
        links(text).into_iter().map(one).collect()
    }

    #[test]
    fn addresses_are_links_without_what_stands_around_them() {
        for (text, shown) in [
            ("See https://a.example/x?y=1, or else", "https://a.example/x?y=1"),
            ("(http://b.example)!", "http://b.example"),
            ("https://en.example/a_(b)", "https://en.example/a_(b)"),
            ("(https://en.example/a_(b))", "https://en.example/a_(b)"),
            ("https://a.example/x[1]/{y}", "https://a.example/x[1]/{y}"),
            ("[https://a.example]", "https://a.example"),
            ("[text](https://a.example/b)", "https://a.example/b"),
            ("{https://a.example/b}", "https://a.example/b"),
            ("https://a.example/b]", "https://a.example/b"),
            ("https://a.example/b}.", "https://a.example/b"),
            ("<https://a.example>", "https://a.example"),
            ("\"https://a.example/b\"", "https://a.example/b"),
            ("'https://a.example/b'", "https://a.example/b"),
            ("„https://a.example/b“", "https://a.example/b"),
            ("«https://a.example/b»", "https://a.example/b"),
            ("‘https://a.example/b’", "https://a.example/b"),
            ("https://a.example/b…", "https://a.example/b"),
            ("https://a.example/b...", "https://a.example/b"),
            ("**https://a.example/b**", "https://a.example/b"),
            ("**https://a.example**", "https://a.example"),
            ("`https://a.example/b`", "https://a.example/b"),
            ("https://a.example/b，谢谢", "https://a.example/b"),
            ("（https://a.example/b）", "https://a.example/b"),
            ("「https://a.example/b」。", "https://a.example/b"),
            ("请看https://a.example/b", "https://a.example/b"),
            ("请看https://a.example看看", "https://a.example"),
            ("https://a.example/维基", "https://a.example/维基"),
            ("https://a.example/Ü/ß", "https://a.example/Ü/ß"),
            ("Https://a.example/B", "Https://a.example/B"),
            ("HTTP://A.EXAMPLE", "HTTP://A.EXAMPLE"),
            ("www.a.example", "www.a.example"),
            ("Www.A.example/b.", "Www.A.example/b"),
            ("请看www.a.example。", "www.a.example"),
            ("Look:https://a.example", "https://a.example"),
            ("Look.https://a.example", "https://a.example"),
            ("https://a.example:8080/b", "https://a.example:8080/b"),
            ("https://a.example#b", "https://a.example#b"),
            ("https://a.example?b=c#d", "https://a.example?b=c#d"),
            ("http://localhost:3000/b", "http://localhost:3000/b"),
            ("http://127.0.0.1/b", "http://127.0.0.1/b"),
            ("https://a.example/b&c=d;e", "https://a.example/b&c=d;e"),
            ("https://a.example/b\nnext", "https://a.example/b"),
            ("https://bücher.example/b", "https://bücher.example/b"),
            ("https://пример.рф", "https://пример.рф"),
            ("https://例え.jp", "https://例え.jp"),
            ("https://a.example😀 hi", "https://a.example"),
            ("www.a.example🙂", "www.a.example"),
            ("https://a.example/b👍🏽", "https://a.example/b"),
            ("https://a.example/b–", "https://a.example/b"),
            ("https://a.example/b—then", "https://a.example/b"),
            ("→https://a.example/b→", "https://a.example/b"),
            ("__https://a.example/b__", "https://a.example/b"),
            ("_https://a.example/b_", "https://a.example/b"),
            ("https://a.example/b_", "https://a.example/b_"),
            ("https://a.example/हिन्दी", "https://a.example/हिन्दी"),
        ] {
            let found = found(text);
            assert_eq!(found.iter().map(|(shown, _)| shown.as_str()).collect::<Vec<_>>(), [shown], "{text}");
        }
    }

    #[test]
    fn where_addresses_lead() {
        for (text, href) in [
            ("Https://A.example", "https://a.example/"),
            ("www.a.example/b", "https://www.a.example/b"),
            ("https://bücher.example", "https://xn--bcher-kva.example/"),
            ("https://a.example/b?c=d%20e#f", "https://a.example/b?c=d%20e#f"),
        ] {
            assert_eq!(found(text).pop().map(|(_, href)| href).as_deref(), Some(href), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_stays_text() {
        for text in [
            "javascript:alert(1)",
            "javascript://a.example/%0aalert(1)",
            "xhttps://a.example",
            "https://",
            "http",
            "www.",
            "www.a",
            "wwwa.example",
            "ftp://a.example",
            "node.js",
            "z.B. am 3.5.",
            "a@www.b.example",
            "/www.a.example",
            "",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn each_of_several_is_found() {
        let texts = [
            "https://a.example https://b.example",
            "https://a.example,https://b.example",
            "https://a.example，https://b.example",
            "看https://a.example看https://b.example",
            "node.js, https://a.example\n(www.x.example) https://b.example",
        ];
        let counts: Vec<usize> = texts.iter().map(|text| found(text).len()).collect();
        assert_eq!(counts, [2, 1, 2, 2, 3]);
    }

    #[test]
    fn links_are_bounded() {
        assert_eq!(found(&"https://a.example ".repeat(500)).len(), MAX_LINKS);
        assert_eq!(found(&format!("https://a.example https://a.example/{}", "𠀀".repeat(3_000))).len(), 1);
    }

    #[test]
    fn a_host_that_hides_is_shown_as_what_it_is() {
        for (text, shown) in [
            ("https://bank.example@evil.example/a", "https://evil.example/a"),
            ("https://bank.example:443@evil.example", "https://evil.example"),
            ("https://p\u{430}ypal.example", "https://xn--pypal-4ve.example"),
            ("https://\u{430}\u{440}\u{440}\u{4cf}\u{435}.com/a", "https://xn--80ak6aa92e.com/a"),
            ("http://2130706433/", "http://127.0.0.1/"),
            ("https://%65vil.example/a", "https://evil.example/a"),
            ("https://evil.example\\@bank.example", "https://evil.example/@bank.example"),
            ("www.p\u{430}ypal.example", "https://www.xn--pypal-4ve.example"),
        ] {
            assert_eq!(found(text).pop().map(|(shown, _)| shown).as_deref(), Some(shown), "{text}");
        }
        // Letters of two scripts, or of one that looks like another.
        for host in ["раураl.example", "ехаmple.com", "gοοgle.com", "fa\u{131}r.example", "ѕіtе.example", "例a.jp"]
        {
            let (shown, href) = found(&format!("https://{host}/a")).pop().unwrap();
            assert!(shown == href && shown.is_ascii() && shown.starts_with("https://xn--"), "{host}: {shown}");
        }
    }
}
