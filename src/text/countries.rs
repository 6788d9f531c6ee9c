//! Countries to choose from, with their names: ISO 3166-1 alpha-2, English, German.

/// Every country: its code, its English and its German name.
#[rustfmt::skip]
pub const COUNTRIES: &[(&str, &str, &str)] = &[
    ("AL", "Albania", "Albanien"), ("AR", "Argentina", "Argentinien"), ("AU", "Australia", "Australien"),
    ("AT", "Austria", "Österreich"), ("BE", "Belgium", "Belgien"), ("BA", "Bosnia and Herzegovina", "Bosnien und Herzegowina"),
    ("BR", "Brazil", "Brasilien"), ("BG", "Bulgaria", "Bulgarien"), ("CA", "Canada", "Kanada"),
    ("CL", "Chile", "Chile"), ("CN", "China", "China"), ("CO", "Colombia", "Kolumbien"),
    ("HR", "Croatia", "Kroatien"), ("CY", "Cyprus", "Zypern"), ("CZ", "Czechia", "Tschechien"),
    ("DK", "Denmark", "Dänemark"), ("EG", "Egypt", "Ägypten"), ("EE", "Estonia", "Estland"),
    ("FI", "Finland", "Finnland"), ("FR", "France", "Frankreich"), ("GE", "Georgia", "Georgien"),
    ("DE", "Germany", "Deutschland"), ("GH", "Ghana", "Ghana"), ("GR", "Greece", "Griechenland"),
    ("HK", "Hong Kong", "Hongkong"), ("HU", "Hungary", "Ungarn"), ("IS", "Iceland", "Island"),
    ("IN", "India", "Indien"), ("ID", "Indonesia", "Indonesien"), ("IE", "Ireland", "Irland"),
    ("IL", "Israel", "Israel"), ("IT", "Italy", "Italien"), ("JP", "Japan", "Japan"),
    ("KE", "Kenya", "Kenia"), ("LV", "Latvia", "Lettland"), ("LI", "Liechtenstein", "Liechtenstein"),
    ("LT", "Lithuania", "Litauen"), ("LU", "Luxembourg", "Luxemburg"), ("MY", "Malaysia", "Malaysia"),
    ("MT", "Malta", "Malta"), ("MX", "Mexico", "Mexiko"), ("MD", "Moldova", "Moldau"),
    ("ME", "Montenegro", "Montenegro"), ("MA", "Morocco", "Marokko"), ("NL", "Netherlands", "Niederlande"),
    ("NZ", "New Zealand", "Neuseeland"), ("NG", "Nigeria", "Nigeria"), ("MK", "North Macedonia", "Nordmazedonien"),
    ("NO", "Norway", "Norwegen"), ("PH", "Philippines", "Philippinen"), ("PL", "Poland", "Polen"),
    ("PT", "Portugal", "Portugal"), ("RO", "Romania", "Rumänien"), ("SA", "Saudi Arabia", "Saudi-Arabien"),
    ("RS", "Serbia", "Serbien"), ("SG", "Singapore", "Singapur"), ("SK", "Slovakia", "Slowakei"),
    ("SI", "Slovenia", "Slowenien"), ("ZA", "South Africa", "Südafrika"), ("KR", "South Korea", "Südkorea"),
    ("ES", "Spain", "Spanien"), ("SE", "Sweden", "Schweden"), ("CH", "Switzerland", "Schweiz"),
    ("TW", "Taiwan", "Taiwan"), ("TH", "Thailand", "Thailand"), ("TN", "Tunisia", "Tunesien"),
    ("TR", "Türkiye", "Türkei"), ("UA", "Ukraine", "Ukraine"), ("AE", "United Arab Emirates", "Vereinigte Arabische Emirate"),
    ("GB", "United Kingdom", "Vereinigtes Königreich"), ("US", "United States", "Vereinigte Staaten"),
    ("UY", "Uruguay", "Uruguay"), ("VN", "Vietnam", "Vietnam"),
];

/// Whether it is the code of a country that can be chosen.
pub fn is_country(code: &str) -> bool {
    COUNTRIES.iter().any(|(c, ..)| *c == code)
}

/// What a country is called in English, by its code.
#[cfg(feature = "ssr")]
pub fn english_name(code: &str) -> Option<&'static str> {
    COUNTRIES.iter().find(|(c, ..)| *c == code).map(|(_, name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_codes_and_stand_once() {
        let mut codes: Vec<_> = COUNTRIES.iter().map(|(code, ..)| *code).collect();
        assert!(codes.iter().all(|c| c.len() == 2 && c.bytes().all(|b| b.is_ascii_uppercase())));
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
        assert!(is_country("DE") && !is_country("de") && !is_country("XX"));
    }
}
