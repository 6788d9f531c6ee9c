//! Cuts a text into words, and knows which signs belong to one.

use super::{
    fold::{fold, is_letter},
    scripts::is_paired,
};

/// A word as it stands in a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Part {
    /// Folded; what is asked for.
    pub word: String,
    /// Another name of the same.
    pub alias: Option<&'static str>,
    /// In texts it is found by this too.
    pub inner: Option<String>,
    /// Nobody asks for it.
    pub only_kept: bool,
}

impl Part {
    pub fn joint(&self) -> &str {
        self.inner.as_deref().unwrap_or(&self.word)
    }

    /// Whether it is what it is to be found by, and not made of signs or of letters that are paired.
    pub fn is_plain(&self) -> bool {
        self.alias.is_none() && !self.is_paired()
    }

    /// Whether it is a part of a longer word, by which that is found.
    pub fn is_paired(&self) -> bool {
        self.word.starts_with(is_paired)
    }
}

/// What stands between two spaces.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Chunk {
    /// Each inner list stood together, with signs between.
    pub compounds: Vec<Vec<Part>>,
    /// Signs that mean something to whoever typed them, but nothing to a search.
    pub left_out: Option<String>,
}

/// Cuts what stands between two spaces into words and signs.
pub(super) fn cut(typed: &str) -> Chunk {
    let letters: Vec<char> = fold(typed).chars().collect();
    let mut chunk = Chunk::default();
    let mut compound: Vec<Part> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let signs = run(&letters[at..], |c| !is_letter(c));
        let first = compound.is_empty() && chunk.compounds.is_empty();
        if !signs.is_empty() {
            let end = at + signs.len();
            if end == letters.len() && first {
                let is_seen = signs.iter().any(|c| !c.is_whitespace());
                chunk.left_out = is_seen.then(|| typed.to_string());
            } else {
                let joins = joins(signs, letters.get(at.wrapping_sub(1)), letters.get(end));
                if !joins {
                    chunk.compounds.extend((!compound.is_empty()).then(|| std::mem::take(&mut compound)));
                    note_signs(&mut chunk, signs, first);
                }
            }
            at = end;
        }
        let word = word(&letters[at..]);
        if word.is_empty() {
            continue;
        }
        let dotted = dotted(&letters, at);
        at += word.len();
        let named = name_of_signs(word, &letters[at..]);
        at += named.as_ref().map_or(0, |(_, signs)| *signs);
        add_word(&mut chunk, &mut compound, word, dotted, named.map(|(part, _)| part));
    }
    chunk.compounds.extend((!compound.is_empty()).then_some(compound));
    chunk
}

fn run(letters: &[char], is: fn(char) -> bool) -> &[char] {
    &letters[..letters.iter().position(|c| !is(*c)).unwrap_or(letters.len())]
}

/// The word that begins here. Where letters that are paired begin or end, so does a word: `Javaエンジニア`.
fn word(letters: &[char]) -> &[char] {
    let all = run(letters, is_letter);
    let paired = all.first().is_some_and(|c| is_paired(*c));
    let is_mark = |c: char| !c.is_alphanumeric();
    &all[..all.iter().position(|c| is_paired(*c) != paired && !is_mark(*c)).unwrap_or(all.len())]
}

fn add_word(chunk: &mut Chunk, compound: &mut Vec<Part>, word: &[char], dotted: bool, named: Option<Part>) {
    if let Some(part) = named {
        compound.push(part);
    } else if word.first().is_some_and(|c| is_paired(*c)) {
        chunk.compounds.extend((!compound.is_empty()).then(|| std::mem::take(compound)));
        chunk.compounds.extend(pairs(word));
    } else {
        let text: String = word.iter().collect();
        let after_dot = compound.last().is_some_and(|before| ["asp", "vb", "ado", "ml"].contains(&&*before.word));
        compound.push(match text.as_str() {
            "net" if after_dot => Part { word: text, alias: Some("dotnet"), ..Part::default() },
            _ if dotted => Part { word: format!("dot{text}"), inner: Some(text), ..Part::default() },
            _ => Part { word: text, ..Part::default() },
        });
    }
}

/// What is paired is found by each two letters that follow each other.
fn pairs(word: &[char]) -> Vec<Vec<Part>> {
    let one = |c: &char, only_kept| Part { word: c.to_string(), only_kept, ..Part::default() };
    let two = |pair: &[char]| Part { word: pair.iter().collect(), ..Part::default() };
    let single = word.len() == 1;
    let ones = word.iter().map(|c| vec![one(c, !single)]);
    word.windows(2).map(|pair| vec![two(pair)]).chain(ones).collect()
}

/// A word whose name goes on with signs, and how many.
fn name_of_signs(word: &[char], behind: &[char]) -> Option<(Part, usize)> {
    let text: String = word.iter().collect();
    let part = |ending: &str, alias| Part { word: format!("{text}{ending}"), alias, ..Part::default() };
    let ends = |at: usize| behind.get(at).is_none_or(|c| !is_letter(*c) || is_paired(*c));
    match behind {
        ['+', '+', ..] if text == "c" => Some((part("plusplus", Some("cpp")), 2)),
        ['+', '+', ..] => Some((part("plusplus", None), 2)),
        ['#', ..] if word.len() == 1 && ends(1) => Some((part("sharp", None), 1)),
        ['+', ..] if word.len() == 1 && ends(1) => Some((part("plus", None), 1)),
        _ => None,
    }
}

/// Whether the word here has a dot of its own before it: `.NET`, but not `ASP.NET` or `…and`.
fn dotted(letters: &[char], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|at| letters[at]);
    before(1) == Some('.')
        && letters[at].is_alphabetic()
        && !is_paired(letters[at])
        && before(2).is_none_or(|c| is_paired(c) || (!is_letter(c) && c != '.'))
}

/// Whether signs between two letters hold a word together.
fn joins(signs: &[char], before: Option<&char>, behind: Option<&char>) -> bool {
    let (Some(before), Some(behind)) = (before, behind) else { return false };
    let numbers = before.is_numeric() && behind.is_numeric();
    let holds = |c: &char| match c {
        ',' => numbers,
        c => matches!(c, '-' | '.' | '\'' | '/' | '&' | '_' | '*' | ':' | '·' | '(' | '+' | '@'),
    };
    signs.len() <= 2 && signs.iter().all(holds)
}

/// Notes signs at a word's edge, but for punctuation.
fn note_signs(chunk: &mut Chunk, signs: &[char], leading: bool) {
    let is_told = |c: char| match c {
        '-' => leading,
        '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '/' | '\'' | '·' | '•' => false,
        c => !c.is_whitespace(),
    };
    let told: String = signs.iter().copied().filter(|c| is_told(*c)).collect();
    if !told.is_empty() && chunk.left_out.as_ref().is_none_or(|signs| *signs != told) {
        chunk.left_out = Some(chunk.left_out.take().unwrap_or_default() + &told);
    }
}
