### Die Seite eines Unternehmens, wie seine Mitglieder sie bearbeiten.

company-edit-lead = Was Bewerber von euch sehen, neben jeder Stelle.
company-edit-public-page = Öffentliche Seite
company-edit-page = Über euch
company-edit-unsaid = Keine Angabe
company-edit-site = Website
company-edit-about = Über uns
company-edit-about-help = Was ihr macht, wie ihr arbeitet, warum man zu euch kommen sollte. Markdown, höchstens 5.000 Zeichen.
company-edit-city = Stadt
company-edit-country = Land
company-edit-zone = Zeitzone
company-edit-zone-help = Der letzte Tag einer Stelle endet dort um Mitternacht.
company-edit-zone-unsaved = Bis du eine speicherst, endet der letzte Tag einer Stelle um Mitternacht in UTC.
company-edit-zone-none = Nicht gewählt: UTC
company-edit-size = Größe
company-edit-people = { $range } Menschen
company-edit-logo = Logo
company-edit-logo-file = Bild
company-edit-logo-help = PNG, JPEG oder WebP, höchstens 5 MB und 6.000 × 6.000 Pixel. Es wird auf 256 × 256 Pixel verkleinert.
company-edit-logo-action = Logo hochladen
company-edit-logo-remove = Logo entfernen

done-company-saved = Die Seite deines Unternehmens ist gespeichert.
problem-logo-too-small = Dieses Bild ist zu klein oder für seine Länge zu schmal. Bitte wähle eines, das auf 256 Pixel Länge verkleinert noch mindestens { $count } Pixel breit und hoch ist.
problem-blank-logo = Auf diesem Bild wäre nichts zu sehen: Es hat nur eine Farbe.
done-logo-saved = Das Logo ist gespeichert.
done-logo-removed = Das Logo ist entfernt.
