//! Normalises texts before they are stored.

/// One line as it is stored: trimmed, control characters gone.
pub fn clean_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.trim().to_string()
}

/// Several lines as they are stored.
pub fn clean_text(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let plain: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    plain.trim().to_string()
}
