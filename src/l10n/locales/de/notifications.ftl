### Words of notifications.

notifications-title = Benachrichtigungen
notifications-empty = Nichts Neues
notifications-none-of-kind = Nichts dieser Art
notifications-empty-text = Was dich betrifft, erscheint hier, sobald es geschieht.
notifications-all-read = Alle als gelesen markieren
notifications-read = Als gelesen markieren
notifications-see-all = Alle Benachrichtigungen
notifications-kind = Art
notifications-every-kind = Alles
notifications-show = Zeigen
notifications-new = neu
notifications-bell = { $count ->
    [0] Benachrichtigungen
    [one] Benachrichtigungen, { $count } ungelesen
   *[other] Benachrichtigungen, { $count } ungelesen
}
done-notifications-read = Alles ist als gelesen markiert.

notification-kind-applied = Neue Bewerbungen
notification-kind-stage-changed = Neuer Stand
notification-kind-withdrawn = Zurückgezogene Bewerbungen
notification-kind-message = Nachrichten
notification-kind-message-request = Fragen
notification-kind-posting-closed = Geschlossene Stellen

notification-applied = { $count ->
    [one] { $name } hat sich auf { $title } beworben
   *[other] { $count } neue Bewerbungen auf { $title }
}
notification-stage-changed = Deine Bewerbung auf { $title }: { $stage ->
    [received] { stage-received }
    [in_review] { stage-in-review }
    [interview] { stage-interview }
    [offer] { stage-offer }
    [hired] { stage-hired }
    [rejected] { stage-rejected }
    [withdrawn] { stage-withdrawn }
   *[other] { $stage }
}
notification-withdrawn = { $count ->
    [one] { $name } hat die Bewerbung auf { $title } zurückgezogen
   *[other] { $count } Bewerbungen auf { $title } wurden zurückgezogen
}
notification-message = { $count ->
    [one] { $name } hat dir zu { $title } geschrieben
   *[other] { $count } neue Nachrichten von { $name } zu { $title }
}
notification-message-request = { $name } hat eine Frage zu { $title }
notification-posting-closed = { $title } ist geschlossen

notifications-settings = Benachrichtigungen einstellen
notifications-settings-lead = Was du erfährst, und was die andere Seite eines Gesprächs von dir sieht.
notifications-settings-kinds = Sag mir Bescheid über
notifications-settings-mails = Schick mir Mails über
notifications-settings-mails-help = Nur was du bis dahin nicht gelesen hast: Nachrichten nach zehn Minuten.
notifications-settings-rhythm = Wie oft
rhythm-at-once = Sofort
rhythm-daily = Einmal am Tag, morgens
rhythm-weekly = Einmal in der Woche, montags
rhythm-never = Nie
notifications-settings-quiet-from = Keine Mails von
notifications-settings-quiet-to = bis
notifications-settings-quiet-never = –
unsubscribe-title = Keine solchen Mails mehr
unsubscribe-lead = Du bekommst Mails über: { $kind }. Auf der Seite erfährst du es weiterhin.
unsubscribe-digest-lead = Du bekommst eine Zusammenfassung von dem, was du noch nicht gelesen hast. Ohne sie bekommst du gar keine Mails über Benachrichtigungen; auf der Seite siehst du sie weiterhin.
unsubscribe-action = Diese Mails beenden
problem-nobodys-link = Dieser Link gehört niemandem. Deine Mails wählst du in den Einstellungen.
done-mails-ended = Du bekommst keine solchen Mails mehr.
notifications-settings-shown = Zeige der anderen Seite
notifications-settings-shown-help = Gilt in beide Richtungen: Was du verbirgst, siehst du auch von anderen nicht.
notifications-settings-save = Speichern
notifications-desktop = Auch auf diesem Desktop zeigen
notifications-desktop-on = Benachrichtigungen erscheinen auf diesem Desktop, solange eine Seite von Jobi offen ist.
notifications-desktop-denied = Dein Browser erlaubt dieser Seite keine Benachrichtigungen.
done-notifications-saved = Deine Einstellungen sind gespeichert.
shown-reading = Wann ich eine Nachricht gelesen habe
shown-typing = Wann ich schreibe
shown-presence = Wann ich online bin oder war
notification-kind-posting-closing = Stellen, die bald schließen
notification-kind-member-joined = Neue Kolleginnen und Kollegen
notification-kind-report-handled = Meine Meldungen
notification-posting-closing = { $title } schließt in drei Tagen oder früher
notification-member-joined = { $name } gehört jetzt zu { $title }
notification-report-handled = Deine Meldung zu { $title } wurde bearbeitet
