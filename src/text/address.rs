//! URLs: parsing and building queries, slugs and local paths.

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
pub fn slug(text: &str, id: Option<uuid::Uuid>) -> String {
    let mut out = String::new();
    for c in text.to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            'à' | 'á' | 'â' | 'ã' | 'å' => out.push('a'),
            'è' | 'é' | 'ê' | 'ë' => out.push('e'),
            'ç' => out.push('c'),
            'ñ' => out.push('n'),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_has_one_recipient_and_nothing_else() {
        assert_eq!(mailto("ada@people.example"), "mailto:ada@people.example");
        assert_eq!(mailto("a?cc=b@c&body=x@d.example"), "mailto:a%3Fcc%3Db%40c%26body%3Dx@d.example");
        assert_eq!(mailto("a,b%0a\n@d.example?x"), "mailto:a%2Cb%250a%0A@d.example%3Fx");
    }

    #[test]
    fn slugs() {
        assert_eq!(slug("Senior C++ Engineer (m/w/d), Köln", None), "senior-cpp-engineer-m-w-d-koeln");
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
