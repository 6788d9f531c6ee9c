//! Demo companies, and what all generators share. Everything is a pure function of (seed, kind, index).

use std::borrow::Cow;

use fastrand::Rng;

use super::content::{Country, Industry, bank, prose};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    pub name: String,
    pub slug: String,
    pub site: String,
    /// Two paragraphs of Markdown.
    pub about: String,
    pub city: &'static str,
    /// ISO 3166 alpha-2.
    pub country: &'static str,
    pub size: &'static str,
    pub industry: &'static str,
}

#[derive(Clone, Copy)]
pub(super) enum Kind {
    Company = 1,
    Posting,
    Seeker,
    Letter,
    /// When a posting was published, and what became of it.
    Life,
    Resume,
    /// An application.
    Story,
    /// An application's change of stage.
    Change,
    /// A conversation.
    Talk,
    Message,
    Notification,
}

pub(super) fn rng(seed: u64, kind: Kind, i: usize) -> Rng {
    // The finisher of SplitMix64, once for each part.
    let mix = |x: u64| {
        let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    };
    let kind = (kind as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    Rng::with_seed(mix(mix(seed.wrapping_add(kind)).wrapping_add(i as u64)))
}

pub(super) fn pick<T: Copy>(rng: &mut Rng, items: &[T]) -> T {
    items[rng.usize(..items.len())]
}

/// An index, drawn by weight.
pub(super) fn weighted(rng: &mut Rng, weights: impl Iterator<Item = u32> + Clone) -> usize {
    let mut left = rng.u32(..weights.clone().sum::<u32>());
    for (i, weight) in weights.enumerate() {
        if left < weight {
            return i;
        }
        left -= weight;
    }
    unreachable!("the draw is below the sum")
}

/// `count` items in their order.
pub(super) fn sample<'a, T>(rng: &mut Rng, items: &'a [T], count: usize) -> impl Iterator<Item = &'a T> {
    let mut wanted = count.min(items.len());
    items.iter().enumerate().filter_map(move |(i, item)| {
        let take = wanted > 0 && rng.usize(..items.len() - i) < wanted;
        wanted -= usize::from(take);
        take.then_some(item)
    })
}

/// Writes `text` with each `{key}` replaced.
pub(super) fn fill(out: &mut String, text: &str, vars: &[(&str, &str)]) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (key, tail) = after.split_once('}').expect("a closing brace");
        let value = vars.iter().find(|var| var.0 == key).unwrap_or_else(|| panic!("no {key} in {text:?}")).1;
        out.push_str(before);
        out.push_str(value);
        rest = tail;
    }
    out.push_str(rest);
}

/// Lower-case ASCII, words joined by `-`.
pub(super) fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in super::winansi::ascii(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// What a posting needs to know of its company, without the prose.
pub(super) struct Facts {
    pub name: Cow<'static, str>,
    /// Set when the same name has been used before.
    round: usize,
    pub industry: &'static Industry,
    pub country: &'static Country,
    pub place: (&'static str, &'static str),
    pub size: &'static str,
    pub does: &'static str,
}

const SIZES: [(&str, u32); 6] =
    [("1-10", 18), ("11-50", 30), ("51-200", 27), ("201-1000", 16), ("1001-5000", 7), ("5001+", 2)];

impl Facts {
    pub fn size_rank(&self) -> usize {
        SIZES.iter().position(|size| size.0 == self.size).unwrap_or(0)
    }
}

pub(super) fn facts(rng: &mut Rng, seed: u64, i: usize) -> Facts {
    let bank = bank();
    if let Some(firm) = bank.firms.get(i) {
        let country = &bank.countries[firm.country];
        return Facts {
            name: Cow::Borrowed(firm.name),
            round: 0,
            industry: &bank.industries[firm.industry],
            country,
            place: country.places[firm.place],
            size: firm.size,
            does: firm.does,
        };
    }
    // Walk every (name, industry, ending) once in a scattered order before the second round.
    const ENDINGS: usize = 4;
    let combos = bank.names.len() * bank.industries.len() * ENDINGS;
    let i = i - bank.firms.len();
    let (round, step) = (i / combos, i % combos);
    let at = (step * 7919 + (seed % combos as u64) as usize) % combos;
    let industry = &bank.industries[at % bank.industries.len()];
    let rest = at / bank.industries.len();
    let (word, ending) = (bank.names[rest / ENDINGS], industry.endings[rest % ENDINGS]);
    let country = &bank.countries[weighted(rng, bank.countries.iter().map(|country| country.weight))];
    let place = pick(rng, &country.places);
    let name = if round == 0 { format!("{word} {ending}") } else { format!("{word} {ending} {}", place.0) };
    Facts {
        name: Cow::Owned(name),
        round,
        industry,
        country,
        place,
        size: SIZES[weighted(rng, SIZES.iter().map(|size| size.1))].0,
        does: pick(rng, &industry.does),
    }
}

pub fn company(seed: u64, i: usize) -> Company {
    let rng = &mut rng(seed, Kind::Company, i);
    let facts = facts(rng, seed, i);
    let mut slug = slug(&facts.name);
    if facts.round > 0 {
        slug = format!("{slug}-{}", facts.round + 1);
    }
    let years = match facts.industry.word {
        "software" | "fintech" | "robotics" | "biotechnology" | "energy" | "telecommunications" => 1994..2022,
        _ if facts.size_rank() > 3 => 1890..1990,
        _ => 1965..2022,
    };
    let year = rng.u32(years);
    let people = match facts.size {
        "1-10" => "a handful of people",
        "11-50" => "a few dozen people",
        "51-200" => "a little over a hundred people",
        "201-1000" => "several hundred people",
        "1001-5000" => "some two thousand people",
        _ => "more than five thousand people",
    };
    let mut values = sample(rng, prose::VALUES, 2);
    let (one, two) = (values.next().unwrap_or(&""), values.next().unwrap_or(&""));
    drop(values);
    let about = format!(
        "**{}** {}. Founded in {} in {year}, we are {people} today, and still independent.\n\n{one} {two} {}",
        facts.name,
        facts.does,
        facts.place.0,
        pick(rng, prose::HIRING),
    );
    Company {
        site: format!("https://{slug}.example"),
        name: facts.name.into_owned(),
        slug,
        about,
        city: facts.place.0,
        country: facts.country.code,
        size: facts.size,
        industry: facts.industry.word,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn companies_are_deterministic() {
        assert_eq!(company(7, 4321), company(7, 4321));
        assert_ne!(company(7, 4321), company(8, 4321));
    }

    #[test]
    fn slugs_are_unique() {
        let slugs: HashSet<_> = (0..20_000).map(|i| company(1, i).slug).collect();
        assert_eq!(slugs.len(), 20_000);
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Brückner & Sohn  Präzision!"), "brueckner-sohn-praezision");
    }

    #[test]
    fn templates_are_filled() {
        let mut out = String::new();
        fill(&mut out, "At {company} in {city}.", &[("company", "Acme"), ("city", "Bern")]);
        assert_eq!(out, "At Acme in Bern.");
    }
}
