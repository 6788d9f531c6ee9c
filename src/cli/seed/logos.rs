//! Logos of demo companies, drawn: a plain mark in one colour on a ground of another.

use std::io::Cursor;

use fastrand::Rng;
use image::{ImageFormat, Rgb, RgbImage};

use super::generate::{Kind, pick, rng};

/// Pixels each way.
const SIDE: u32 = 128;
/// Looks a pixel has at the mark, each way: edges are smooth.
const LOOKS: u32 = 4;
/// The companies that have one: enough for every page that people look at, few enough to be written quickly.
const WITH_LOGO: usize = 400;

/// Whether a mark covers a point; both run from -1 to 1, downwards.
type Mark = fn(f32, f32) -> bool;

const MARKS: [Mark; 12] = [
    // A ring, open at its upper right.
    |x, y| (0.36..0.66).contains(&x.hypot(y)) && !(x > 0.0 && y < 0.0),
    // Two discs that meet.
    |x, y| (x + 0.3).hypot(y) < 0.36 || ((x - 0.3).hypot(y) < 0.36 && (x - 0.3).hypot(y) > 0.2),
    // Three bars, each taller.
    |x, y| {
        let at = ((x + 0.6) / 0.4).floor();
        (0.0..3.0).contains(&at) && (x + 0.6) % 0.4 < 0.28 && y < 0.6 && y > 0.2 - 0.4 * at
    },
    // A square on its corner, with a hole.
    |x, y| (0.26..0.66).contains(&(x.abs() + y.abs())),
    // Four quarters of a disc, turned outwards.
    |x, y| x.abs() < 0.62 && y.abs() < 0.62 && (x.abs() - 0.62).hypot(y.abs() - 0.62) < 0.56,
    // A hill before the sun.
    |x, y| (x - 0.16).hypot(y + 0.24) < 0.3 || (y < 0.62 && y > 0.62 - 1.1 * (0.72 - (x + 0.1).abs()).max(0.0) * 0.9),
    // An arrow upwards.
    |x, y| (y > -0.62 && y < 0.06 && x.abs() < y + 0.62) || (x.abs() < 0.2 && (0.06..0.62).contains(&y)),
    // A leaf.
    |x, y| (x + 0.42).hypot(y + 0.42) < 0.98 && (x - 0.42).hypot(y - 0.42) < 0.98 && (x + y).abs() > 0.06,
    // A wave.
    |x, y| {
        x.abs() < 0.64 && ((y - 0.2 * (x * 5.0).sin()).abs() < 0.11 || (y - 0.36 - 0.2 * (x * 5.0).sin()).abs() < 0.11)
    },
    // Steps.
    |x, y| x.abs() < 0.62 && y < 0.62 && y > 0.22 - 0.42 * ((x + 0.62) / 0.42).floor(),
    // A disc, cut in two.
    |x, y| x.hypot(y) < 0.62 && (x - y).abs() > 0.12,
    // Six dots, one of them missing.
    |x, y| {
        let (column, row) = ((x / 0.44).round(), (y / 0.44).round());
        column.abs() < 1.5
            && row.abs() < 1.5
            && (column, row) != (1.0, -1.0)
            && (x - 0.44 * column).hypot(y - 0.44 * row) < 0.16
    },
];

/// Grounds and the marks that are well seen on them.
const COLOURS: [(Colour, Colour); 12] = [
    ([15, 92, 99], [214, 240, 236]),
    ([30, 58, 138], [191, 219, 254]),
    ([124, 45, 18], [254, 215, 170]),
    ([20, 83, 45], [187, 247, 208]),
    ([88, 28, 135], [233, 213, 255]),
    ([131, 24, 67], [251, 207, 232]),
    ([250, 204, 21], [66, 32, 6]),
    ([24, 24, 27], [163, 230, 53]),
    ([254, 243, 199], [180, 83, 9]),
    ([224, 242, 254], [3, 105, 161]),
    ([220, 38, 38], [255, 247, 237]),
    ([236, 252, 203], [63, 98, 18]),
];
type Colour = [u8; 3];

/// The logo of a company, as PNG; some have none.
pub(super) fn logo(seed: u64, company: usize) -> Option<Vec<u8>> {
    let mut rng: Rng = rng(seed, Kind::Logo, company);
    if company >= WITH_LOGO || rng.u32(..6) == 0 {
        return None;
    }
    let (mark, (ground, ink)) = (pick(&mut rng, &MARKS), pick(&mut rng, &COLOURS));
    let picture = RgbImage::from_fn(SIDE, SIDE, |x, y| Rgb(blend(ground, ink, covered(mark, x, y))));
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, ImageFormat::Png).ok()?;
    Some(png.into_inner())
}

/// How much of a pixel a mark covers.
fn covered(mark: Mark, x: u32, y: u32) -> f32 {
    let at = |pixel: u32, look: u32| (pixel as f32 + (look as f32 + 0.5) / LOOKS as f32) * 2.0 / SIDE as f32 - 1.0;
    let looks = (0..LOOKS * LOOKS).filter(|look| mark(at(x, look % LOOKS), at(y, look / LOOKS)));
    looks.count() as f32 / (LOOKS * LOOKS) as f32
}

fn blend(ground: Colour, ink: Colour, share: f32) -> Colour {
    std::array::from_fn(|i| (f32::from(ground[i]) * (1.0 - share) + f32::from(ink[i]) * share).round() as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_companies_have_a_small_logo_of_their_own() {
        let logos: Vec<_> = (0..60).filter_map(|company| logo(1, company)).collect();
        assert!((40..60).contains(&logos.len()), "{}", logos.len());
        for png in &logos {
            assert!(png.len() < 6_000, "{} bytes", png.len());
            assert!(crate::platform::picture::small(png, SIDE).is_ok());
        }
        assert_eq!(logo(1, 0), logo(1, 0));
    }

    #[test]
    fn every_mark_is_seen_and_leaves_ground() {
        for (n, mark) in MARKS.iter().enumerate() {
            let share: f32 =
                (0..SIDE * SIDE).map(|i| covered(*mark, i % SIDE, i / SIDE)).sum::<f32>() / (SIDE * SIDE) as f32;
            assert!((0.08..0.5).contains(&share), "{n}: {share}");
        }
    }
}
