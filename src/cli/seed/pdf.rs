//! Resumes as one-page PDF files with selectable text, in the standard fonts every viewer has.

use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use super::people::Seeker;
use super::winansi::{HELVETICA, HELVETICA_BOLD, winansi};

const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const SIDE: f32 = 48.0;
const SIDE_WIDTH: f32 = 150.0;
const MAIN: f32 = 232.0;
const MAIN_WIDTH: f32 = WIDTH - MAIN - 48.0;
const TOP: f32 = 700.0;
const BOTTOM: f32 = 44.0;

type Colour = [f32; 3];
const INK: Colour = [0.13, 0.14, 0.17];
const MUTED: Colour = [0.38, 0.4, 0.45];
const ACCENTS: [Colour; 5] =
    [[0.08, 0.36, 0.52], [0.42, 0.18, 0.4], [0.1, 0.42, 0.32], [0.62, 0.26, 0.12], [0.2, 0.27, 0.55]];

#[derive(Clone, Copy)]
enum Font {
    Regular,
    Bold,
}

impl Font {
    fn name(self) -> Name<'static> {
        match self {
            Self::Regular => Name(b"F1"),
            Self::Bold => Name(b"F2"),
        }
    }

    fn width(self, text: &[u8], size: f32) -> f32 {
        let widths = match self {
            Self::Regular => &HELVETICA,
            Self::Bold => &HELVETICA_BOLD,
        };
        let units: u32 = text.iter().map(|&byte| u32::from(widths[usize::from(byte.max(32) - 32)])).sum();
        units as f32 * size / 1000.0
    }
}

#[derive(Clone, Copy)]
struct Style {
    font: Font,
    size: f32,
    colour: Colour,
}

/// Writes down one column of the page.
struct Column<'a> {
    content: &'a mut Content,
    x: f32,
    width: f32,
    y: f32,
    accent: Colour,
}

impl Column<'_> {
    fn line(&mut self, x: f32, text: &[u8], style: Style) {
        let [r, g, b] = style.colour;
        self.content.begin_text().set_font(style.font.name(), style.size).set_fill_rgb(r, g, b);
        self.content.next_line(x, self.y).show(Str(text)).end_text();
    }

    /// Wrapped text; what would leave the page is left out whole.
    fn text(&mut self, text: &str, indent: f32, style: Style) -> bool {
        let lines = wrap(&winansi(text), style.font, style.size, self.width - indent);
        let leading = style.size * 1.36;
        if self.y - leading * lines.len() as f32 <= BOTTOM {
            return false;
        }
        for line in lines {
            self.y -= leading;
            self.line(self.x + indent, &line, style);
        }
        true
    }

    fn heading(&mut self, text: &str) {
        self.y -= 34.0;
        self.line(self.x, &winansi(text), Style { font: Font::Bold, size: 11.5, colour: self.accent });
        let [r, g, b] = self.accent;
        self.content.set_fill_rgb(r, g, b).rect(self.x, self.y - 5.0, self.width, 0.7).fill_nonzero();
        self.y -= 8.0;
    }

    fn bullet(&mut self, text: &str, style: Style) {
        self.y -= 2.0;
        let top = self.y - style.size * 1.36;
        if self.text(text, 11.0, style) {
            let below = std::mem::replace(&mut self.y, top);
            self.line(self.x + 1.0, &winansi("•"), Style { colour: self.accent, ..style });
            self.y = below;
        }
    }
}

/// The seeker's resume as an A4 page; the same bytes for the same seeker.
pub fn resume_pdf(seeker: &Seeker) -> Vec<u8> {
    let [catalog, pages, page_id, regular, bold, content_id, info] = std::array::from_fn(|i| Ref::new(i as i32 + 1));
    let mut pdf = Pdf::new();
    let mut root = pdf.catalog(catalog);
    root.pages(pages).lang(TextStr("en"));
    root.viewer_preferences().display_doc_title(true);
    root.finish();
    pdf.pages(pages).kids([page_id]).count(1);

    let mut page = pdf.page(page_id);
    page.media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT)).parent(pages).contents(content_id);
    page.resources().fonts().pair(Font::Regular.name(), regular).pair(Font::Bold.name(), bold);
    page.finish();
    for (id, name) in [(regular, &b"Helvetica"[..]), (bold, b"Helvetica-Bold")] {
        pdf.type1_font(id).base_font(Name(name)).encoding_predefined(Name(b"WinAnsiEncoding"));
    }

    let title = format!("Resume of {}", seeker.name);
    let mut about = pdf.document_info(info);
    about.title(TextStr(&title)).author(TextStr(&seeker.name));
    about.subject(TextStr(&seeker.headline)).creator(TextStr("Jobi demo data"));
    about.finish();
    pdf.stream(content_id, &layout(seeker).finish());
    pdf.finish()
}

