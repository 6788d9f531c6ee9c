### Wörter des Fachs: womit Stellen beschrieben werden.

category-engineering = Softwareentwicklung
category-data = Daten & Analyse
category-design = Design
category-product = Produkt
category-marketing = Marketing
category-sales = Vertrieb
category-support = Kundendienst
category-operations = Betrieb
category-finance = Finanzen
category-people = Personal
category-legal = Recht
category-healthcare = Gesundheit
category-education = Bildung
category-hospitality = Gastgewerbe
category-logistics = Logistik
category-trades = Handwerk & Bau
category-science = Wissenschaft
category-media = Medien & Text

employment-full-time = Vollzeit
employment-part-time = Teilzeit
employment-contract = Freie Mitarbeit
employment-temporary = Befristet
employment-internship = Praktikum
employment-apprenticeship = Ausbildung

workplace-on-site = Vor Ort
workplace-hybrid = Hybrid
workplace-remote = Remote

pay-period-hour = je Stunde
pay-period-day = je Tag
pay-period-week = je Woche
pay-period-month = im Monat
pay-period-year = im Jahr

pay-an-hour = { $range } { $sign } je Stunde
pay-a-day = { $range } { $sign } je Tag
pay-a-week = { $range } { $sign } je Woche
pay-a-month = { $range } { $sign } im Monat
pay-a-year = { $range } { $sign } im Jahr

posting-state-draft = Entwurf
posting-state-open = Offen
posting-state-closed = Geschlossen
posting-state-archived = Archiviert

outcome-active = Läuft
stage-received = Eingegangen
stage-in-review = In Prüfung
stage-interview = Gespräch
stage-offer = Angebot
stage-hired = Eingestellt
stage-rejected = Abgelehnt
stage-withdrawn = Zurückgezogen
