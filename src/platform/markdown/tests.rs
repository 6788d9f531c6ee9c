//! Job ads as they are written and pasted, and what each becomes.

use super::{Below, render_here};

fn html(text: &str) -> String {
    render_here(text, Below::Title).html.trim().replace(" rel=\"nofollow noopener ugc\"", "")
}

/// Each text, in a paragraph of its own.
fn check(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(html(text), format!("<p>{expected}</p>"), "{text}");
    }
}

#[test]
fn a_star_between_letters_is_a_star() {
    check(&[
        ("Mitarbeiter*innen suchen Kolleg*innen", "Mitarbeiter*innen suchen Kolleg*innen"),
        ("Student**innen und Lehrer**innen", "Student**innen und Lehrer**innen"),
        ("5*8 und 3*2 sind 46", "5*8 und 3*2 sind 46"),
        ("5 * 8 und 3 * 2", "5 * 8 und 3 * 2"),
        ("jede*r der*die", "jede*r der*die"),
        ("(m/w/*) oder (m/w/*)", "(m/w/*) oder (m/w/*)"),
        ("Kolleg/*innen (m/w/*)", "Kolleg/*innen (m/w/*)"),
        ("**Voll**/**Teilzeit**", "<strong>Voll</strong>/<strong>Teilzeit</strong>"),
        ("10~20 Stunden, 3~5 Tage", "10~20 Stunden, 3~5 Tage"),
        ("snake_case_name", "snake_case_name"),
        ("**Alle Mitarbeiter*innen** *und* du", "<strong>Alle Mitarbeiter*innen</strong> <em>und</em> du"),
        ("*Ärzt*innen*", "<em>Ärzt*innen</em>"),
        ("~~alt~~ **neu**: *wichtig*!", "<del>alt</del> <strong>neu</strong>: <em>wichtig</em>!"),
        ("`a*b*c` **c**", "<code>a*b*c</code> <strong>c</strong>"),
        ("我们**重视**你", "我们<strong>重视</strong>你"),
        ("경력**우대**합니다", "경력<strong>우대</strong>합니다"),
        ("a\u{fdd0}b", "ab"),
    ]);
    assert_eq!(html("```\na*b*c • d\n2026. e\n```"), "<pre><code>a*b*c • d\n2026. e\n</code></pre>");
    assert_eq!(render_here("Kolleg*innen\nund du", Below::Title).excerpt, "Kolleg*innen und du");
}

#[test]
fn line_ends_stay() {
    check(&[
        ("Acme GmbH\nHauptplatz 1\n8010 Graz", "Acme GmbH<br>\nHauptplatz 1<br>\n8010 Graz"),
        ("a\u{2028}b", "a<br>\nb"),
        ("a\n\n\n\nb", "a</p>\n<p>b"),
    ]);
}

fn list(items: &[&str]) -> String {
    let items: String = items.iter().map(|item| format!("<li>{item}</li>\n")).collect();
    format!("<ul>\n{items}</ul>")
}

