//! The pictures that others show beside a link to a page: a few words on a plain ground.
//!
//! Each character is drawn by itself, so that scripts whose letters join or that run from right to left would come out
//! wrong: a text with a letter of these, or with one that the font does not have, is left out whole, because half of it
//! may say something else.

use std::{io::Cursor, sync::LazyLock};

use ab_glyph::{Font, FontRef, PxScale, ScaleFont, point};
use image::{ImageFormat, Rgb, RgbImage};
use unicode_normalization::UnicodeNormalization;

use super::picture::off_workers;
use crate::error::{AppError, internal};

/// Pixels, as those who show such pictures ask for.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// Liberation Sans Bold; its licence stands beside it.
static FONT: LazyLock<FontRef<'static>> = LazyLock::new(|| {
    FontRef::try_from_slice(include_bytes!("share/LiberationSans-Bold.ttf")).expect("the font is whole")
});

type Color = Rgb<u8>;
const GROUND: Color = Rgb([251, 252, 252]);
const ACCENT: Color = Rgb([11, 107, 114]);
const TEXT: Color = Rgb([24, 33, 35]);
const MUTED: Color = Rgb([84, 97, 100]);

/// Pixels from the edges.
const MARGIN: f32 = 80.0;
/// The width of the band at the edge.
const BAND: u32 = 24;
/// The widest that a line may be, and one that stands beside the site's name.
const WIDE: f32 = WIDTH as f32 - 2.0 * MARGIN;
const BESIDE_NAME: f32 = WIDE - 160.0;
/// The heights of a title's letters with the lines that there is room for, the largest first: a title that needs more
/// is written smaller.
const TITLE_SIZES: [(f32, usize); 3] = [(92.0, 2), (76.0, 3), (64.0, 3)];

/// What a picture says. What is empty, or in a script that cannot be drawn, is left out; what is left stands where the
/// title would.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The line above the title.
    pub above: String,
    pub title: String,
    /// The line below the title that counts.
    pub below: String,
    /// Another line below: of parts, each of which says something alone.
    pub note: Vec<String>,
}

impl Words {
    /// What can be drawn of them.
    fn drawable(&self) -> [String; 4] {
        let note: Vec<String> = self.note.iter().map(|part| drawable(part)).filter(|part| !part.is_empty()).collect();
        let mut lines = [drawable(&self.above), drawable(&self.title), drawable(&self.below), note.join(" · ")];
        for other in [0, 2, 3] {
            if lines[1].is_empty() {
                lines.swap(1, other);
            }
        }
        lines
    }
}

/// Draws a picture, as PNG, off the async workers.
pub async fn draw(words: Words) -> Result<Vec<u8>, AppError> {
    off_workers(move || draw_here(&words)).await?
}

fn draw_here(words: &Words) -> Result<Vec<u8>, AppError> {
    let mut canvas = Canvas(RgbImage::from_pixel(WIDTH, HEIGHT, GROUND));
    canvas.fill(0..BAND, 0..HEIGHT, ACCENT);
    let [above, title, below, note] = words.drawable();
    let mut top = MARGIN;
    for line in lines(&above, 42.0, 1, BESIDE_NAME) {
        canvas.write(&line, MARGIN, top, 42.0, MUTED);
    }
    canvas.write("Jobi", WIDTH as f32 - MARGIN - width("Jobi", 42.0), top, 42.0, ACCENT);
    top += 84.0;
    let sizes = TITLE_SIZES.map(|(size, most)| (size, lines(&title, size, most, WIDE)));
    let fitting = sizes.iter().find(|(_, lines)| !lines.last().is_some_and(|line| line.ends_with('…')));
    if let Some((size, lines)) = fitting.or(sizes.last()) {
        for line in lines {
            canvas.write(line, MARGIN, top, *size, TEXT);
            top += size * 1.12;
        }
    }
    top += 28.0;
    for (text, size, color) in [(&below, 52.0, ACCENT), (&note, 38.0, MUTED)] {
        for line in lines(text, size, 1, WIDE) {
            canvas.write(&line, MARGIN, top, size, color);
            top += size * 1.4;
        }
    }
    let mut png = Cursor::new(Vec::new());
    canvas.0.write_to(&mut png, ImageFormat::Png).map_err(internal)?;
    Ok(png.into_inner())
}

