//! The words of a text, as a search keeps them and as it is asked for them.
//!
//! Words are runs of letters and digits. What stands together with a sign between (`co-working`, `Node.js`, `R&D`,
//! `Entwickler*in`) is found by its parts, and joined. Signs that are part of a name become letters of their own:
//! `C#` is `csharp`, `C++` is `cplusplus` and `cpp`, `.NET` is `dotnet`.

use std::collections::HashSet;

use frostem::{Algorithm, Stemmer};

use super::{
    cut::{Part, cut},
    fold::{fold, spellings},
    genders::without_genders,
};

/// Letters of a word that count.
const MAX_LETTERS: usize = 64;
/// Parts that are joined to one word.
const MAX_JOINED: usize = 5;
/// Stands before two words of a name that are joined though a space is between: these are found whole only, or each
/// beginning would have as many words as there are pairs.
pub(super) const PAIR: char = '\u{e005}';
/// What begins with so many letters is more than a coincidence: `it` begins `italian`.
const MIN_BEGINNING: usize = 4;

/// How names are written that have one in them.
const SAINTS: [&str; 3] = ["st", "sankt", "saint"];
/// So many letters behind digits are a word of their own: `S/4HANA`.
const MIN_BEHIND_DIGITS: usize = 3;
/// What `and` is called, folded.
const ANDS: [&str; 11] = ["&", "and", "und", "et", "y", "e", "i", "og", "och", "en", "ja"];
/// So many parts of a word in letters that are paired take the room of a word.
const WEIGHT: usize = 4;

/// What a text is kept as: each word in every spelling, its English stem, and what stands together joined.
/// In a text `of_names` two words that follow each other are joined as well: `Full Stack` is `fullstack`.
pub fn kept_words(text: &str, of_names: bool) -> HashSet<String> {
    let mut kept = HashSet::new();
    let mut before = None::<Part>;
    for compounds in text.split_whitespace().map(|chunk| cut(chunk).compounds) {
        for (at, compound) in compounds.iter().enumerate() {
            keep_compound(&mut kept, compound);
            if of_names {
                if let (Some(before), Some(first)) = (&before, compound.first()) {
                    keep_neighbours(&mut kept, before, first, at == 0);
                }
                before = compound.last().cloned();
            }
        }
    }
    kept
}

fn keep_compound(kept: &mut HashSet<String>, compound: &[Part]) {
    for part in compound {
        for word in [Some(&part.word), part.inner.as_ref()].into_iter().flatten() {
            keep(kept, word, true);
        }
        kept.extend(part.alias.map(str::to_string));
        let digits = part.word.trim_start_matches(|c: char| c.is_ascii_digit());
        if digits.len() < part.word.len() && digits.chars().count() >= MIN_BEHIND_DIGITS {
            keep(kept, digits, true);
            keep(kept, &part.word[..part.word.len() - digits.len()], false);
        }
    }
    compound.windows(2).for_each(|pair| keep(kept, &joined(pair), false));
    if (3..=MAX_JOINED).contains(&compound.len()) {
        keep(kept, &joined(compound), false);
    }
}

fn joined(parts: &[Part]) -> String {
    parts.iter().map(Part::joint).collect()
}

/// Two words of a name that follow each other, joined; of those that are paired, the letters that meet.
fn keep_neighbours(kept: &mut HashSet<String>, before: &Part, first: &Part, apart: bool) {
    if before.is_paired() && first.is_paired() {
        let letters = before.word.chars().last().into_iter().chain(first.word.chars().next());
        kept.extend(apart.then(|| letters.collect()));
    } else if !before.is_paired() && !first.is_paired() {
        let pair = spellings(&joined(&[before.clone(), first.clone()])).into_iter();
        kept.extend(pair.map(|word| bounded(format!("{PAIR}{word}"))));
    }
}

fn keep(kept: &mut HashSet<String>, word: &str, stems: bool) {
    for spelling in spellings(word) {
        if stems {
            kept.extend(stem(&spelling));
        }
        kept.insert(bounded(spelling));
    }
}

/// A word that is searched for.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedWord {
    /// It is one of these, whole.
    pub whole: Vec<String>,
    /// Or it begins so.
    pub beginnings: Vec<String>,
    /// So short that what begins with it is mostly another word.
    pub short: bool,
}

/// What a text asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// All of these.
    pub words: Vec<AskedWord>,
    /// Parts of the text that are not searched for, as they were typed.
    pub left_out: Vec<String>,
}

