### Unternehmen, wie alle sie sehen.

companies-title = Unternehmen
companies-lead = Wer hier einstellt, und welche Stellen offen sind.
companies-name = Der Name beginnt mit
companies-name-hint = Der Name beginnt mit …
companies-search = Suchen
companies-none-title = So heißt kein Unternehmen
companies-none-text = Versuche es mit weniger Buchstaben, oder sieh alle durch.
companies-all = Alle Unternehmen
company-about = Über uns
company-no-about = Dieses Unternehmen hat noch nichts über sich geschrieben.
company-jobs = Offene Stellen
company-no-jobs-title = Gerade ist nichts offen
company-no-jobs-text = Sobald dieses Unternehmen eine Stelle veröffentlicht, steht sie hier.
company-facts = Auf einen Blick
company-site = Website
company-place = Ort
company-size = Beschäftigte