/// A text in lines of this width, at most so many; the last one says with `…` that more follows.
fn lines(text: &str, size: f32, most: usize, wide: f32) -> Vec<String> {
    let fits = |line: &str| width(line, size) <= wide;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if fits(&format!("{line} {word}")) => *line = format!("{line} {word}"),
            _ => lines.push(String::new()),
        }
        let line = lines.last_mut().expect("one was pushed");
        if !line.is_empty() {
            continue;
        }
        // A word that is wider than a line is broken.
        for c in word.chars() {
            let line = lines.last_mut().expect("one was pushed");
            match fits(&format!("{line}{c}")) {
                true => line.push(c),
                false => lines.push(c.to_string()),
            }
            if lines.len() > most {
                break;
            }
        }
        if lines.len() > most {
            break;
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        let last = lines.last_mut().expect("at least one");
        while !last.is_empty() && !fits(&format!("{last}…")) {
            last.pop();
        }
        *last = format!("{}…", last.trim_end());
    }
    lines
}

/// A text as it is drawn, without signs that cannot be; nothing where a letter cannot.
fn drawable(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.nfc().peekable();
    while let Some(c) = letters.next() {
        if c.is_whitespace() {
            out.push(' ');
        } else if is_drawable(c) {
            out.push(c);
        } else if let Some(code) = currency_code(c) {
            out.push_str(if out.ends_with(|c: char| c.is_alphanumeric()) { " " } else { "" });
            out.push_str(code);
            out.push_str(if letters.peek().is_some_and(|c| c.is_alphanumeric()) { " " } else { "" });
        } else if c.is_alphanumeric() || is_accent(c) {
            return String::new();
        }
    }
    for empty in ["()", "( )", "[]", "[ ]"] {
        out = out.replace(empty, "");
    }
    out.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What stands for a currency whose sign the font may not have.
fn currency_code(sign: char) -> Option<&'static str> {
    Some(match sign {
        '₹' => "INR",
        '₩' => "KRW",
        '₪' => "ILS",
        '₺' => "TRY",
        '₴' => "UAH",
        '₽' => "RUB",
        '₫' => "VND",
        '₦' => "NGN",
        '₱' => "PHP",
        '₵' => "GHS",
        '₾' => "GEL",
        '฿' => "THB",
        _ => return None,
    })
}

/// An accent that makes no letter with the one before it.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn is_drawable(c: char) -> bool {
    // From Hebrew to Myanmar and on: letters that join, stack, or run from the right.
    let needs_shaping = matches!(c, '\u{590}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    let is_invisible =
        matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    !needs_shaping && !is_invisible && FONT.glyph_id(c).0 != 0
}

fn width(text: &str, size: f32) -> f32 {
    let font = FONT.as_scaled(PxScale::from(size));
    let (mut width, mut last) = (0.0, None);
    for id in text.chars().map(|c| font.glyph_id(c)) {
        width += font.h_advance(id) + last.map_or(0.0, |last| font.kern(last, id));
        last = Some(id);
    }
    width
}

struct Canvas(RgbImage);

impl Canvas {
    fn fill(&mut self, across: std::ops::Range<u32>, down: std::ops::Range<u32>, color: Color) {
        for (x, y) in across.flat_map(|x| down.clone().map(move |y| (x, y))) {
            self.0.put_pixel(x, y, color);
        }
    }

    /// Writes a line whose letters begin so far from the left and the top.
    fn write(&mut self, text: &str, left: f32, top: f32, size: f32, color: Color) {
        let font = FONT.as_scaled(PxScale::from(size));
        let (mut x, mut last) = (left, None);
        for c in text.chars() {
            let mut glyph = font.scaled_glyph(c);
            x += last.map_or(0.0, |last| font.kern(last, glyph.id));
            glyph.position = point(x, top + font.ascent());
            x += font.h_advance(glyph.id);
            last = Some(glyph.id);
            let Some(outline) = font.outline_glyph(glyph) else { continue };
            let corner = outline.px_bounds().min;
            outline.draw(|dx, dy, cover| {
                self.blend(corner.x as i64 + i64::from(dx), corner.y as i64 + i64::from(dy), color, cover);
            });
        }
    }