#[test]
fn bullets_of_word_processors_are_lists() {
    for text in [
        "• a\n• b",
        "•a\n•b",
        "•\ta\n•\tb",
        "·         a\n·         b",
        "\u{b7}\u{a0}\u{a0}\u{a0}a\n\u{b7}\u{a0}\u{a0}\u{a0}b",
        "– a\n– b",
        "-a\n-b",
        "–a\n–b",
        "— a\n— b",
        "o a\no b",
        "o\ta\no\tb",
        "§  a\n§  b",
        "\u{f0b7} a\n\u{f0b7} b",
        "    • a\n    • b",
        "  ▪ a\n ▪ b",
        "► a\n► b",
        "- a\n- b",
        "* a\n* b",
        "\u{f0a8} a\n\u{f0a8} b",
        "\u{f06e}\ta\n\u{f06e}\tb",
        "\u{f02d} a\n\u{f02d} b",
        "⦁ a\n⦁ b",
        "❖ a\n❖ b",
        "✔ a\n✔ b",
        "✔\u{fe0f} a\n✔\u{fe0f} b",
        "✓ a\n✓ b",
        "→ a\n→ b",
        "・a\n・b",
        "➢ a\n➢ b",
        "- • a\n- • b",
        "- •a\n- •b",
        "• • a\n• • b",
        "• a\n✓ b",
        "● a\n► b",
        "• - a\n• – b",
        "        - a\n        - b",
        "\t- a\n\t- b",
        "\u{a0}\u{a0}• a\n\u{a0}\u{a0}• b",
    ] {
        assert_eq!(html(text), list(&["a", "b"]), "{text:?}");
    }
    assert_eq!(html("1. • a\n2. ➢ b"), "<ol>\n<li>a</li>\n<li>b</li>\n</ol>");
    for text in ["Wir bieten:\n        - a\n        - b", "Wir bieten:\n\n    * a\n    * b"] {
        assert_eq!(html(text), format!("<p>Wir bieten:</p>\n{}", list(&["a", "b"])), "{text}");
    }
    assert_eq!(html("> - • a"), format!("<blockquote>\n{}\n</blockquote>", list(&["a"])));
    assert_eq!(html("Wir bieten:\n• a\n• b"), format!("<p>Wir bieten:</p>\n{}", list(&["a", "b"])));
    assert_eq!(html("Wir bieten:\n– a"), format!("<p>Wir bieten:</p>\n{}", list(&["a"])));
    let nested = list(&["a".to_string() + &list(&["b", "c"]) + "\n", "d".into()].each_ref().map(String::as_str));
    for text in
        ["• a\no b\no c\n• d", "• a\n    o   b\n    o   c\n• d", "• a\n   • b\n   • c\n• d", "- a\n  • b\n  • c\n- d"]
    {
        assert_eq!(html(text), nested, "{text}");
    }
    let two = format!("<p>Aufgaben</p>\n{}\n<p>Profil:</p>\n{}", list(&["a", "b"]), list(&["c"]));
    assert_eq!(html("Aufgaben\n• a\n• b\nProfil:\n• c"), two, "the next heading is no part of the last item");
    assert_eq!(html("Aufgaben\n- a\n- b\nProfil:\n- c"), two);
    assert_eq!(html("• lang und\nweiter"), list(&["lang und<br>\nweiter"]));
    assert_eq!(html("> • a\n> • b"), format!("<blockquote>\n{}\n</blockquote>", list(&["a", "b"])));
    check(&[
        ("Arbeit\no profissional", "Arbeit<br>\no profissional"),
        ("Ein Team\n– und zwar ein gutes", "Ein Team<br>\n– und zwar ein gutes"),
        ("oben\nohne", "oben<br>\nohne"),
        ("§ 5 gilt", "§ 5 gilt"),
        ("• • •", "• • •"),
        ("–5 Grad", "–5 Grad"),
        ("-a", "-a"),
        ("-5 Grad\n-6 Grad", "-5 Grad<br>\n-6 Grad"),
    ]);
}

#[test]
fn a_year_is_no_item() {
    check(&[
        ("2026. Ein gutes Jahr", "2026. Ein gutes Jahr"),
        ("2025. Gut.\n2026. Besser.", "2025. Gut.<br>\n2026. Besser."),
        ("15. März 2026 geht es los.", "15. März 2026 geht es los."),
        ("3. Stock, links", "3. Stock, links"),
        ("100) Punkte", "100) Punkte"),
        ("Graz,\n2026.", "Graz,<br>\n2026."),
        ("2026.", "2026."),
        ("24.12. ist frei", "24.12. ist frei"),
        ("30. Juni 2026\n1. Juli 2026", "30. Juni 2026<br>\n1. Juli 2026"),
        ("5. September: Start\n6. September: Ende", "5. September: Start<br>\n6. September: Ende"),
        ("1. août\n2. août", "1. août<br>\n2. août"),
        ("1. May 2026\n2. May 2026", "1. May 2026<br>\n2. May 2026"),
        ("1. Dez. frei", "1. Dez. frei"),
        ("15. 3. 2026 Start\n16. 3. 2026 Ende", "15. 3. 2026 Start<br>\n16. 3. 2026 Ende"),
    ]);
    for (text, items) in [
        ("- 2026. Ja", &["2026. Ja"][..]),
        ("- 2026.", &["2026."]),
        ("• 2026. Ja", &["2026. Ja"]),
        ("- 24. Dezember frei\n- 31. Dezember frei", &["24. Dezember frei", "31. Dezember frei"]),
        ("• 1. a\n• 2) b", &["1. a", "2) b"]),
    ] {
        assert_eq!(html(text), list(items), "{text}");
    }
    assert_eq!(html("1. 2026. Ja\n2. b"), "<ol>\n<li>2026. Ja</li>\n<li>b</li>\n</ol>");
    assert_eq!(html("1. May travel\n2. Must"), "<ol>\n<li>May travel</li>\n<li>Must</li>\n</ol>");
    assert_eq!(html("1. a\n2. b"), "<ol>\n<li>a</li>\n<li>b</li>\n</ol>");
    assert_eq!(html("1. a\n1. b"), "<ol>\n<li>a</li>\n<li>b</li>\n</ol>");
    assert_eq!(html("7. a\n8. b"), "<ol start=\"7\">\n<li>a</li>\n<li>b</li>\n</ol>");
    let nested = "1. a\n   1. b\n   2. c\n2. d";
    assert_eq!(html(nested), "<ol>\n<li>a<ol>\n<li>b</li>\n<li>c</li>\n</ol>\n</li>\n<li>d</li>\n</ol>");
}