fn layout(seeker: &Seeker) -> Content {
    let accent = ACCENTS[seeker.name.bytes().map(usize::from).sum::<usize>() % ACCENTS.len()];
    let body = Style { font: Font::Regular, size: 10.2, colour: INK };
    let muted = Style { colour: MUTED, size: 9.5, ..body };
    let strong = Style { font: Font::Bold, ..body };
    let mut content = Content::new();
    let [r, g, b] = accent;
    content.set_fill_rgb(r, g, b).rect(0.0, HEIGHT - 10.0, WIDTH, 10.0).fill_nonzero();
    content.set_fill_rgb(0.965, 0.968, 0.975).rect(0.0, 0.0, 214.0, TOP + 14.0).fill_nonzero();

    let mut head = Column { content: &mut content, x: SIDE, width: WIDTH - 2.0 * SIDE, y: HEIGHT - 40.0, accent };
    head.text(&seeker.name, 0.0, Style { font: Font::Bold, size: 27.0, colour: INK });
    head.y -= 4.0;
    head.text(&seeker.headline, 0.0, Style { size: 12.0, colour: accent, ..body });

    let mut main = Column { content: &mut content, x: MAIN, width: MAIN_WIDTH, y: TOP + 24.0, accent };
    main.heading("Profile");
    main.text(&seeker.about, 0.0, body);
    main.heading("Experience");
    for (at, job) in seeker.experience.iter().enumerate() {
        main.y -= if at > 0 { 12.0 } else { 2.0 };
        main.text(&job.title, 0.0, Style { size: 11.2, ..strong });
        let to = job.to.as_deref().unwrap_or("today");
        main.text(&format!("{}  ·  {} – {to}", job.company, job.from), 0.0, muted);
        for bullet in &job.bullets {
            main.bullet(bullet, body);
        }
    }
    main.heading("Education");
    for education in &seeker.education {
        main.y -= 3.0;
        main.text(&education.degree, 0.0, strong);
        main.text(&format!("{}  ·  {}", education.school, education.year), 0.0, muted);
    }

    let mut side = Column { content: &mut content, x: SIDE, width: SIDE_WIDTH, y: TOP + 24.0, accent };
    side.heading("Contact");
    for line in [&format!("{}, {}", seeker.city, seeker.country), &seeker.phone, &seeker.email] {
        side.y -= 2.0;
        side.text(line, 0.0, body);
    }
    for link in &seeker.links {
        side.y -= 2.0;
        side.text(link.trim_start_matches("https://"), 0.0, body);
    }
    side.heading("Skills");
    for skill in &seeker.skills {
        side.bullet(skill, body);
    }
    side.heading("Languages");
    for language in &seeker.languages {
        side.bullet(language, body);
    }
    content
}

/// Breaks at spaces, and inside a word that is wider than a line.
fn wrap(text: &[u8], font: Font, size: f32, width: f32) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = vec![Vec::new()];
    for word in text.split(|&byte| byte == b' ') {
        let last = lines.last_mut().expect("one line at least");
        let longer = if last.is_empty() { word.to_vec() } else { [last, &b" "[..], word].concat() };
        if font.width(&longer, size) <= width {
            *last = longer;
            continue;
        }
        if !last.is_empty() {
            lines.push(Vec::new());
        }
        for &byte in word {
            let last = lines.last_mut().expect("one line at least");
            last.push(byte);
            if last.len() > 1 && font.width(last, size) > width {
                last.pop();
                lines.push(vec![byte]);
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::people::seeker;
    use super::*;

    #[test]
    fn resumes_are_pdf_files() {
        let plain = Seeker { name: "Grace Rowe".into(), ..seeker(1, 1) };
        let bytes = resume_pdf(&plain);
        assert!(bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF"));
        assert!(bytes.windows(12).any(|window| window == b"(Grace Rowe)"));
        assert_eq!(bytes, resume_pdf(&plain));
    }

    #[test]
    fn lines_keep_to_their_width() {
        let text = "a supercalifragilisticexpialidocious word and some shorter ones";
        let lines = wrap(text.as_bytes(), Font::Regular, 10.0, 90.0);
        assert!(lines.len() > 2);
        assert!(lines.iter().all(|line| Font::Regular.width(line, 10.0) <= 90.0));
    }

    #[test]
    fn resumes_fit_the_page() {
        for i in 0..300 {
            let seeker = seeker(4, i);
            let text = layout(&seeker).finish().to_vec();
            for school in &seeker.education {
                // Lines with letters beyond ASCII are written in hexadecimal.
                let year: String = school.year.to_string().bytes().map(|digit| format!("{digit:02x}")).collect();
                let mut windows = text.windows(year.len());
                assert!(windows.any(|window| window.eq_ignore_ascii_case(year.as_bytes())), "{}", seeker.name);
            }
        }
    }
}
