//! URLs: what people write as a web address, parsing and building queries, slugs and local paths.

use super::clean::clean_line;

/// Percent-encodes a query value: everything but RFC 3986's unreserved characters.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// A `mailto:` link; characters of the address cannot inject headers into the mail.
pub fn mailto(email: &str) -> String {
    let (name, host) = email.rsplit_once('@').unwrap_or((email, ""));
    format!("mailto:{}@{}", encode(name), encode(host))
}

/// An address with a query, leaving out what is empty.
pub fn with_query(path: &str, query: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = query
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    match pairs.is_empty() {
        true => path.to_string(),
        false => format!("{path}?{}", pairs.join("&")),
    }
}

/// The names and values of an address's query, decoded as browsers write them. The router's own map decodes twice
/// and would change a "%41" that somebody searches for.
pub fn query_pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    let pairs = query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    })
}

fn decode(text: &str) -> String {
    let hex = |byte: Option<&u8>| (*byte? as char).to_digit(16);
    let (bytes, mut out, mut i) = (text.as_bytes(), Vec::with_capacity(text.len()), 0);
    while let Some(&byte) = bytes.get(i) {
        i += 1;
        out.push(match (byte, hex(bytes.get(i)), hex(bytes.get(i + 1))) {
            (b'+', ..) => b' ',
            (b'%', Some(high), Some(low)) => {
                i += 2;
                (high * 16 + low) as u8
            }
            _ => byte,
        });
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Whether a text can be a slug; others need no query.
pub fn is_slug(text: &str) -> bool {
    (1..=100).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Makes a text fit for a path: lower case letters, digits and dashes, at most 80 of them. With an id, its end makes
/// the slug unique and hard to guess in order.
#[cfg(feature = "ssr")]
pub fn slug(text: &str, id: Option<uuid::Uuid>) -> String {
    let mut out = String::new();
    for c in super::fold::fold(text).chars() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'å' => out.push('a'),
            'ø' => out.push('o'),
            '+' => out.push('p'),
            _ if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            _ => {}
        }
        if out.len() >= 80 {
            break;
        }
    }
    let head = out.trim_matches('-');
    match id {
        Some(id) => {
            let simple = id.simple().to_string();
            let tail = &simple[simple.len() - 8..];
            if head.is_empty() { tail.to_string() } else { format!("{head}-{tail}") }
        }
        None => head.to_string(),
    }
}

/// A path that a login may redirect to: on this site only (open redirect).
pub fn local_path(next: &str) -> Option<&str> {
    let plain = next.bytes().all(|b| (0x21..=0x7e).contains(&b) && b != b'\\');
    (next.starts_with('/') && !next.starts_with("//") && plain && next.len() <= 2000).then_some(next)
}

/// The `http:` or `https:` address that somebody means by `example.org`, `www.example.org`, `Https://Example.org` or
/// `//example.org/x`: scheme and host in lower case, a missing scheme filled in. None for what is no web address:
/// another scheme, a user name before the host (it hides where a link leads), a host without a dot, spaces.
pub fn web_address(typed: &str) -> Option<String> {
    let line = clean_line(typed);
    let line = line.strip_prefix('<').and_then(|l| l.strip_suffix('>')).unwrap_or(&line);
    let (scheme, rest) = match split_scheme(line) {
        Some((scheme, rest)) => (scheme, rest),
        None => ("https", line.strip_prefix("//").unwrap_or(line)),
    };
    let at = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(at);
    let host = plain_host(authority)?;
    let odd = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\');
    (!path.contains(odd)).then(|| format!("{scheme}://{host}{path}"))
}

/// `http` or `https`, in any case, and what stands behind `://`; wide signs as East Asian keyboards type them.
fn split_scheme(text: &str) -> Option<(&'static str, &str)> {
    ["https", "http"].into_iter().find_map(|scheme| {
        let rest = text.get(scheme.len()..).filter(|_| text[..scheme.len()].eq_ignore_ascii_case(scheme))?;
        let rest = rest.strip_prefix("://").or(rest.strip_prefix("：／／")).or(rest.strip_prefix(":\\\\"))?;
        Some((scheme, rest))
    })
}

/// A host, and its port if there is one, in lower case.
fn plain_host(authority: &str) -> Option<String> {
    // IDNA takes these for dots (UTS #46).
    let lower = authority.to_lowercase().replace(['。', '．', '｡'], ".");
    let (host, port) = match lower.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (lower.as_str(), None),
    };
    let host = host.strip_suffix('.').unwrap_or(host);
    let port_is_fine = port.is_none_or(|p| p.is_empty() || p.parse::<u16>().is_ok_and(|p| p > 0));
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        let inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_') || is_joining(c);
        (1..=63).contains(&label.len()) && label.chars().all(inner) && !label.starts_with('-') && !label.ends_with('-')
    };
    let last = labels.last()?;
    let is_ip = labels.len() == 4 && labels.iter().all(|l| l.parse::<u8>().is_ok());
    let is_name = last.chars().count() >= 2 && !last.starts_with(|c: char| c.is_ascii_digit());
    let fits = labels.len() > 1 && labels.iter().all(is_label) && (is_ip || is_name) && port_is_fine;
    fits.then(|| match port.filter(|p| !p.is_empty()) {
        Some(port) => format!("{host}:{port}"),
        None => host.to_string(),
    })
}

