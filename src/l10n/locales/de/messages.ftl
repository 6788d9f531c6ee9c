### Words of conversations.

messages-title = Nachrichten
messages-lead = Was du und die andere Seite einander schreibt, nach Stelle.
messages-empty = Noch keine Nachrichten
messages-empty-seeker = Öffne eine deiner Bewerbungen, um dem Unternehmen zu schreiben.
messages-empty-company = Öffne eine Bewerbung, um zu schreiben.
messages-none-found = Kein Gespräch passt
messages-none-found-text = Versuch andere Wörter, oder zeig alle.
messages-all = Alle zeigen
messages-search = Gespräche durchsuchen
messages-search-action = Suchen
messages-list = Gespräche
messages-choose = Wähle ein Gespräch, um es zu lesen.
messages-unread = { $count ->
    [one] { $count } ungelesene Nachricht
   *[other] { $count } ungelesene Nachrichten
}

conversation-requested = Anfrage
conversation-open = Offen
conversation-declined = Abgelehnt
conversation-about = Zu { $title }
conversation-older = Ältere Nachrichten
conversation-newest = Neueste Nachrichten
conversation-text = Nachricht
conversation-text-help = Enter sendet, Umschalt und Enter beginnt eine neue Zeile.
conversation-send = Senden
conversation-empty = Noch ist nichts geschrieben.
conversation-new = Neue Nachrichten
conversation-sending = Wird gesendet
conversation-waits = Wartet, bis du dich wieder anmeldest
conversation-sent = Gesendet
conversation-read = Gelesen
conversation-failed = Nicht gesendet
conversation-retry = Noch einmal senden
conversation-deleted = Diese Nachricht wurde gelöscht.
conversation-edited = bearbeitet
conversation-typing = { $name } schreibt …
conversation-closed = Dieses Gespräch nimmt keine Nachrichten mehr an.
conversation-waiting = Deine Frage ist gesendet. Mehr kannst du schreiben, sobald das Unternehmen geantwortet hat.
conversation-logged-out = Du bist abgemeldet.
conversation-offline = Du bist offline. Was du schreibst, wird gesendet, sobald die Verbindung zurück ist.
conversation-unanswered = Die Seite antwortet nicht. Was du schreibst, wird gesendet, sobald sie es tut.
conversation-open-action = Nachricht schreiben
conversation-messages = Nachrichten dieses Gesprächs

problem-conversation-closed = Dieses Gespräch nimmt keine Nachrichten mehr von dir an.

messages-show = Zeige
messages-show-newest = Neueste zuerst
messages-show-unread-first = Ungelesene zuerst
messages-show-unread = Nur ungelesene
conversation-files = Dateien anhängen
conversation-files-help = PDF, PNG, JPEG oder WebP, höchstens fünf mit zusammen 10 MB.
conversation-edit = Bearbeiten
conversation-edit-title = Nachricht bearbeiten
conversation-edit-cancel = Abbrechen
conversation-delete = Löschen
conversation-delete-warning = Text und Dateien dieser Nachricht verschwinden für beide Seiten.
conversation-delete-action = Diese Nachricht löschen
conversation-save = Speichern
conversation-accept = Annehmen
conversation-decline = Ablehnen
conversation-asks = Das ist eine Frage vor einer Bewerbung. Wer antwortet, nimmt sie an.
conversation-declined-text = Das Unternehmen hat diese Frage abgelehnt.
conversation-declined-by-you = Du hast diese Frage abgelehnt.
conversation-block = Blockieren
conversation-block-warning = Keine Seite kann mehr schreiben, bis du es zurücknimmst.
conversation-block-action = Dieses Gespräch blockieren
conversation-unblock = Blockierung aufheben
conversation-blocked = Dieses Gespräch ist blockiert.
conversation-blocked-by-you = Du hast dieses Gespräch blockiert.
conversation-report-reason = Was stimmt nicht?
conversation-report-action = Meldung senden
conversation-more = Mehr
conversation-online = Online
conversation-seen = Zuletzt da: { $when }
ask-title = Eine Frage stellen
ask-lead = { $company } bekommt deine Frage zu { $title } als Anfrage und kann sie beantworten oder ablehnen.
ask-closed = Diese Stelle ist geschlossen und nimmt keine Fragen an.
ask-send = Frage senden
ask-go-on = Zum Gespräch
done-question-sent = Deine Frage ist unterwegs.
done-reported = Danke. Der Betreiber sieht es sich an.
problem-too-late = Eine Nachricht lässt sich nur 15 Minuten lang ändern.
problem-too-many-questions = Du hast heute { $count } Unternehmen gefragt. Versuche es morgen wieder.
problem-not-an-attachment = Datei { $number } ist keine PDF-, PNG-, JPEG- oder WebP-Datei oder ist beschädigt.
conversation-discard = Verwerfen
conversation-files-remove = Dateien entfernen
conversation-editing = Du bearbeitest eine Nachricht. Mit Escape bleibt sie, wie sie war.
conversation-report-title = Dieses Gespräch melden
messages-mine = Du: { $text }
messages-of-colleague = { $name }: { $text }
ask-there = Du hast zu dieser Stelle schon eine Frage gestellt.

problem-company-quota-full = Für Dateien, die dein Unternehmen verschickt hat, ist Platz für { $count } MB, und damit wären es mehr.
problem-unanswerable = Diese Unterhaltung lässt das nicht mehr zu.
