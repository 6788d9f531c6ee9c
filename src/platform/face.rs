//! What an operator gives the site of their own: its name, logo and colour, and what stands at its foot.

use std::{fs, path::PathBuf};

use clap::Args;
use sha2::{Digest, Sha256};

/// The most bytes of a logo: it is sent with every first visit.
const MAX_LOGO_BYTES: usize = 200_000;

#[derive(Args, Clone, Debug)]
pub struct FaceConfig {
    /// What the site is called
    #[arg(long, env = "JOBI_SITE_NAME", default_value = "Jobi", value_parser = site_name)]
    pub site_name: String,

    /// The site's logo: an SVG, PNG or WebP file
    #[arg(long, env = "JOBI_SITE_LOGO")]
    pub site_logo: Option<PathBuf>,

    /// The colour of links and buttons: a hue in degrees, or a colour like #0b5f66 whose hue is taken. How light it is
    /// stays, so that everything can be read
    #[arg(long, env = "JOBI_ACCENT", value_parser = hue)]
    pub accent: Option<u16>,

    /// A line at the foot of every page
    #[arg(long, env = "JOBI_FOOTER", default_value = "")]
    pub footer: String,

    /// Folder of pages to link at the foot, such as imprint.md, privacy.md, terms.2026-05-01.md, terms.2026-05-01.de.md
    /// [default: DATA_DIR/pages]
    #[arg(long, env = "JOBI_PAGES")]
    pub pages: Option<PathBuf>,
}

impl FaceConfig {
    /// Reads the logo.
    pub fn face(&self) -> Result<Face, String> {
        let logo = self.site_logo.as_ref().map(|path| {
            let name = path.display();
            let kind = match path.extension().and_then(|kind| kind.to_str()) {
                Some("svg") => "image/svg+xml",
                Some("png") => "image/png",
                Some("webp") => "image/webp",
                _ => return Err(format!("{name} is no SVG, PNG or WebP file")),
            };
            let bytes = fs::read(path).map_err(|error| format!("cannot read the site's logo {name}: {error}"))?;
            match bytes.len() > MAX_LOGO_BYTES {
                true => Err(format!("the site's logo {name} has more than {MAX_LOGO_BYTES} bytes")),
                false => Ok(SiteLogo { kind, bytes }),
            }
        });
        let footer = self.footer.trim().to_string();
        Ok(Face { name: self.site_name.clone(), logo: logo.transpose()?, accent: self.accent, footer })
    }
}

/// What the site shows of its operator.
#[derive(Clone, Debug)]
pub struct Face {
    pub name: String,
    pub logo: Option<SiteLogo>,
    /// The hue of the accent, in degrees.
    pub accent: Option<u16>,
    pub footer: String,
}

impl Default for Face {
    fn default() -> Self {
        Self { name: "Jobi".into(), logo: None, accent: None, footer: String::new() }
    }
}

impl Face {
    /// The address of the logo, named by its content.
    pub fn logo_path(&self) -> Option<String> {
        self.logo.as_ref().map(|logo| format!("/site-logo?v={}", hex::encode(&Sha256::digest(&logo.bytes)[..6])))
    }

    /// The address of the styles of this site alone, if it has any.
    pub fn style_path(&self) -> Option<String> {
        self.accent.map(|hue| format!("/site.css?v={hue}"))
    }

    pub fn style(&self) -> String {
        self.accent.map(|hue| format!(":root {{ --accent-hue: {hue}; }}\n")).unwrap_or_default()
    }
}

#[derive(Clone, Debug)]
pub struct SiteLogo {
    /// Its MIME type.
    pub kind: &'static str,
    pub bytes: Vec<u8>,
}

fn site_name(text: &str) -> Result<String, String> {
    let name = crate::text::clean_line(text);
    match name.chars().count() {
        1..=40 => Ok(name),
        _ => Err("a site's name has 1 to 40 characters".into()),
    }
}

/// A hue of OKLCH in degrees, from a number or from a colour.
fn hue(text: &str) -> Result<u16, String> {
    let wrong = || format!("{text} is neither degrees from 0 to 359 nor a colour like #0b5f66");
    let Some(digits) = text.strip_prefix('#') else {
        return text.parse().ok().filter(|hue| *hue < 360).ok_or_else(wrong);
    };
    let color = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 6).ok_or_else(wrong)?;
    let linear = |shift: u32| {
        let value = f64::from((color >> shift) & 0xff) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let (r, g, b) = (linear(16), linear(8), linear(0));
    // https://bottosson.github.io/posts/oklab/
    let l = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b).cbrt();
    let m = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b).cbrt();
    let s = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b).cbrt();
    let a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    let b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    Ok(b.atan2(a).to_degrees().rem_euclid(360.0).round() as u16 % 360)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hue_is_degrees_or_a_color() {
        for (text, degrees) in [
            ("0", Some(0)),
            ("205", Some(205)),
            ("#0b5f66", Some(204)),
            ("#ff0000", Some(29)),
            ("#00ff00", Some(142)),
            ("#0000ff", Some(264)),
            ("360", None),
            ("-1", None),
            ("#fff", None),
            ("red", None),
            ("", None),
        ] {
            assert_eq!(hue(text).ok(), degrees, "{text}");
        }
    }

    #[test]
    fn a_name_is_one_short_line() {
        assert_eq!(site_name(" Acme\tJobs ").as_deref(), Ok("Acme Jobs"));
        assert!(site_name(" ").is_err() && site_name(&"x".repeat(41)).is_err());
    }

    #[test]
    fn a_logo_is_a_picture() {
        let folder = tempfile::tempdir().unwrap();
        let config = |name: &str| FaceConfig {
            site_name: "Acme".into(),
            site_logo: Some(folder.path().join(name)),
            accent: None,
            footer: String::new(),
            pages: None,
        };
        fs::write(folder.path().join("a.svg"), "<svg/>").unwrap();
        fs::write(folder.path().join("a.txt"), "text").unwrap();
        assert!(config("a.svg").face().unwrap().logo_path().unwrap().starts_with("/site-logo?v="));
        assert!(config("a.txt").face().is_err() && config("none.png").face().is_err());
    }
}
