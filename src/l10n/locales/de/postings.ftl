### Stellen eines Arbeitgebers.

posting-new = Neue Stelle
posting-new-lead = Speichere jederzeit einen Entwurf; niemand sieht ihn, bis du ihn veröffentlichst.
posting-edit-title = Stelle bearbeiten
posting-edit = Bearbeiten
posting-preview = Vorschau
posting-close = Schließen
posting-reopen = Wieder öffnen
posting-duplicate = Duplizieren
posting-publish = Veröffentlichen
posting-save-draft = Entwurf speichern
posting-published = Veröffentlicht
posting-public-page = Öffentliche Seite
posting-copy-of = { $title } (Kopie)
posting-choose = Bitte wählen

## Überblick

posting-stat-open = Offene Stellen
posting-stat-drafts = Entwürfe
posting-stat-applications = Bewerbungen
posting-stat-unseen = Neue Bewerbungen
posting-steps = Nächste Schritte
posting-step-company = Wer sich bewirbt, will wissen, bei wem. Sag, wer ihr seid und wo.
posting-step-company-action = Seite deines Unternehmens vervollständigen
posting-step-first = Du hast noch keine Stellen. Die erste dauert etwa zehn Minuten.
posting-step-first-action = Erste Stelle schreiben
posting-new-applications = Neue Bewerbungen
posting-all-candidates = Alle Bewerbungen
posting-no-unseen = Du hast jede Bewerbung gesehen.
posting-closing-soon = Schließt in den nächsten 7 Tagen

## Liste

posting-tabs = Stellen nach Zustand
posting-tab-all = Alle
posting-empty-team-title = Du gehörst noch zum Team keiner Stelle
posting-empty-team-text = Wer hier einstellt, kann dich ins Team einer Stelle aufnehmen. Woran du dann arbeitest, steht hier.
posting-empty-title = Noch keine Stellen
posting-empty-text = Schreib die erste: Du kannst sie als Entwurf speichern und veröffentlichen, wenn sie fertig ist.
posting-empty-state = Keine Stellen in diesem Zustand
posting-column-posting = Stelle
posting-column-candidate = Name
posting-column-applied = Beworben
posting-column-state = Zustand
posting-column-views = Aufrufe
posting-column-applications = Bewerbungen
posting-column-closes = Schließt
posting-column-closed = Geschlossen
posting-column-actions = Aktionen
posting-unseen = { $number } neu

## Bearbeiten

posting-title = Titel
posting-category = Bereich
posting-description = Beschreibung
posting-description-help = Markdown: **fett**, ## Überschrift, - Liste, [Link](https://example.org).
posting-employment-type = Art der Anstellung
posting-workplace = Arbeitsort
posting-place = Ort
posting-city = Stadt
posting-city-help = Bei Remote-Arbeit nicht nötig.
posting-region = Region
posting-country = Land
posting-pay = Gehalt
posting-pay-min = Von
posting-pay-max = Bis
posting-currency = Währung
posting-pay-period = Zeitraum
posting-pay-help = Nach der Spanne wird am häufigsten gefragt. Zum Veröffentlichen ist sie nötig.
posting-pay-meant = Dieses Gehalt ist so gemeint
posting-skills = Kenntnisse
posting-skills-help = Durch Kommas getrennt, höchstens 40.
posting-closes-on = Schließt am
posting-closes-on-help = Der letzte Tag für Bewerbungen, bis zu seinem Ende in { $zone }. In 60 Tagen, wenn du nichts anderes wählst.
posting-stale-by = { $name } hat das { $when } geändert.
posting-stale = Was du geschrieben hast, steht noch hier und ist nicht gespeichert.
posting-stale-over = Meine Fassung speichern
posting-stale-action = Ansehen, was gespeichert wurde
posting-preview-empty = Hier siehst du die Beschreibung, wie sie aussehen wird.
posting-preview-notice = So wird die Stelle aussehen. Nur dein Unternehmen sieht diese Seite.
posting-archived = Diese Stelle ist archiviert. Öffne sie wieder, um sie zu bearbeiten.
posting-delete-warning = Die Stelle wird endgültig gelöscht.
posting-archive-warning = Die Stelle wird geschlossen und aus allen Listen genommen. Weil es Bewerbungen gibt, wird sie archiviert, und sie bleiben dir erhalten.
posting-delete-action = Stelle löschen

problem-pay-required = Bitte gib eine Gehaltsspanne an: ohne sie kann die Stelle nicht veröffentlicht werden.
problem-pay-unlikely = Wir lesen das obere Ende als { $number }. Das ist ungewöhnlich: Bitte prüfe beide Beträge und den Zeitraum, oder kreuze „Dieses Gehalt ist so gemeint“ an.
problem-wrong-state = In diesem Zustand der Stelle geht das nicht.
problem-too-many-postings = Dein Unternehmen hat { $number } Stellen. Bitte lösche welche, die du nicht mehr brauchst.
problem-posting-closed = Auf diese Stelle kann man sich nicht mehr bewerben.
done-posting-saved = Die Stelle ist gespeichert.
done-posting-published = Die Stelle ist veröffentlicht.
done-posting-closed = Die Stelle ist geschlossen.
done-posting-reopened = Die Stelle ist wieder offen.
done-posting-deleted = Die Stelle ist gelöscht.
done-posting-archived = Die Stelle ist geschlossen und archiviert, weil sich jemand beworben oder gefragt hat.
done-posting-duplicated = Hier ist deine Kopie, als Entwurf.
posting-stages = Phasen
