//! Dates at the beginning of a line, which look like numbered items.

/// The months of the languages that write a full stop behind the day, and of some that do not; also in short.
#[rustfmt::skip]
const MONTHS: [&str; 145] = [
    "januar", "jänner", "februar", "feber", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "dezember", "jan", "feb", "mär", "mrz", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "oct", "nov",
    "dez", "dec",
    "january", "february", "june", "july", "october", "december",
    "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
    "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre",
    "januari", "februari", "maart", "mei", "augustus", "augusti", "marts", "maj", "desember",
    "janeiro", "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro", "novembro", "dezembro",
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października",
    "listopada", "grudnia",
    "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "listopadu",
    "prosince",
    "tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta", "heinäkuuta", "elokuuta",
    "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta",
    "januára", "februára", "apríla", "mája", "júna", "júla", "augusta", "septembra", "októbra", "novembra", "decembra",
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
];
/// Months that are other words, too.
const WORDS: [&str; 2] = ["march", "may"];

/// Whether a text begins with a month: "March", "Sept.", "3. 2026".
pub fn begins_with_month(text: &str) -> bool {
    let text = text.trim_start_matches([' ', '\t', '\u{a0}']);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let is_month = text[..digits].parse().is_ok_and(|month: u32| (1..=12).contains(&month));
        return is_month && text[digits..].strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_whitespace));
    }
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, behind) = (text[..end].to_lowercase(), text[end..].trim_start());
    let is_alone = !behind.starts_with(char::is_alphabetic);
    MONTHS.contains(&word.as_str()) || (is_alone && WORDS.contains(&word.as_str()))
}