/// Marks that belong to a letter before them, as in Hindi or decomposed umlauts, and the signs that join letters.
fn is_joining(c: char) -> bool {
    super::clean::is_mark(c) || matches!(c, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_addresses_are_understood_as_people_write_them() {
        for (typed, address) in [
            ("https://example.org", "https://example.org"),
            ("Https://example.org", "https://example.org"),
            ("HTTP://Example.ORG/Path?Q=A#F", "http://example.org/Path?Q=A#F"),
            ("example.org", "https://example.org"),
            ("Example.org/", "https://example.org/"),
            ("www.example.org", "https://www.example.org"),
            ("WWW.example.org/a(b)", "https://www.example.org/a(b)"),
            ("//example.org/x", "https://example.org/x"),
            (" example.org\u{a0}", "https://example.org"),
            ("\u{200b}https://\u{2060}example.org\u{feff}", "https://example.org"),
            ("\u{202a}example.org\u{202c}", "https://example.org"),
            ("<https://example.org>", "https://example.org"),
            ("example.org.", "https://example.org"),
            ("example.org:8443/x", "https://example.org:8443/x"),
            ("example.org:/x", "https://example.org/x"),
            ("example.org?x=1", "https://example.org?x=1"),
            ("Bücher.example", "https://bücher.example"),
            ("xn--bcher-kva.example", "https://xn--bcher-kva.example"),
            ("例え。テスト", "https://例え.テスト"),
            ("https：／／example.org", "https://example.org"),
            ("192.168.0.1:3000", "https://192.168.0.1:3000"),
            ("https://example.org/a@b:c", "https://example.org/a@b:c"),
            ("https://example.org/日本", "https://example.org/日本"),
        ] {
            assert_eq!(web_address(typed).as_deref(), Some(address), "{typed:?}");
            assert_eq!(web_address(address).as_deref(), Some(address), "{typed:?}, again");
        }
    }

    #[test]
    fn what_is_no_web_address_is_none() {
        for typed in [
            "",
            " ",
            "https://",
            "https:",
            "www.",
            "example",
            "localhost",
            "javascript:alert(1)",
            "javascript://a.b/%0a",
            "ftp://example.org",
            "mailto:a@example.org",
            "a@example.org",
            "https://user@example.org",
            "https://example.org:pw@evil.example",
            "https://exa mple.org",
            "example.org/a b",
            "https://-a.example",
            "https://a..example",
            "https://.example.org",
            "1.50",
            "3.14/7",
            "https://example.org:99999",
            "http:/a.b",
            "https://a.b\\@evil.example",
            "https://example.org/\"><script>",
            "file:///etc/passwd",
            "data:text/html,x",
            "https://https://example.org",
            "e.g",
            "\u{3164}",
        ] {
            assert_eq!(web_address(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn a_mail_has_one_recipient_and_nothing_else() {
        assert_eq!(mailto("ada@people.example"), "mailto:ada@people.example");
        assert_eq!(mailto("a?cc=b@c&body=x@d.example"), "mailto:a%3Fcc%3Db%40c%26body%3Dx@d.example");
        assert_eq!(mailto("a,b%0a\n@d.example?x"), "mailto:a%2Cb%250a%0A@d.example%3Fx");
    }

    #[test]
    fn slugs() {
        assert_eq!(slug("Senior C++ Engineer (m/w/d), Köln", None), "senior-cpp-engineer-m-w-d-koeln");
        assert_eq!(slug("Żółta Gęś & Søn", None), "zolta-ges-son");
        assert_eq!(slug("  --  ", None), "");
        let id = uuid::Uuid::from_u128(0xabcd_ef01);
        assert_eq!(slug("Ü", Some(id)), "ue-abcdef01");
        assert_eq!(slug("日本", Some(id)), "abcdef01");
    }

    #[test]
    fn queries_are_decoded_once() {
        let pairs: Vec<_> = query_pairs("?a=1+2%2B%C3%BC&b&c=%2541&d=%zz%4").collect();
        let wanted = [("a", "1 2+ü"), ("b", ""), ("c", "%41"), ("d", "%zz%4")];
        assert_eq!(pairs, wanted.map(|(n, v)| (n.to_string(), v.to_string())));
        assert!(is_slug("senior-cpp-1") && !is_slug("") && !is_slug("a\0") && !is_slug("Ü"));
    }

    #[test]
    fn addresses_are_encoded() {
        assert_eq!(encode("a b&ü/~"), "a%20b%26%C3%BC%2F~");
        assert_eq!(with_query("/jobs", &[("q", ""), ("where", "a&b")]), "/jobs?where=a%26b");
        assert_eq!(with_query("/jobs", &[]), "/jobs");
    }

    #[test]
    fn only_local_paths_are_gone_to() {
        assert_eq!(local_path("/jobs/a?x=1"), Some("/jobs/a?x=1"));
        for bad in ["", "//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x", "jobs"] {
            assert_eq!(local_path(bad), None, "{bad:?}");
        }
    }
}
