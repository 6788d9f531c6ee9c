//! Data for machines inside a page: JSON-LD in a `<script>` that no browser runs.

use serde::Serialize;

/// The element that holds this data. Its text is escaped, so that nothing in it ends the element.
pub fn block(data: &impl Serialize) -> String {
    let json = serde_json::to_string(data).unwrap_or_default();
    let mut out = String::with_capacity(json.len() + 100);
    out.push_str("<script type=\"application/ld+json\">");
    for c in json.chars() {
        match c {
            // Only inside of texts has JSON any of these.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push_str("</script>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_does_not_end_the_block() {
        for text in ["</script><script>alert(1)</script>", "<!-- <script>", "]]>&lt;", "\u{2028}\u{2029}\"\\", "ä 🔑"]
        {
            let block = block(&[text]);
            let json = block.strip_prefix("<script type=\"application/ld+json\">").unwrap();
            let json = json.strip_suffix("</script>").unwrap();
            assert!(!json.contains(['<', '>', '&', '\u{2028}']), "{json}");
            assert_eq!(serde_json::from_str::<Vec<String>>(json).unwrap(), [text]);
        }
    }
}
