//! Signs that begin the items of lists, as word processors and people set them.

/// Bullets that may stand right before their item.
const TIGHT: &str = "•‣⁃●○◦▪▫■□◆◇❖►▶▸▹➢➣➤∙⋅·・･⦁⦾⦿✓✔⬤";
/// Bullets before a blank.
const LOOSE: &str = "→⇒➔➜➝➞➙➛➡⇨➨❯❱›»★☆✦✧✪✱✶❑❒❏❐⮚";
/// Dashes that may be bullets.
const DASHES: &str = "–—―‐‑‒−";
/// Letters that are bullets in the fonts of word processors, and come as these when they are pasted.
const FONT_BULLETS: &str = "o§Øüqv";

/// Whether a sign begins an item even without a blank behind it.
pub fn is_tight_bullet(sign: char) -> bool {
    TIGHT.contains(sign)
}

/// Whether a sign before a blank begins an item wherever it begins a line. Those of symbol fonts are in the private area.
pub fn is_bullet(sign: char) -> bool {
    is_tight_bullet(sign) || LOOSE.contains(sign) || matches!(sign, '\u{f020}'..='\u{f0ff}')
}

/// Whether a sign may be a dash that begins an item.
pub fn is_dash(sign: char) -> bool {
    sign == '-' || DASHES.contains(sign)
}

/// Whether a letter before a blank may be a bullet.
pub fn is_font_bullet(sign: char) -> bool {
    FONT_BULLETS.contains(sign)
}

/// An item without the bullets before it, and without those that `also` names where a blank is behind them.
pub fn without_bullets(item: &str, also: impl Fn(char) -> bool) -> &str {
    let mut item = item;
    while let Some((sign, rest)) = first_sign(item) {
        let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
        if !is_tight_bullet(sign) && !(is_apart && (is_bullet(sign) || also(sign))) {
            break;
        }
        item = rest.trim_start();
    }
    item
}

/// The first sign of a text, and what is behind it; what chooses the sign's look is left out.
pub fn first_sign(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    let sign = chars.next()?;
    Some((sign, chars.as_str().trim_start_matches(['\u{fe0e}', '\u{fe0f}'])))
}
