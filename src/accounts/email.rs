//! E-mail addresses: what can be one, and what makes two of them the same.

use crate::{error::Problem, text::clean_line};

/// The longest e-mail address (RFC 5321).
const EMAIL_BYTES: usize = 254;
const MAILTO: &str = "mailto:";

/// An e-mail address that could exist: one `@`, a host with a dot, no spaces, not too long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = plain(text);
        if text.is_empty() {
            return Err(Problem::Required);
        }
        let odd = |c: char| c.is_whitespace() || c.is_control() || "<>,;:\"()[]\\".contains(c);
        let plausible = |(user, host): (&str, &str)| {
            let dots = |part: &str| part.starts_with('.') || part.ends_with('.') || part.contains("..");
            !user.is_empty()
                && user.len() <= 64
                && !dots(user)
                && !dots(host)
                && host.split('.').all(|label| label.len() <= 63)
                && host.contains('.')
                && !host.contains('@')
                && !host.starts_with('-')
                && !host.ends_with('-')
                && ascii_host(host).is_some_and(|ascii| user.len() + 1 + ascii.len() <= EMAIL_BYTES)
        };
        match text.split_once('@') {
            Some(parts) if plausible(parts) && !text.contains(odd) && text.len() <= EMAIL_BYTES => {
                Ok(Self(readable(text)))
            }
            _ => Err(Problem::NotAnEmail),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What makes two addresses the same: lower case, composed, and the host as the domain name system has it.
    pub fn key(&self) -> String {
        key_of(&self.0)
    }
}

/// The keys by which a login finds the account of a typed e-mail address: [`Email::key`], then the one of releases that
/// compared the letters as they were typed. None where no account can have that address.
#[cfg(feature = "ssr")]
pub fn login_keys(typed: &str) -> Option<[String; 2]> {
    let before = typed.trim();
    // PostgreSQL takes no NUL in a text.
    let fits = before.len() <= EMAIL_BYTES && !before.contains('\0') && !before.is_empty();
    fits.then(|| [key_of(before), before.to_lowercase()])
}

/// [`Email::key`] of an address as it is stored or typed.
pub fn key_of(address: &str) -> String {
    let plain = plain(address).to_lowercase();
    match plain.rsplit_once('@') {
        Some((user, host)) => match ascii_host(host) {
            // Lower case may need composing again.
            Some(host) => format!("{}@{host}", clean_line(user)),
            None => plain,
        },
        None => plain,
    }
}

/// Without what nobody sees, composed, and with wide letters (`ａ＠ｂ`) as the usual ones.
fn plain(typed: &str) -> String {
    let usual = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '。' | '｡' => '.',
        _ => c,
    };
    let line = clean_line(&typed.chars().map(usual).collect::<String>());
    // As it is copied from a link.
    match line.get(..MAILTO.len()) {
        Some(scheme) if scheme.eq_ignore_ascii_case(MAILTO) => line[MAILTO.len()..].trim_start().to_string(),
        _ => line,
    }
}

/// The address with its host as people write it: browsers send the host of a field for addresses in its ASCII form.
fn readable(address: String) -> String {
    #[cfg(feature = "ssr")]
    if let Some((user, host)) = address.split_once('@')
        && host.to_ascii_lowercase().split('.').any(|label| label.starts_with("xn--"))
        && let (unicode, Ok(())) = idna::domain_to_unicode(host)
        && ascii_host(&unicode) == ascii_host(host)
    {
        return format!("{user}@{unicode}");
    }
    address
}

/// A host in the ASCII form of IDNA; none where it can be none. The browser does without the tables.
fn ascii_host(host: &str) -> Option<String> {
    #[cfg(feature = "ssr")]
    return idna::domain_to_ascii(host).ok().filter(|ascii| !ascii.is_empty());
    #[cfg(not(feature = "ssr"))]
    Some(host.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in [
            "a@b.example",
            "mailto:a@b.example",
            "Mailto: a.b@c.example",
            " Anna.Berg+jobs@mail.example.org ",
            "ü@bücher.example",
            "ａｎｎａ＠ｂ．example",
        ] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "a",
            "a@b",
            "@b.example",
            "a@@b.example",
            "a@b..example",
            "a b@c.example",
            "a@.example",
            "<a@b.example>",
            "\u{200b}@b.example",
            "a@xn--a.example",
            ".a@b.example",
            "a.@b.example",
            "a..b@c.example",
            "a@[127.0.0.1]",
            "x:a@b.example",
        ] {
            assert_eq!(Email::parse(bad), Err(Problem::NotAnEmail), "{bad}");
        }
        for nothing in [" ", "\u{200b}", "\u{3164}"] {
            assert_eq!(Email::parse(nothing), Err(Problem::Required));
        }
    }

    #[test]
    fn an_address_is_the_same_however_it_is_typed() {
        for (typed, key) in [
            ("Anna@B.Example", "anna@b.example"),
            ("anna@bücher.example", "anna@xn--bcher-kva.example"),
            ("anna@BÜCHER.example", "anna@xn--bcher-kva.example"),
            ("anna@bu\u{308}cher.example", "anna@xn--bcher-kva.example"),
            ("anna@xn--bcher-kva.example", "anna@xn--bcher-kva.example"),
            ("anna@XN--BCHER-KVA.EXAMPLE", "anna@xn--bcher-kva.example"),
            ("anna@例え。テスト", "anna@xn--r8jz45g.xn--zckzah"),
            ("Jürgen@b.example", "jürgen@b.example"),
            ("Ju\u{308}rgen@b.example", "jürgen@b.example"),
            ("\u{200b}anna\u{ad}@b\u{2060}.example\u{feff}", "anna@b.example"),
            ("\u{202a}anna@b.example\u{202c}", "anna@b.example"),
            ("\u{a0}anna@b.example\u{a0}", "anna@b.example"),
            ("ａｎｎａ＠ｂ．ｅｘａｍｐｌｅ", "anna@b.example"),
        ] {
            assert_eq!(Email::parse(typed).unwrap().key(), key, "{typed:?}");
            let [normal, before] = login_keys(typed).unwrap();
            assert_eq!((normal.as_str(), before), (key, typed.trim().to_lowercase()), "{typed:?}");
        }
        assert_eq!(login_keys(" "), None);
        assert_eq!(login_keys("a\0@b.example"), None);
        assert_eq!(login_keys("Not an address").unwrap()[0], "not an address");
    }
}
