### Wörter der Bewerbungen, auf beiden Seiten.

## Bewerben

apply-title = Bewerben: { $title }
apply-lead = Deine Bewerbung geht an { $company } und an niemanden sonst.
apply-resume = Lebenslauf
apply-upload = Lebenslauf hochladen
apply-upload-another = Oder einen anderen hochladen
apply-upload-help = PDF, höchstens 10 MB. Er bleibt bei deinen Lebensläufen.
apply-letter = Anschreiben
apply-letter-help = Warum diese Stelle, warum du? Ein paar Zeilen genügen.
apply-phone = Telefon
apply-action = Bewerbung abschicken
apply-back = Zurück zur Stelle
apply-sent = Du hast dich auf diese Stelle schon beworben
apply-sent-text = Auf jede Stelle geht eine Bewerbung. Sieh nach, wie es um deine steht.
apply-see = Deine Bewerbung ansehen
apply-closed = Auf diese Stelle kann man sich nicht mehr bewerben
apply-closed-text = Sie ist geschlossen oder abgelaufen.
apply-for-hiring = Dein Konto ist zum Einstellen da
apply-for-hiring-text = Um dich zu bewerben, melde dich ab und lege mit einer anderen E-Mail-Adresse ein Konto für die Stellensuche an.

## Abgeschickte Bewerbungen

applications-title = Bewerbungen
applications-empty = Noch keine Bewerbung
applications-empty-text = Was du abschickst, steht dann hier, mit dem Stand der Dinge.
applications-find = Stellen finden
application-job = Stelle
application-company = Unternehmen
application-stage = Stand
application-sent = Abgeschickt
application-changed = Letzte Änderung
application-history = Was geschah
application-contents = Was du geschickt hast
application-name = Name
application-email = E-Mail
application-phone = Telefon
application-resume = Lebenslauf
application-resume-deleted = aus deiner Liste gelöscht
application-letter = Anschreiben
application-posting = Stelle ansehen
application-withdraw = Zurückziehen
application-withdraw-warning = Der Arbeitgeber erfährt, dass du kein Interesse mehr hast, und sieht Kontaktdaten, Anschreiben, Profil und Lebenslauf nicht mehr. Auf diese Stelle kannst du dich nicht noch einmal bewerben.
application-withdraw-action = Meine Bewerbung zurückziehen

## Bewerbungen beim Arbeitgeber

candidates-title = Bewerbungen
candidates-all = Alle
candidates-stages = Stand
candidates-posting = Stelle
candidates-every-posting = Alle Stellen
candidates-sort = Reihenfolge
candidates-newest = Neueste zuerst
candidates-oldest = Älteste zuerst
candidates-show = Anzeigen
candidates-empty = Keine Bewerbung
candidates-empty-text = Bewerbungen auf deine Stellen stehen dann hier.
candidates-name = Name
candidates-received = Eingegangen
candidate-new = Neu
candidate-applied-for = Für { $title }
candidate-move = Nächster Stand
candidate-move-action = Stand ändern
candidate-withdrawn = Diese Bewerbung wurde zurückgezogen. Ihr Stand bleibt so. Was mit ihr gesendet wurde (Kontakt, Anschreiben, Profil, Lebenslauf), siehst du nicht mehr; der Name und was geschah, bleiben.
candidate-still = Trotzdem auf „{ $stage }“ ändern?
stage-moved-meanwhile = { $name } hat den Stand { $when } auf „{ $stage }“ geändert.
stage-before = war: { $stage }
application-still = Trotzdem zurückziehen?
application-withdrawn = Du hast diese Bewerbung zurückgezogen. Ihr Stand war: { $stage }. { $company } sieht noch deinen Namen, was geschah und eure Nachrichten, sonst nichts davon.
candidate-contact = Kontakt
candidate-profile = Profil
candidate-place = Ort
candidate-links = Links
candidate-skills = Fähigkeiten
candidate-no-letter = Ohne Anschreiben.
candidate-change-by = { $stage }, durch { $name }
candidate-neighbours = Weitere Bewerbungen der Liste
candidate-back = Zurück zur Liste
candidate-newer = Neuere
candidate-older = Ältere

problem-already-applied = Du hast dich auf diese Stelle schon beworben.
problem-wrong-stage = In diesem Stand der Bewerbung geht das nicht.
problem-too-many-applications = Du hast innerhalb eines Tages { $count } Bewerbungen abgeschickt. Versuche es morgen wieder.
done-applied = Deine Bewerbung ist unterwegs. Viel Glück!
done-withdrawn = Deine Bewerbung ist zurückgezogen.
done-stage-changed = Der Stand ist geändert.
done-stages-saved = Die Phasen sind gespeichert.

## Phasen einer Stelle

candidate-gone = Gelöschtes Konto
candidate-gone-text = Diese Person hat ihr Konto gelöscht. Was mit der Bewerbung geschah, bleibt erhalten, ohne die Person.
candidate-undo = Rückgängig: zurück zu „{ $stage }“
stages-title = Phasen
stages-lead = Was Bewerbungen auf diese Stelle durchlaufen. Wer sich bewirbt, sieht diese Namen. Jede Taste speichert die Namen mit.
stages-name-of = Name der Phase ({ $kind })
stages-people = { $count ->
    [one] eine Bewerbung
   *[other] { $count } Bewerbungen
}
stages-fixed = immer dabei
stages-up = Nach oben
stages-up-of = Nach oben: { $stage }
stages-down = Nach unten
stages-down-of = Nach unten: { $stage }
stages-remove = Entfernen
stages-remove-of = Entfernen: { $stage }
stages-people-to = Wohin die Bewerbungen aus „{ $stage }“ kommen
stages-people-where = Beim Entfernen kommen ihre Bewerbungen zu …
stages-new = Weitere Phase
stages-new-name = Name
stages-new-kind = Art
stages-kind-help = Listen über alle Stellen zählen nach der Art.
stages-add = Hinzufügen
stages-full = Eine Stelle hat höchstens { $count } Phasen.
problem-too-many-stages = Eine Stelle hat höchstens { $count } Phasen.
problem-same-stage-name = Eine andere Phase heißt schon so.
problem-stage-in-use = In dieser Phase sind Bewerbungen. Wähle, wohin sie kommen.
problem-too-many-in-stage = In dieser Phase sind mehr als { $count } Bewerbungen. Ändere zuerst bei einigen den Stand.
