//! What a message says: the same for server and browser, which must agree to the letter.
//!
//! `build.rs` has compiled the catalogue. Each line is a message, `key=pattern`; those of mails stand last. In a pattern `{name}` is
//! an argument, `{name?KEY:pattern|KEY:pattern}` the first whose key is the argument, or its plural, or `*`; and `\`
//! says that the sign behind it is only that.

use super::{Locale, plural};

/// All messages of a language.
pub struct Messages {
    locale: Locale,
    lines: Vec<(&'static str, &'static str)>,
}

/// The arguments of a message.
pub struct Args<'a>(Vec<(&'static str, Value<'a>)>);

#[derive(Clone, Copy)]
pub enum Value<'a> {
    Text(&'a str),
    Number(i64),
}

/// A number as an argument; it chooses among plurals, and is written without a sign between thousands.
pub struct Number(i64);

macro_rules! numbers {
    ($($type:ty),+) => { $(impl From<$type> for Number {
        fn from(number: $type) -> Self {
            Self(number as i64)
        }
    })+ };
}
numbers!(i32, i64, u8, u32, u64, usize);

impl From<Number> for Value<'_> {
    fn from(number: Number) -> Self {
        Self::Number(number.0)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> Args<'a> {
    pub fn new() -> Self {
        Self(Vec::new())
    }

    pub fn set(&mut self, name: &'static str, value: impl Into<Value<'a>>) {
        self.0.push((name, value.into()));
    }

    fn get(&self, name: &str) -> Value<'a> {
        self.0.iter().find(|(of, _)| *of == name).map_or(Value::Text(""), |(_, value)| *value)
    }
}

impl Messages {
    pub fn new(locale: Locale, source: &'static str) -> Self {
        Self { locale, lines: source.lines().filter_map(|line| line.split_once('=')).collect() }
    }

    /// What the message at a place says.
    pub fn say(&self, place: usize, args: &Args<'_>) -> String {
        let mut out = String::new();
        self.write(self.lines[place].1, args, &mut out);
        out
    }

    /// What the message of a key says; none where there is no such message.
    pub fn find(&self, key: &str, args: &Args<'_>) -> Option<String> {
        let place = self.lines.iter().position(|(of, _)| *of == key)?;
        Some(self.say(place, args))
    }

    /// Writes a pattern, and returns what stands behind it: nothing, or the rest of a choice.
    fn write<'p>(&self, mut pattern: &'p str, args: &Args<'_>, out: &mut String) -> &'p str {
        while let Some((text, sign, rest)) = split(pattern, "\\{|}") {
            out.push_str(text);
            pattern = match sign {
                b'\\' => {
                    let (sign, rest) = rest.split_at(1);
                    out.push_str(sign);
                    rest
                }
                b'{' => self.write_argument(rest, args, out),
                _ => return &pattern[text.len()..],
            };
        }
        out.push_str(pattern);
        ""
    }

    /// Writes what begins with `{`, and returns what stands behind its `}`.
    fn write_argument<'p>(&self, pattern: &'p str, args: &Args<'_>, out: &mut String) -> &'p str {
        let Some((name, sign, mut rest)) = split(pattern, "?}") else { return "" };
        let value = args.get(name);
        if sign == b'}' {
            match value {
                Value::Text(text) => out.push_str(text),
                Value::Number(number) => out.push_str(&number.to_string()),
            }
            return rest;
        }
        let mut chosen = false;
        while let Some((key, _, pattern)) = split(rest, ":") {
            let choose = !chosen && self.fits(value, key);
            chosen |= choose;
            let mut nowhere = String::new();
            let behind = self.write(pattern, args, if choose { &mut *out } else { &mut nowhere });
            match behind.strip_prefix('|') {
                Some(next) => rest = next,
                None => return behind.get(1..).unwrap_or_default(),
            }
        }
        ""
    }

    fn fits(&self, value: Value<'_>, key: &str) -> bool {
        key == "*"
            || match value {
                Value::Text(text) => text == key,
                Value::Number(number) => match key.parse::<i64>() {
                    Ok(key) => number == key,
                    Err(_) => plural(self.locale, number) == key,
                },
            }
    }
}

/// The text before the first of these signs, the sign, and what is behind it.
fn split<'p>(pattern: &'p str, signs: &str) -> Option<(&'p str, u8, &'p str)> {
    let at = pattern.bytes().position(|byte| signs.as_bytes().contains(&byte))?;
    Some((&pattern[..at], pattern.as_bytes()[at], &pattern[at + 1..]))
}

#[cfg(test)]
mod tests {
    use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

    use super::*;
    use crate::l10n::source;

    #[test]
    fn patterns_say_what_they_say() {
        let lines = "a=one \\{ two\nb={count?0:none|one:\\|one {name}\\||*:{name?x:X|*:{count} of {name}}}!\nc=";
        let messages = Messages::new(Locale::En, lines);
        let say = |key, count: i64, name| {
            let mut args = Args::new();
            args.set("count", Number(count));
            args.set("name", name);
            messages.find(key, &args)
        };
        for (key, count, name, said) in [
            ("a", 0, "", Some("one { two")),
            ("b", 0, "N", Some("none!")),
            ("b", 1, "N", Some("|one N|!")),
            ("b", -2, "x", Some("X!")),
            ("b", 1234, "{|}", Some("1234 of {|}!")),
            ("c", 0, "", Some("")),
            ("d", 0, "", None),
        ] {
            assert_eq!(say(key, count, name).as_deref(), said, "{key} {count} {name}");
        }
        assert_eq!(messages.say(0, &Args::new()), "one { two");
    }

    /// Fluent itself says the same of every message, whatever its arguments are.
    #[test]
    fn fluent_says_the_same() {
        for (locale, ftl) in [
            (Locale::En, include_str!(concat!(env!("OUT_DIR"), "/en.ftl"))),
            (Locale::De, include_str!(concat!(env!("OUT_DIR"), "/de.ftl"))),
        ] {
            let messages = Messages::new(locale, source(locale));
            let mut fluent = FluentBundle::new(vec![locale.parse().expect("a language")]);
            fluent.set_use_isolating(false);
            fluent.add_resource(FluentResource::try_new(ftl.into()).expect("valid")).expect("no key twice");
            let names = ftl.split("$").skip(1).filter_map(|part| part.split(|c: char| !c.is_ascii_lowercase()).next());
            let names: std::collections::BTreeSet<&'static str> = names.collect();
            assert!(messages.lines.len() > 500 && names.len() > 10);
            for number in [0_i64, 1, 2, 5, 11, 21, 1000, 1_234_567, -1] {
                for (place, (key, _)) in messages.lines.iter().enumerate() {
                    for text in ["", "received", "a {b} | \\ c"] {
                        let (mut ours, mut theirs) = (Args::new(), FluentArgs::new());
                        for name in &names {
                            // What chooses by name is text in one message.
                            if matches!(*name, "count" | "days" | "seconds" | "percent" | "megabytes" | "number") {
                                ours.set(name, Number(number));
                                theirs.set(*name, number);
                            } else {
                                ours.set(name, text);
                                theirs.set(*name, text);
                            }
                        }
                        let pattern = fluent.get_message(key).and_then(|m| m.value()).expect("the same keys");
                        let said = fluent.format_pattern(pattern, Some(&theirs), &mut Vec::new()).into_owned();
                        assert_eq!(messages.say(place, &ours), said, "{key} {number} {text:?}");
                    }
                }
            }
        }
    }
}