#[test]
fn links_of_markdown_lead_where_they_say() {
    for (to, expected) in [
        ("www.example.org", "https://www.example.org"),
        ("example.org/jobs?a=b", "https://example.org/jobs?a=b"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("bücher.example", "https://bücher.example"),
        ("Https://Example.org", "Https://Example.org"),
        ("anna@example.org", "mailto:anna@example.org"),
        ("https://example.org/a_b_*c*", "https://example.org/a_b_*c*"),
        ("//example.org", "https://example.org"),
        ("//example.org/a?b", "https://example.org/a?b"),
    ] {
        assert_eq!(html(&format!("[hier]({to})")), format!("<p><a href=\"{expected}\">hier</a></p>"), "{to}");
    }
    for nowhere in
        ["lebenslauf.pdf", "jobs", "../x.html", "example", "a@b", "javascript:alert(1)//x.org", "//a@b.de", "///x.org"]
    {
        assert_eq!(html(&format!("[hier]({nowhere})")), "<p>hier</p>", "{nowhere}");
    }
    for text in [
        "[](https://example.org)",
        "[ ](https://example.org)",
        "[![](x.png)](https://example.org)",
        "[&nbsp;](https://example.org)",
    ] {
        assert!(html(text).contains("https://example.org</a></p>"), "a link shows something: {text}");
        assert_eq!(render_here(text, Below::Title).excerpt, "https://example.org", "{text}");
    }
    assert_eq!(html("[](mailto:a@example.org)"), format!("<p>{}</p>", link("mailto:a@example.org", "a@example.org")));
}

/// A link whose text is what it leads to.
fn link(to: &str, text: &str) -> String {
    format!("<a href=\"{to}\">{text}</a>")
}

#[test]
fn bare_addresses_are_links() {
    let web = |text: &str| link(text, text);
    let www = |text: &str| link(&format!("https://{text}"), text);
    for (text, expected) in [
        ("https://example.org", web("https://example.org")),
        ("Siehe https://example.org/a.", format!("Siehe {}.", web("https://example.org/a"))),
        ("(https://example.org/a_(b))", format!("({})", web("https://example.org/a_(b)"))),
        ("**https://example.org**", format!("<strong>{}</strong>", web("https://example.org"))),
        ("https://example.org/_a_/b__c *d*", format!("{} <em>d</em>", web("https://example.org/_a_/b__c"))),
        ("Https://example.org!", format!("{}!", web("Https://example.org"))),
        ("„https://example.org“", format!("„{}“", web("https://example.org"))),
        ("www.example.org, und", format!("{}, und", www("www.example.org"))),
        ("karriere.acme.example/jobs…", format!("{}…", www("karriere.acme.example/jobs"))),
        ("详见https://example.org。谢谢", format!("详见{}。谢谢", web("https://example.org"))),
        ("anna.b_c@example.org.", format!("{}.", link("mailto:anna.b_c@example.org", "anna.b_c@example.org"))),
        (
            "https://example.org/?a=1&b=2",
            "<a href=\"https://example.org/?a=1&amp;b=2\">https://example.org/?a=1&amp;b=2</a>".into(),
        ),
        ("Node.js, ASP.NET, z.B.dies, v1.2.3", "Node.js, ASP.NET, z.B.dies, v1.2.3".into()),
        ("https://google.com@evil.example/x", "https://google.com@evil.example/x".into()),
        ("javascript://example.org ftp://a.b", "javascript://example.org ftp://a.b".into()),
        ("`https://example.org`", "<code>https://example.org</code>".into()),
        ("[https://a.example](https://b.example)", link("https://b.example", "https://a.example")),
    ] {
        assert_eq!(html(text), format!("<p>{expected}</p>"), "{text}");
    }
}

#[test]
fn e_mail_addresses_begin_and_end_where_they_should() {
    let address = "jobs@example.org";
    for around in [
        "{}",
        "**{}**",
        "*{}*",
        "***{}***",
        "_{}_",
        "__{}__",
        "~~{}~~",
        "„{}“",
        "“{}”",
        "«{}»",
        "‹{}›",
        "‚{}‘",
        "‘{}’",
        "\"{}\"",
        "'{}'",
        "\\'{}'",
        "{}…",
        "{}...",
        "{}»",
        "→{}",
        "–{}",
        "-{}",
        "•{}",
        "（{}）",
        "({})",
        "[{}]",
        "\\[{}\\]",
        "{{}}",
        "#{}",
        "x#{}",
        "=> {}",
        "E-Mail={}",
        "E-Mail:{}",
        "E-Mail: {}.",
        "E-Mail...{}",
        "x|{}|y",
        "x/{}/y",
        "{},",
        "{};",
        "{}?",
        "{}!",
        "{}:",
        "{}?subject=x",
        "メール：{}",
        "メール{}まで",
        "请发送到{}谢谢",
        "이메일{}로",
        "почта:{}",
        "почта{}",
        "{}.Wir freuen uns",
        "{}-",
        "{}%",
        "{}^",
        "${}",
        "!{}",
        "?{}",
        "mailto:{}",
    ] {
        let text = around.replace("{}", address);
        let found = html(&text);
        assert!(found.contains(&link("mailto:jobs@example.org", address)), "{text}: {found}");
        assert_eq!(found.matches("<a").count(), 1, "{text}: {found}");
    }
    check(&[
        ("**jobs@example.org**", "<strong><a href=\"mailto:jobs@example.org\">jobs@example.org</a></strong>"),
        (
            "***jobs@example.org***",
            "<em><strong><a href=\"mailto:jobs@example.org\">jobs@example.org</a></strong></em>",
        ),
        ("*jobs@example.org*", "<em><a href=\"mailto:jobs@example.org\">jobs@example.org</a></em>"),
    ]);
    for whole in [
        "max.mustermann+hr@example.org",
        "vorname.nachname%x@firma.de",
        "jobs.de+x@example.org",
        "a_b_c@example.org",
        "_a@example.org",
        "o'brien@example.org",
        "r&d@example.org",
        "4711@example.org",
        "Max.Mustermann@Firma.DE",
        "jobs@mail.example-firma.co.uk",
        "jobs@bücher.example",
        "müller@bücher.example",
        "jobs@xn--bcher-kva.example",
        "jobs@пример.рф",
        "用户@例子.公司",
    ] {
        let found = html(whole);
        let shown = format!(">{}</a>", whole.replace('&', "&amp;"));
        assert!(found.contains("<p><a href=\"mailto:") && found.ends_with(&format!("{shown}</p>")), "{whole}: {found}");
    }
    let two = |a: &str, sign: &str, b: &str| {
        format!("{}{sign}{}", link(&format!("mailto:{a}"), a), link(&format!("mailto:{b}"), b))
    };
    for sign in ["/", "|", ",", ";", "&", " ", "/ ", "、", "或"] {
        let found = html(&format!("info@x.de{sign}jobs@x.de"));
        assert_eq!(
            found,
            format!("<p>{}</p>", two("info@x.de", &sign.replace('&', "&amp;"), "jobs@x.de").trim()),
            "{sign}"
        );
    }
    for none in [
        "a@b",
        "@anna",
        "@anna@example.org",
        "a@@b.de",
        "a@b.1",
        "a.@b.de",
        "a@-b.de",
        "a@.de",
        "50@7.5",
        "ä@",
        "@",
        "a@b_c.example.org",
    ] {
        let found = html(none);
        assert!(!found.contains("<a"), "{none}: {found}");
    }
}

#[test]
fn phone_numbers_are_links() {
    for (text, to) in [
        ("+49 30 1234567", "+49301234567"),
        ("+49 (0)30 / 12 34-567", "+49301234567"),
        ("+43\u{a0}664\u{202f}1234567", "+436641234567"),
        ("(+49) 30 123456", "+4930123456"),
        ("+(49) 30 123456", "+4930123456"),
        ("0049 (0)30 123456", "+4930123456"),
        ("0049(0)30/123456", "+4930123456"),
        ("0041 (0)44 668 18 00", "+41446681800"),
        ("0043 (0)1 2345678", "+4312345678"),
        ("٠٥٠١٢٣٤٥٦٧", "0501234567"),
        ("+९१ ९८७६५ ४३२१०", "+919876543210"),
        ("０３-１２３４-５６７８", "0312345678"),
        ("（０３）１２３４－５６７８", "0312345678"),
        ("+1 555 123-4567 ext. 5", "+15551234567;ext=5"),
        ("030 123456 Durchwahl 5", "030123456;ext=5"),
        ("030 123456 (DW 12)", "030123456;ext=12"),
        ("0049 30 1234567", "+49301234567"),
        ("030/123456", "030123456"),
        ("(030) 123 45-67", "0301234567"),
        ("030 – 123 45 67", "0301234567"),
        ("0800 123 4567", "08001234567"),
        ("01 42 68 53 00", "0142685300"),
        ("(555) 123-4567", "5551234567"),
        ("555-123-4567", "5551234567"),
    ] {
        for (before, behind) in [("", ""), ("Ruf uns an: ", "."), ("Tel.: ", " (kostenlos)"), ("(", ")"), ("**", "**")]
        {
            let found = html(&format!("{before}{text}{behind}"));
            assert!(found.contains(&link(&format!("tel:{to}"), text)), "{before}{text}{behind}: {found}");
        }
    }
    for (text, expected) in [
        ("Tel. 12345", "Tel. <a href=\"tel:12345\">12345</a>"),
        ("Tel.-Nr.: 4711-0", "Tel.-Nr.: <a href=\"tel:47110\">4711-0</a>"),
        ("Tel.:030 12345", "Tel.:<a href=\"tel:03012345\">030 12345</a>"),
        (
            "030 12345 / 0171 1234567",
            "<a href=\"tel:03012345\">030 12345</a> / <a href=\"tel:01711234567\">0171 1234567</a>",
        ),
        ("Telefonnr. 030 12345", "Telefonnr. <a href=\"tel:03012345\">030 12345</a>"),
        ("电话：12345", "电话：<a href=\"tel:12345\">12345</a>"),
        ("请拨打030-123456咨询", "请拨打<a href=\"tel:030123456\">030-123456</a>咨询"),
        ("هاتف: 12345", "هاتف: <a href=\"tel:12345\">12345</a>"),
        ("030 123456, 5 Tage", "<a href=\"tel:030123456\">030 123456</a>, 5 Tage"),
    ] {
        assert_eq!(html(text), format!("<p>{expected}</p>"), "{text}");
    }
}

#[test]
fn other_numbers_are_no_phone_numbers() {
    for text in [
        "01.02.2026",
        "01.02.2026 – 03.04.2026",
        "2026-02-01",
        "01/02/2026",
        "01.02.26",
        "09.00-17.00 Uhr",
        "0900–1700",
        "08:00-17:00",
        "24/7",
        "50.000 – 60.000",
        "1 000 000",
        "01067 Dresden",
        "01067 – 01326",
        "0,50",
        "0.0001234567",
        "IBAN DE02 1203 0000 0000 2020 51",
        "Kennziffer 0123-45678",
        "Ref: 0123 456789",
        "2020-2026",
        "ISO 27001",
        "+10 Prozent",
        "100-200-300",
        "3 x 0512345",
        "0123456789012345678",
        "Zeitraum 03/2026 - 05/2026",
        "Zeitraum: 03.2026–05.2026",
        "01.2026-12.2026",
        "04/2026-05",
        "01/2026 - 12/2027 (2 Jahre)",
        "2026/03 – 2026/05",
        "03-05/2026",
        "Az. 030/2026/123",
        "Az.: 030 123456",
        "Aktenzeichen 030-123456",
        "Stellennummer: 030-123456",
        "030/2026/123",
        "Steuernr. 030 12345678",
        "+100 000 000 Kunden",
        "+2 500 000 Nutzer",
        "+1.500.000",
        "+10\u{a0}000\u{a0}000",
    ] {
        let found = html(text);
        assert!(!found.contains("<a"), "{text}: {found}");
    }
}

#[test]
fn what_shows_nothing_has_no_excerpt() {
    let nothing =
        ["&nbsp;".repeat(20), format!("[]({})", "x".repeat(40)), format!("![]({})", "x".repeat(40)), "#\n".repeat(60)];
    let more = ["> ".repeat(40), "***\n\n---".into(), "-\n".repeat(40), "|||\n|-|-|\n||||".into()];
    for text in nothing.into_iter().chain(more) {
        let excerpt = render_here(&text, Below::Title).excerpt;
        assert!(crate::text::looks_empty(&excerpt), "{text}: {excerpt}");
    }
    for text in ["&nbsp;".repeat(900) + "a", "> ".repeat(40) + "a"] {
        assert_eq!(render_here(&text, Below::Title).excerpt, "a", "{text}");
    }
}

#[test]
fn quotes_and_lists_move_no_further_than_a_screen_has_room() {
    for deep in [">".repeat(200) + " a", "> ".repeat(200) + "a", "- ".repeat(200) + "a", "> - ".repeat(100) + "a"] {
        let html = html(&deep);
        let indents: usize = ["<blockquote>", "<ul>", "<ol>"].iter().map(|tag| html.matches(tag).count()).sum();
        assert!(indents <= 6, "{indents}: {deep:.20}");
        assert!(html.contains('a'));
    }
}