/// Reads what is asked for, at most so many words.
pub fn asked(text: &str, max_words: usize) -> Asked {
    let (mut compounds, mut left_out) = (Vec::<Vec<Part>>::new(), Vec::new());
    let text = without_genders(text);
    for typed in without_ands(&text) {
        let mut chunk = cut(typed);
        chunk.compounds.iter_mut().for_each(|compound| compound.retain(|part| !part.only_kept));
        chunk.compounds.retain(|compound| !compound.is_empty());
        let known = chunk.compounds.iter().all(|compound| compounds.contains(compound));
        let weights = compounds.iter().chain(&chunk.compounds).flatten().map(weight);
        if !known && weights.sum::<usize>() > max_words * WEIGHT {
            left_out.push(typed.to_string());
            continue;
        }
        left_out.extend(chunk.left_out);
        compounds.extend(if known { Vec::new() } else { chunk.compounds });
    }
    let mut words: Vec<AskedWord> = Vec::new();
    let all: Vec<&Part> = compounds.iter().flatten().collect();
    let mut at = 0;
    for compound in &compounds {
        let whole = (3..=MAX_JOINED).contains(&compound.len()).then(|| compound.iter().map(Part::joint).collect());
        for _ in compound {
            let word = asked_word(&all, at, whole.clone());
            if !words.contains(&word) {
                words.push(word);
            }
            at += 1;
        }
    }
    left_out.dedup();
    Asked { words, left_out }
}

/// How much of the room for words a word takes: a word of many paired letters is many words.
fn weight(part: &Part) -> usize {
    if part.is_paired() { 1 } else { WEIGHT }
}

/// What stands between spaces, without the `and` between two words: who writes `R and D` means `R&D`.
fn without_ands(text: &str) -> Vec<&str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let length = |at: usize| {
        let word = words.get(at).filter(|word| word.contains(char::is_alphanumeric));
        word.map_or(0, |word| word.chars().count())
    };
    let is_and = |at: usize| {
        let (word, before, behind) = (fold(words[at]), at.checked_sub(1).map_or(0, length), length(at + 1));
        // Among letters that stand alone one is what it says.
        let is_letter = word.chars().all(char::is_alphabetic) && word.len() == 1 && before.max(behind) < 2;
        before > 0 && behind > 0 && ANDS.contains(&word.as_str()) && !is_letter
    };
    words.iter().enumerate().filter(|(at, _)| !is_and(*at)).map(|(_, word)| *word).collect()
}

/// The word at this place, alone, or joined with its neighbours or with what it stands together with.
fn asked_word(all: &[&Part], at: usize, compound: Option<String>) -> AskedWord {
    let part = all[at];
    let pair = |a: usize, b: usize| {
        let (a, b) = (all.get(a)?, all.get(b)?);
        (a.is_plain() && b.is_plain()).then(|| format!("{}{}", a.word, b.word))
    };
    let joined = [at.checked_sub(1).and_then(|before| pair(before, at)), pair(at, at + 1), compound];
    let joined: Vec<String> = joined.into_iter().flatten().flat_map(|word| spellings(&word)).map(bounded).collect();
    let own: Vec<String> = spellings(&part.word).into_iter().map(bounded).collect();
    let letters = part.word.chars().count();
    let begins = |word: &&String| word.chars().count() >= MIN_BEGINNING;
    let beginnings = own.iter().filter(|_| letters > 1 && part.alias.is_none());
    // Whoever types `St.` may mean what begins so, and whoever writes it out does not.
    let saints = || SAINTS.into_iter().filter(|_| SAINTS.contains(&part.word.as_str())).map(str::to_string);
    let written_out = saints().filter(|word| word.len() > part.word.len());
    let beginnings = beginnings.chain(joined.iter().filter(begins)).cloned().chain(written_out).collect();
    let stems = own.iter().filter_map(|word| stem(word)).collect::<Vec<_>>();
    let alias = part.alias.map(str::to_string);
    let pairs = own.iter().filter(|_| letters > 2 && part.is_plain());
    let pairs: Vec<String> = pairs.map(|word| bounded(format!("{PAIR}{word}"))).collect();
    let mut whole: Vec<String> = Vec::new();
    for word in own.into_iter().chain(alias).chain(saints()).chain(stems).chain(joined).chain(pairs) {
        if !whole.contains(&word) {
            whole.push(word);
        }
    }
    AskedWord { whole, beginnings, short: letters < MIN_BEGINNING }
}

