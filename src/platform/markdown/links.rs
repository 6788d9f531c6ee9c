//! Addresses, e-mail addresses and phone numbers in running text, and what the links of Markdown lead to.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};
use url::Url;

use super::{mails, phones};
use crate::text::{digit, mailto};

/// The schemes that a link may have.
pub const SCHEMES: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];
/// The ends of hosts that are addresses without a scheme or `www.`: others are words of a language or names of files,
/// such as `Node.js` or `e.g.what`.
#[rustfmt::skip]
const ENDS_OF_HOSTS: [&str; 20] = [
    "com", "org", "net", "de", "at", "ch", "eu", "info", "io", "jobs", "dev", "app", "uk", "fr", "nl", "pl", "cz", "li",
    "lu", "example",
];
/// Ends of names of files, which are no hosts.
const ENDS_OF_FILES: [&str; 10] = ["pdf", "doc", "docx", "odt", "txt", "png", "jpg", "html", "htm", "php"];
/// No address goes on behind these.
const STOPS: &str = "。，、；：！？（）「」『』【】《》〈〉｡､…“”„‚‘’«»‹›\"`<>|{}\\";
/// With these an address does not end.
const NO_ENDS: &str = ".,:;!?'*_~";

/// A link in a text.
pub struct Found {
    pub span: Range<usize>,
    /// Where it leads: an address with one of [`SCHEMES`].
    pub to: String,
}

/// What is a link in a text, in its order.
pub fn find(text: &str) -> Vec<Found> {
    let mut found = addresses(text);
    if text.chars().filter(|c| digit(*c).is_some()).count() >= phones::MIN_DIGITS {
        for phone in phones::find(text) {
            let apart = |other: &Found| other.span.end <= phone.span.start || phone.span.end <= other.span.start;
            if found.iter().all(apart) {
                found.push(phone);
            }
        }
        found.sort_unstable_by_key(|found| found.span.start);
    }
    found
}

/// Where addresses stand in a text.
pub fn spans(text: &str) -> Vec<Range<usize>> {
    addresses(text).into_iter().map(|found| found.span).collect()
}

fn addresses(text: &str) -> Vec<Found> {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]).url_must_have_scheme(false);
    let (mut found, mut from) = (Vec::new(), 0);
    for mail in mails::find(text) {
        webs(&finder, text, from..mail.start, &mut found);
        from = mail.end;
        found.push(Found { to: mailto(&text[mail.clone()]), span: mail });
    }
    webs(&finder, text, from..text.len(), &mut found);
    found
}

/// Adds the web addresses of a part of a text.
fn webs(finder: &LinkFinder, text: &str, part: Range<usize>, found: &mut Vec<Found>) {
    found.extend(finder.links(&text[part.clone()]).filter_map(|link| {
        let (start, address) = (part.start + link.start(), cut(link.as_str()));
        let before = text[..start].trim_end_matches(|c: char| c.is_ascii_alphanumeric() || "-_.".contains(c));
        let attached =
            text[..start].ends_with('\\') || before.ends_with('@') || text[start + address.len()..].starts_with('@');
        let to = (!attached).then(|| web(address))??;
        Some(Found { span: start..start + address.len(), to })
    }));
}

/// An address as it stands in a text, without what belongs to the text.
fn cut(address: &str) -> &str {
    let mut address = address.split(|c| STOPS.contains(c)).next().unwrap_or_default();
    // Text in another script right behind a host.
    let host = host_of(address);
    let end = &host[host.rfind('.').map_or(0, |dot| dot + 1)..];
    if let Some((at, _)) = end.char_indices().find(|(at, c)| *at > 0 && !c.is_ascii())
        && end.starts_with(|c: char| c.is_ascii_alphanumeric())
    {
        let behind = end.as_ptr() as usize - address.as_ptr() as usize + at;
        address = &address[..behind];
    }
    loop {
        let shorter = match address.chars().next_back() {
            Some(c) if NO_ENDS.contains(c) => &address[..address.len() - c.len_utf8()],
            Some(c @ (')' | ']')) if closes_nothing(address, c) => &address[..address.len() - 1],
            _ => return address,
        };
        address = shorter;
    }
}

fn closes_nothing(address: &str, close: char) -> bool {
    let open = if close == ')' { '(' } else { '[' };
    address.matches(close).count() > address.matches(open).count()
}

/// An address without its scheme, up to its path.
fn host_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Where an address in running text leads; none where it is no address, or hides its host.
fn web(address: &str) -> Option<String> {
    let to = match address.split_once("://") {
        Some((scheme, _)) => {
            let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
            is_web.then(|| address.to_string())?
        }
        None => {
            let host = host_of(address).split(':').next().unwrap_or_default();
            let end = host.rsplit('.').next().unwrap_or_default();
            let is_www = host.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www."));
            let is_known = ENDS_OF_HOSTS.contains(&end) && !host.contains(char::is_uppercase);
            (is_www || is_known).then(|| format!("https://{address}"))?
        }
    };
    let url = Url::parse(&to).ok()?;
    let is_plain = url.has_host() && url.username().is_empty() && url.password().is_none();
    is_plain.then_some(to)
}

/// Where a link of Markdown leads; none where it may not lead there. Browsers ignore blanks and control characters
/// before a scheme, so an address must begin with an allowed one, or be a host or an e-mail address.
pub fn destination(to: &str) -> Option<String> {
    if to.contains(char::is_control) {
        return None;
    }
    // With the scheme of the page that it stands on.
    let (to, is_bare) = to.strip_prefix("//").map_or((to, false), |to| (to, true));
    let begins = |scheme: &&str| to.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme));
    if !is_bare && SCHEMES.iter().any(begins) {
        return Some(to.to_string());
    }
    let head = to.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some((name, host)) = head.split_once('@') {
        let is_mail = !is_bare && head == to && !name.is_empty() && is_host(host);
        return is_mail.then(|| mailto(to));
    }
    let (host, port) = head.split_once(':').unwrap_or((head, "443"));
    let is_port = !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
    (is_port && is_host(host)).then(|| format!("https://{to}"))
}

fn is_host(text: &str) -> bool {
    let labels: Vec<&str> = text.split('.').collect();
    let is_label = |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let end = labels.last().copied().unwrap_or_default();
    let is_end = end.chars().nth(1).is_some() && end.chars().all(char::is_alphabetic);
    labels.len() > 1 && labels.iter().all(is_label) && is_end && !ENDS_OF_FILES.contains(&end)
}
