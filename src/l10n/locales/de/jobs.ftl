### Stellen, wie alle sie sehen: die Liste, eine Stelle, die Startseite.

## Die Startseite

home-page-title = Finde deine nächste Stelle
home-title = Arbeit, die passt, bei Unternehmen, die sagen, was sie zahlen
home-lead = Durchsuche offene Stellen, bewirb dich in einer Minute mit deinem Lebenslauf und verfolge jede Bewerbung, bis es eine Antwort gibt.
home-newest = Neue Stellen
home-all-jobs = Alle Stellen
home-categories = Nach Bereich
home-companies = Unternehmen, die einstellen
home-all-companies = Alle Unternehmen
home-post = Stelle ausschreiben

## Die Liste

jobs-title = Offene Stellen
jobs-title-search = Stellen: { $search }
jobs-description = Offene Stellen mit Gehalt, Ort und Art der Arbeit. Filtere nach dem, was dir wichtig ist.
jobs-what = Titel, Kenntnis oder Unternehmen
jobs-what-hint = Titel, Kenntnis oder Unternehmen
jobs-where = Stadt, Region oder Land
jobs-where-hint = Stadt, Region oder Land
jobs-search = Suchen
jobs-filters = { $count ->
    [0] Filter
   *[other] Filter ({ $count })
}
jobs-apply-filters = Filter anwenden
jobs-workplace = Arbeitsort
jobs-type = Anstellung
jobs-category = Bereich
jobs-pay = Gehalt von mindestens, im Jahr
jobs-pay-least = Mindestgehalt im Jahr
jobs-currency = Währung
jobs-hide-unpaid = Nur mit Gehaltsangabe
jobs-posted = Veröffentlicht
jobs-any-time = Jederzeit
jobs-within-days = { $days ->
    [1] Seit gestern
   *[other] In den letzten { $days } Tagen
}
jobs-chip-words = „{ $words }“
jobs-chip-pay = Ab { $amount } { $sign } im Jahr
jobs-remove-filter = Entfernen:
jobs-clear = Alle entfernen
jobs-count = { $count ->
    [0] Keine offenen Stellen
    [one] 1 offene Stelle
   *[other] { $shown } offene Stellen
}
jobs-count-more = Mehr als { $count } offene Stellen
jobs-dropped = Ein Teil dieses Links war nicht zu verstehen und bleibt bei der Suche außen vor.
jobs-pay-note = Gehälter werden für ein Jahr in Vollzeit verglichen, in { $currency }. Stellen in einer anderen Währung bleiben außen vor.
jobs-pay-order = Gehälter werden für ein Jahr in Vollzeit verglichen, in { $currency }. Andere Währungen sind grob und zu festen Kursen umgerechnet und mit „etwa“ bezeichnet.
jobs-pay-about = etwa { $pay }
jobs-sent = Beworben
jobs-left-out = Nicht gesucht: { $words }. Gesucht wird nach höchstens 12 Wörtern, und nach Zeichen nur, wo sie zu einem Namen gehören wie bei C#.
jobs-sort = Sortieren nach
jobs-sort-relevance = Beste Treffer
jobs-sort-newest = Neueste
jobs-sort-pay = Höchstes Gehalt
jobs-none-title = Es gibt noch keine offenen Stellen
jobs-none-text = Sobald ein Unternehmen eine veröffentlicht, steht sie hier.
jobs-nothing-title = Keine Stelle passt zu dieser Suche
jobs-nothing-text = Nimm einen Filter weg, suche mit weniger Wörtern oder an mehr Orten.
jobs-nothing-action = Alle Stellen zeigen
jobs-no-page-title = Diese Seite der Liste gibt es nicht mehr
jobs-no-page-text = Stellen kommen und gehen. Die Liste hat sich geändert, seit dieser Link entstand.
jobs-no-page-action = Zur ersten Seite

## Eine Stelle

job-page-title = { $title } bei { $company }
job-closed-title = Diese Stelle ist geschlossen
job-closed-text = Bewerbungen sind nicht mehr möglich. Ähnliche Stellen stehen weiter unten.
job-pay = Gehalt
job-pay-unknown = Keine Angabe
job-type = Anstellung
job-workplace = Arbeitsort
job-category = Bereich
job-published = Veröffentlicht
job-closes = Bewerbungsschluss
job-closed = Geschlossen
job-closes-on = Bewerbungsschluss:
job-apply = Bewerben
job-skills = Kenntnisse
job-similar = Ähnliche Stellen
job-similar-all = Mehr davon