/// The English stem of a word, where that is another.
fn stem(word: &str) -> Option<String> {
    if word.len() < 4 || word.len() > MAX_LETTERS || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let stem = Stemmer::new(Algorithm::English).stem(word).into_owned();
    (stem.len() >= 3 && stem != word).then_some(stem)
}

fn bounded(word: String) -> String {
    match word.char_indices().nth(MAX_LETTERS) {
        Some((end, _)) => word[..end].to_string(),
        None => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Vec<String> {
        let mut words: Vec<String> = kept_words(text, false).into_iter().collect();
        words.sort();
        words
    }

    #[test]
    fn texts_are_kept_in_every_spelling() {
        for (text, words) in [
            ("Rust", vec!["rust"]),
            ("Developers", vec!["develop", "developers"]),
            ("Müller & Söhne", vec!["mueller", "muller", "soehn", "soehne", "sohn", "sohne"]),
            ("C# F# c#-Dev", vec!["csharp", "csharpdev", "dev", "fsharp"]),
            ("C++17", vec!["17", "cplusplus", "cplusplus17", "cpp"]),
            ("(.NET)", vec!["dotnet", "net"]),
            ("ASP.NET", vec!["asp", "aspnet", "dotnet", "net"]),
            ("Node.js", vec!["js", "node", "nodejs"]),
            ("co-working", vec!["co", "coworking", "work", "working"]),
            ("R&D", vec!["d", "r", "rd"]),
            ("Entwickler*in", vec!["entwickl", "entwickler", "entwicklerin", "in"]),
            ("Entwickler/-in", vec!["entwickl", "entwickler", "entwicklerin", "in"]),
            ("10.000", vec!["000", "10", "10000"]),
            ("its", vec!["its"]),
            ("後端工程", vec!["後", "後端", "端", "端工", "工", "工程", "程"]),
            ("Java工程", vec!["java", "工", "工程", "程"]),
            ("개발자", vec!["개", "개발", "발", "발자", "자"]),
            ("Hello… .. – end", vec!["end", "hello"]),
        ] {
            let mut words: Vec<String> = words.into_iter().map(String::from).collect();
            words.sort();
            assert_eq!(kept(text), words, "{text}");
        }
        assert!(kept_words("Full Stack Dev", true).contains("\u{e005}fullstack"));
        assert!(!kept_words("Full Stack Dev", false).contains("\u{e005}fullstack"));
    }

    fn finds(query: &str, text: &str) -> bool {
        let kept = kept_words(text, true);
        let begins = |start: &String| kept.iter().any(|word| word.starts_with(start.as_str()));
        let asked = asked(query, 12);
        asked.words.iter().all(|word| word.whole.iter().any(|w| kept.contains(w)) || word.beginnings.iter().any(begins))
    }

    #[test]
    fn what_is_asked_finds_what_is_meant() {
        for (query, text) in [
            ("C#", "Senior C#-Entwickler"),
            ("Ｃ＃", "C#"),
            ("csharp", "C#"),
            ("C-Sharp", "C#"),
            ("C++", "C/C++ on Linux"),
            ("cpp", "C++"),
            ("C++", "cpp"),
            (".NET", "ASP.NET Core"),
            (".net", ".NET 8"),
            ("dotnet", ".NET"),
            ("net", ".NET"),
            ("F#", "OCaml, F#."),
            ("c", "C/C++"),
            ("nodejs", "Node.js"),
            ("node.js", "NodeJS"),
            ("node js", "nodejs"),
            ("nodejs", "Node JS"),
            ("coworking", "Co-Working Space"),
            ("co-working", "Coworking"),
            ("full stack", "Fullstack"),
            ("fullstack", "Full-Stack"),
            ("e-mail", "Email"),
            ("R&D", "R&D"),
            ("state-of-the-art", "stateoftheart"),
            ("Strasse", "Straße"),
            ("STRAßE", "Strassenbau"),
            ("Mueller", "Müller"),
            ("Müller", "Mueller"),
            ("Muller", "Müller"),
            ("Müller", "Muller"),
            ("Koebenhavn", "København"),
            ("kobenhavn", "København"),
            ("Łódź", "Lodz"),
            ("caesar", "Cæsar"),
            ("Aarhus", "Århus"),
            ("cafe", "Cafe\u{301}"),
            ("ＩＴ", "IT"),
            ("entwicklerin", "Entwickler:in"),
            ("developing", "Developers"),
            ("manag", "Manager"),
            ("工程", "後端工程師"),
            ("PostgreSQL", "PostgreSQL"),
            ("i\u{307}stanbul", "İstanbul"),
            ("java エンジニア", "Javaエンジニア"),
            ("javaエンジニア", "Java エンジニア"),
            ("Java", "Java工程师"),
            ("web", "Webデザイナー"),
            ("デザイナー", "Webデザイナー"),
            ("SAP コンサル", "SAPコンサル"),
            ("c# エンジニア", "C#エンジニア"),
            ("C#エンジニア", "エンジニア (C#)"),
            ("c++", "C++エンジニア"),
            (".net", ".NET開発者"),
            ("dotnet", "開発.NET"),
            ("net 開発者", ".NET開発者"),
            ("analyst", "データAnalyst"),
            ("データ", "データAnalyst"),
            ("sales", "営業Sales担当"),
            ("担当", "営業Sales担当"),
            ("vue", "前端Vue开发"),
            ("node.js", "前端Node.js开发"),
            ("c#", "とC#とF#"),
            ("ซอฟต์แวร์", "วิศวกรซอฟต์แวร์"),
            ("วิศวกรซอฟต์แวร์", "วิศวกรซอฟต์แวร์"),
            ("ພັດທະນາ", "ນັກພັດທະນາ"),
            ("អ្នក", "វិស្វករអ្នក"),
            ("အင်ဂျင်နီယာ", "ဆော့ဖ်ဝဲအင်ဂျင်နီယာ"),
            ("java", "Javaวิศวกร"),
            ("개발자", "한글개발자"),
            ("개발자", "Java개발자"),
            ("java 개발자", "Java개발자"),
            ("개발", "개발자"),
            ("소프트웨어개발자", "소프트웨어 개발자"),
            ("소프트웨어 개발자", "소프트웨어개발자"),
            ("Entwickler (m/w/d)", "Entwickler:in"),
            ("Sankt Josef", "St. Josef Krankenhaus"),
            ("St. Josef", "Sankt-Josef-Krankenhaus"),
            ("hana", "SAP S/4HANA"),
            ("s/4", "SAP S/4HANA"),
            ("s4hana", "SAP S/4HANA"),
            ("R and D", "R&D"),
            ("R&D", "R and D"),
            ("F and B", "F&B Manager"),
            ("Brückner und Sohn", "Brückner & Sohn"),
            ("Brückner & Sohn", "Brückner und Sohn"),
        ] {
            assert!(
                finds(query, text),
                "{query} in {text}: {:?}, {:?}",
                asked(query, 12).words,
                kept_words(text, true)
            );
        }
        for (query, text) in [
            ("C#", "C, C++"),
            ("C", "C#, C++"),
            ("C++", "C, C#"),
            (".NET", "network, net"),
            ("F#", "F"),
            ("d", "developer"),
            ("evelop", "developer"),
            ("工師", "後端工程師"),
            ("c", "C#エンジニア"),
            ("ava", "Java工程师"),
            ("발개", "개발자"),
        ] {
            assert!(!finds(query, text), "{query} in {text}: {:?}", kept_words(text, true));
        }
    }

    #[test]
    fn what_is_left_out_is_told() {
        for (query, words, left_out) in [
            ("rust", 1, vec![]),
            ("++", 0, vec!["++"]),
            ("🔑", 0, vec!["🔑"]),
            ("rust & go", 2, vec![]),
            ("rust & ++", 1, vec!["&", "++"]),
            ("-senior", 1, vec!["-"]),
            ("\"rust dev\"", 2, vec!["\""]),
            ("cook*", 1, vec!["*"]),
            ("C#, C++; .NET!", 3, vec![]),
            ("Entwickler (m/w/d), Graz.", 2, vec![]),
            ("(m/w/d)", 3, vec![]),
            ("R and D", 2, vec![]),
            ("and", 1, vec![]),
            ("วิศวกรซอฟต์แวร์", 14, vec![]),
            ("a b c d e f g h i j k l m n", 12, vec!["m", "n"]),
            ("a a b", 2, vec![]),
            ("", 0, vec![]),
        ] {
            let asked = asked(query, 12);
            assert_eq!(
                (asked.words.len(), asked.left_out),
                (words, left_out.into_iter().map(String::from).collect()),
                "{query}"
            );
        }
    }
}
