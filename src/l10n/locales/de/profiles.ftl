### Profile, Jobwünsche und passende Stellen.

profile-title = Dein Profil
profile-lead = Damit füllen sich deine Kontaktdaten beim Bewerben aus, und wir finden passende Jobs. Du entscheidest, was darin steht.
profile-you = Über dich
profile-headline = Kurzbeschreibung
profile-headline-help = Was du machst, in wenigen Worten: „Pflegefachkraft auf der Intensivstation“.
profile-place = Wohnort
profile-phone = Telefon
profile-about = Über dich
profile-about-help = Was du gut kannst und gern machen möchtest.
profile-skills = Kenntnisse
profile-skills-help = Durch Kommas getrennt. Stellen, die danach fragen, stehen für dich weiter oben.
profile-links = Links
profile-links-help = Je Zeile einer: deine Website, deine Arbeiten, ein berufliches Netzwerk.

preferences-title = Was du suchst
preferences-lead = Das siehst nur du. Was du leer lässt, ist dir egal.
preferences-titles = Berufe
preferences-titles-help = Durch Kommas getrennt: „Pflegefachkraft, Stationsleitung“.
preferences-categories = Bereiche
preferences-places = Orte
preferences-places-help = Städte oder Regionen, durch Kommas getrennt. Arbeit von überall passt zu jedem Ort; was auf einem anderen Kontinent ist, kommt zuletzt.
preferences-workplaces = Arbeitsort
preferences-employment-types = Anstellung
preferences-least-pay = Mindestgehalt im Jahr
preferences-least-pay-help = Brutto, für eine Vollzeitstelle. Stellen, die weniger zahlen, fallen weg, in anderen Währungen nach groben Kursen.
preferences-currency = Währung
preferences-save = Wünsche speichern
preferences-see = Passende Stellen ansehen

for-me-title = Jobs für dich
for-me-lead = Offene Stellen, die zu deinen Wünschen und Kenntnissen passen, die besten zuerst.
for-me-count = { $count ->
    [one] 1 Job passt
    [50] Die 50 Jobs, die am besten passen
   *[other] { $count } Jobs passen
}
for-me-change = Wünsche ändern
for-me-unknown = Wir wissen noch nicht, was du suchst
for-me-unknown-text = Sag uns, welche Arbeit du wo und für wie viel suchst, dann stehen hier die Stellen, die passen.
for-me-tell = Wünsche angeben
for-me-nothing = Im Moment passt nichts
for-me-nothing-text = Jeden Tag kommen neue Stellen dazu. Weniger Bedingungen finden mehr: ein weiterer Bereich, mehr Orte oder weniger Gehalt.
for-me-loosen = Wünsche lockern
for-me-all = Alle Jobs ansehen
for-me-reason-title = Ähnlich wie „{ $title }“
for-me-reason-skills = Passt zu deinen Kenntnissen: { $skills }
for-me-reason-place = In { $place }
for-me-reason-chosen = { $choice }, wie gewünscht
for-me-reason-pay = Das Gehalt kann { $amount } { $sign } im Jahr erreichen
for-me-reason-pay-about = Das Gehalt kann etwa { $amount } { $sign } im Jahr erreichen

done-profile-saved = Dein Profil ist gespeichert.
done-preferences-saved = Deine Wünsche sind gespeichert.