    fn blend(&mut self, x: i64, y: i64, color: Color, cover: f32) {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return };
        if let Some(pixel) = self.0.get_pixel_mut_checked(x, y) {
            let cover = cover.clamp(0.0, 1.0);
            for (below, above) in pixel.0.iter_mut().zip(color.0) {
                *below = (f32::from(*below) * (1.0 - cover) + f32::from(above) * cover).round() as u8;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_drawn_is_left_out() {
        for (text, expected) in [
            ("Gärtner*in (m/w/d) – Łódź & Žilina", "Gärtner*in (m/w/d) – Łódź & Žilina"),
            ("Инженер, Μηχανικός", "Инженер, Μηχανικός"),
            ("Developer 🚀  now", "Developer now"),
            ("Senior Engineer (高级工程师)", ""),
            ("Probe & Søn 東京", ""),
            ("นักพัฒนา", ""),
            ("डेवलपर", ""),
            ("개발자", ""),
            ("Cafe\u{301}", "Café"),
            ("☕\u{fe0f} Barista", "Barista"),
            ("2,000,000–2,500,000 ₹ a year", "2,000,000–2,500,000 INR a year"),
            ("₹2,000", "INR 2,000"),
            ("¥5, $5, £5", "¥5, $5, £5"),
            ("软件工程师 IT", ""),
            ("مهندس برمجيات", ""),
            ("מהנדס", ""),
            ("60,000–80,000 € a year", "60,000–80,000 € a year"),
            ("a\u{200b}b\u{202e}c", "abc"),
            ("🚀🚀", ""),
            ("", ""),
        ] {
            assert_eq!(drawable(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_left_stands_for_the_title() {
        for (words, lines) in [
            (["Acme", "Cook", "5 €", "Graz|remote"], ["Acme", "Cook", "5 €", "Graz · remote"]),
            (["Acme", "コック", "5 €", "東京|Japan"], ["", "Acme", "5 €", "Japan"]),
            (["東京 Probe", "Cook", "", "東京"], ["", "Cook", "", ""]),
            (["東京", "コック", "5 €", "Japan"], ["", "5 €", "", "Japan"]),
            (["東京", "コック", "", "Japan"], ["", "Japan", "", ""]),
        ] {
            let [above, title, below, note] = words.map(String::from);
            let note = note.split('|').map(String::from).collect();
            assert_eq!(Words { above, title, below, note }.drawable(), lines, "{words:?}");
        }
    }

    #[test]
    fn lines_fit_and_say_that_more_follows() {
        for text in ["W".repeat(200), "Gärtner ".repeat(30), "Ein Wort".into(), format!("a {}", "W".repeat(200))] {
            for most in [1, 3] {
                let lines = lines(&text, 64.0, most, WIDE);
                assert!(lines.len() <= most && !lines.is_empty(), "{lines:?}");
                assert!(lines.iter().all(|line| !line.is_empty() && width(line, 64.0) <= WIDE), "{lines:?}");
                let is_whole = lines.concat().replace(' ', "") == text.replace(' ', "");
                assert_eq!(is_whole, !lines.concat().ends_with('…'), "{lines:?}");
            }
        }
        assert!(lines("", 64.0, 3, WIDE).is_empty());
    }

    #[test]
    fn a_picture_is_a_png_of_this_size() {
        let words = Words {
            above: "Acme".into(),
            title: "Gärtner".into(),
            below: "50.000 €".into(),
            note: vec!["Graz".into()],
        };
        let empty = Words::default();
        for words in [words, empty] {
            let png = draw_here(&words).unwrap();
            let picture = image::load_from_memory_with_format(&png, ImageFormat::Png).unwrap();
            assert_eq!((picture.width(), picture.height()), (WIDTH, HEIGHT));
            assert!(png.len() < 100_000, "{} bytes", png.len());
        }
    }
}
