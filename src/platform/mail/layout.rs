//! How mails look: one text, as HTML and as plain text. No picture and nothing else is loaded from anywhere.

use std::fmt::Write;

use super::Mail;

/// The page around a mail: a card of at most 560 pixels, readable in light and dark, and in readers that drop styles.
const LAYOUT: &str = include_str!("layout.html");
const BUTTON: &str = include_str!("button.html");

/// The plain text: paragraphs, the address of the button on a line of its own, why one gets it.
pub fn plain(mail: &Mail) -> String {
    let mut out = String::new();
    for paragraph in &mail.paragraphs {
        _ = write!(out, "{paragraph}\n\n");
    }
    if let Some((label, address)) = &mail.action {
        _ = write!(out, "{label}:\n{address}\n\n");
    }
    _ = write!(out, "-- \n{}\n", mail.reason);
    if let Some(site) = site(mail) {
        _ = writeln!(out, "{site}");
    }
    if let Some(address) = &mail.unsubscribe {
        _ = writeln!(out, "{address}");
    }
    out
}

/// The HTML.
pub fn html(mail: &Mail) -> String {
    let mut body = String::new();
    for paragraph in &mail.paragraphs {
        let text = escaped(paragraph).replace('\n', "<br>");
        _ = writeln!(body, "<p dir=\"auto\" style=\"margin:0 0 16px\">{text}</p>");
    }
    if let Some((label, address)) = &mail.action {
        body.push_str(&filled(BUTTON, &[("label", &escaped(label)), ("address", &escaped(address))]));
    }
    let mut small = escaped(&mail.reason);
    if let Some(address) = &mail.unsubscribe {
        let address = escaped(address);
        _ = write!(small, "<br><a href=\"{address}\">{address}</a>");
    }
    if let Some(site) = site(mail) {
        _ = write!(small, "<br>{}", escaped(&site));
    }
    let subject = escaped(&mail.subject);
    filled(LAYOUT, &[("language", &mail.language), ("subject", &subject), ("body", &body), ("small", &small)])
}

/// What the site is called on the web, by the links of a mail.
fn site(mail: &Mail) -> Option<String> {
    let link = mail.action.as_ref().map(|(_, link)| link).or(mail.unsubscribe.as_ref())?;
    url::Url::parse(link).ok()?.host_str().map(str::to_string)
}

/// A template with its places filled: `{name}`. What is filled in is not looked at again.
fn filled(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let value = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(of, _)| *of == name)?;
            Some((*value, after))
        });
        match value {
            Some((value, after)) => {
                out.push_str(value);
                rest = after;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out + rest
}

/// Text as it stands in HTML, in texts and in quoted attributes.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{super::tests::mail, *};

    #[test]
    fn both_forms_say_the_same() {
        let mail = mail();
        assert_eq!(
            plain(&mail),
            "Hallo <b>Ada</b> & Co.\n\nZweitens\n\nÖffnen:\nhttps://jobs.example/reset/abc?x=1&y=2\n\n\
             -- \nWeil du ein Konto hast.\njobs.example\nhttps://jobs.example/unsubscribe/abc\n"
        );
        let html = html(&mail);
        assert!(html.contains("Hallo &lt;b&gt;Ada&lt;/b&gt; &amp; Co."));
        assert!(html.contains("href=\"https://jobs.example/reset/abc?x=1&amp;y=2\""));
    }

    #[test]
    fn nothing_is_loaded_from_elsewhere() {
        let html = html(&mail());
        assert!(html.contains("Grüße"), "{html}");
        for word in ["<img", "src=", "url(", "<link", "<script", "@import"] {
            assert!(!html.contains(word), "{word}");
        }
    }
}
