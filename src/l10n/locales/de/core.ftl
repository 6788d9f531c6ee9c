### Wörter des Rahmens, der Formulare, Fehler und Konten.

language-name = Deutsch

## Zahlen und Daten

number-group = .
number-decimal = ,
months = Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
date-long = { $day }. { $month } { $year }
date-exact = { $day }, { $clock } UTC
ago-now = gerade eben
ago-minutes = { $count ->
    [one] vor 1 Minute
   *[other] vor { $count } Minuten
}
ago-hours = { $count ->
    [one] vor 1 Stunde
   *[other] vor { $count } Stunden
}
ago-days = { $count ->
    [0] heute
    [1] gestern
   *[other] vor { $count } Tagen
}
in-minutes = { $count ->
    [one] in 1 Minute
   *[other] in { $count } Minuten
}
in-hours = { $count ->
    [one] in 1 Stunde
   *[other] in { $count } Stunden
}
in-days = { $count ->
    [1] morgen
   *[other] in { $count } Tagen
}

## Rahmen

page-title = { $title } · Jobi
skip-to-content = Zum Inhalt springen
nav-label = Hauptmenü
nav-menu = Menü
nav-jobs = Stellen
nav-companies = Unternehmen
nav-messages = Nachrichten
nav-messages-unread = { $count ->
    [one] { $count } mit neuen Nachrichten
   *[other] { $count } mit neuen Nachrichten
}
nav-for-me = Für dich
nav-applications = Bewerbungen
nav-resumes = Lebensläufe
nav-employer = Übersicht
nav-profile = Profil
nav-settings = Einstellungen
nav-login = Anmelden
nav-logout = Abmelden
nav-register = Registrieren
employer-overview = Überblick
employer-postings = Stellen
employer-candidates = Bewerbungen
employer-company = Unternehmen
footer-about = Jobi ist eine Stellenbörse, die du selbst betreibst.
footer-language = Sprache
pager-label = Seiten
pager-previous = Zurück
pager-next = Weiter
toast-close = Schließen
not-found-title = Hier ist nichts
not-found-action = Offene Stellen ansehen
error-title = Das hat nicht geklappt

## Formulare

form-optional = freiwillig
form-save = Speichern
form-delete = Löschen
field-name = Dein Name
field-email = E-Mail
field-password = Passwort
field-password-help = 10 bis 128 beliebige Zeichen, besser 15. Ein paar Wörter ohne Zusammenhang sind leicht zu merken und schwer zu erraten.
field-old-password = Bisheriges Passwort
field-email-password = Passwort zur Bestätigung
field-email-password-help = Nur wenn du die E-Mail-Adresse änderst, denn wer sie hat, kann auch das Konto haben.
field-new-password = Neues Passwort
field-company = Unternehmen

## Fehler

error-fields = Einige Felder brauchen noch einen Blick.
error-unauthorized = Bitte melde dich zuerst an.
error-elsewhere = Dort nachsehen, wofür du sonst noch handelst
error-forbidden = Mit deinem Konto geht das nicht.
done-other-person = Die Seite, von der du das gesendet hast, war geöffnet, bevor sich in diesem Browser jemand angemeldet hat. Es wurde nichts gesendet; so sieht sie jetzt aus.
error-other-person = Seit diese Seite geöffnet wurde, hat sich in diesem Browser jemand angemeldet. Sie zeigt, was vorher war, und von ihr wird nichts mehr gesendet. Lade sie neu, um weiterzumachen.
error-not-found = Was du suchst, gibt es nicht, oder es ist nicht für dich bestimmt.
error-too-many = Zu viele Versuche. Bitte warte { $seconds } Sekunden und versuche es noch einmal.
error-malformed = Die Anfrage war nicht zu verstehen. Bitte lade die Seite neu und versuche es noch einmal.
error-internal = Bei uns ist etwas kaputtgegangen. Es ist vermerkt; bitte versuche es gleich noch einmal.
error-unavailable = Gerade lässt sich nichts lesen oder speichern. Mit deinen Angaben ist alles in Ordnung; bitte versuche es in ein paar Sekunden noch einmal.
error-no-space = Dafür ist kein Speicherplatz mehr da. Wer diese Seite betreibt, muss welchen schaffen; bitte versuche es später noch einmal.
error-offline = Die Seite ist nicht zu erreichen. Prüfe deine Verbindung und versuche es noch einmal.
reload-needed = Diese Seite ist nicht mehr aktuell. Was du abgeschickt hast, ist sicher.
reload-logged-out = Du bist hier abgemeldet. Was du geschrieben hast, bleibt erhalten. Lade die Seite neu, um dich wieder anzumelden.
reload = Neu laden
reload-offline = Du bist offline, und diese Seite ist noch nicht in deinem Browser.
try-again = Noch einmal versuchen
problem-required = Bitte fülle dieses Feld aus.
problem-too-short = Bitte verwende mindestens { $count } Zeichen.
problem-too-long = Bitte verwende höchstens { $count } Zeichen.
problem-too-many = Bitte gib höchstens { $count } an.
problem-not-an-email = Bitte gib eine E-Mail-Adresse an, etwa name@example.org.
problem-not-an-amount = Das ist kein Betrag, den wir lesen können. Schreib ihn bitte wie 60000, 60.000 oder 15,50.
problem-amount-begins = Das können wir nicht lesen: „{ $sign }“ gehört zu keinem Betrag. Schreib bitte einen wie 60000, 60.000 oder 15,50.
problem-amount-read-to = Wir lesen „{ $read }“, aber nicht das „{ $sign }“ dahinter. Schreib bitte einen Betrag, wie 60000, 60.000 oder 15,50.
problem-not-a-date = Bitte gib ein Datum an, etwa 2027-01-31.
problem-not-an-address = Bitte gib eine Web-Adresse an, etwa https://example.org.
problem-not-a-phone = Bitte gib eine Telefonnummer an, etwa +49 30 123456.
problem-not-a-choice = Bitte wähle etwas aus der Liste.
problem-amount-too-small = Wir lesen das als „{ $read }“. Bitte gib mindestens { $least } ein.
problem-amount-too-large = Wir lesen das als „{ $read }“. Bitte gib höchstens { $most } ein.
problem-other-currency = Bei diesem Betrag steht eine andere Währung als die gewählte. Bitte wähle die, die du meinst.
problem-range-reversed = Wir lesen das als { $start } bis { $end }: Das obere Ende liegt unter dem unteren.
problem-in-the-past = Bitte wähle heute oder einen späteren Tag.
problem-too-far = Bitte wähle einen Tag innerhalb von { $count } Tagen.
problem-not-a-pdf = Das ist keine PDF-Datei, auch wenn sie so heißt. Bitte speichere dein Dokument als PDF und wähle dieses.
problem-is-document = Das ist ein Dokument, aber keine PDF-Datei. Bitte speichere es als PDF (Speichern unter oder Exportieren) und wähle dieses.
problem-is-picture = Das ist ein Bild. Bitte mach daraus ein PDF (Drucken, als PDF speichern) und wähle dieses.
problem-pdf-locked = Dieses PDF öffnet sich nur mit einem Passwort, niemand könnte es lesen. Bitte speichere es ohne Passwort.
problem-pdf-damaged = Dieses PDF ist beschädigt: Keine seiner Seiten lässt sich öffnen. Bitte speichere es neu.
problem-pdf-too-heavy = Dieses PDF zu öffnen dauert zu lange. Bitte drucke es in ein neues PDF und wähle dieses.
problem-empty-file = Diese Datei ist leer.
problem-not-a-picture = Das ist kein Bild im Format PNG, JPEG oder WebP.
problem-picture-damaged = Dieses Bild ist beschädigt: Es lässt sich nicht öffnen. Bitte speichere es neu.
problem-file-too-large = Diese Datei ist größer als { $count } MB.
problem-quota-full = Für deine Dateien ist Platz für { $count } MB, und mit dieser wären es mehr. Lösche, was du nicht mehr brauchst.
problem-no-file = Bitte wähle eine Datei.
problem-form-too-large = Das sind mehr als { $count } kB Text. Bitte kürze ihn.
problem-stale = Jemand hat das inzwischen geändert. Bitte schau noch einmal hin, bevor du es änderst.

## Konten

login-title = Anmelden
login-action = Anmelden
login-cookies-refused = Dein Browser hat das Cookie nicht behalten, an dem diese Seite dich erkennt. Deshalb bist du nicht angemeldet. Erlaube Cookies für diese Seite und melde dich noch einmal an. Falls du dich gerade registriert hast: Dein Konto ist angelegt.
login-no-account = Neu hier?
login-register = Konto anlegen
forgot-link = Passwort vergessen?
forgot-title = Passwort vergessen?
forgot-lead = Gib die Adresse deines Kontos an. Wir schicken dir einen Link, mit dem du ein neues Passwort setzt.
forgot-action = Link schicken
forgot-back = Zurück zur Anmeldung
link-over-title = Dieser Link gilt nicht mehr
reset-title = Neues Passwort setzen
reset-lead = Für das Konto { $email }. Überall sonst wirst du abgemeldet.
reset-action = Passwort setzen
reset-over-text = Er wurde benutzt, ein neuerer hat ihn abgelöst, oder er ist älter als 30 Minuten.
reset-over-action = Neuen Link anfordern
confirm-title = E-Mail-Adresse bestätigen
confirm-lead = Damit Antworten dich unter { $email } erreichen.
confirm-action = Adresse bestätigen
confirm-over-text = Er wurde benutzt oder ist älter als drei Tage. In den Einstellungen kannst du einen neuen anfordern.
settings-confirm-address = Deine Adresse { $email } ist noch nicht bestätigt. Öffne den Link in der Mail, die wir dir geschickt haben.
settings-new-address = { $new } ersetzt { $old }, sobald du den Link in der Mail öffnest, die wir dorthin geschickt haben.
settings-address-refused = Mails an { $email } kommen zurück. Prüfe die Adresse, oder fordere einen neuen Link an, sobald dein Postfach wieder funktioniert.
settings-new-address-cancel = Alte Adresse behalten
settings-confirm-again = Link noch einmal schicken
settings-sessions-end = Alle anderen beenden
register-title = Konto anlegen
register-lead = Kostenlos für Bewerber und Arbeitgeber.
register-role = Was führt dich her?
register-as-seeker = Ich suche eine Stelle
register-as-employer = Ich stelle ein
register-company-help = Die Seite deines Unternehmens entsteht mit deinem Konto.
register-action = Konto anlegen
register-have-account = Du hast ein Konto?
register-login = Anmelden
settings-title = Einstellungen
settings-account = Du
settings-password = Passwort
settings-password-help = Ein neues Passwort beendet deine Sitzungen überall sonst.
settings-password-action = Passwort ändern
settings-sessions = Wo du angemeldet bist
settings-session-current = diese hier
settings-session-seen = zuletzt benutzt
settings-session-ends = endet spätestens am
settings-session-end = Beenden
settings-session-unknown = Unbekannter Browser
settings-delete = Konto löschen
settings-delete-warning = Dein Profil, deine Lebensläufe und Bewerbungen werden endgültig gelöscht. Bist du das letzte Mitglied eines Unternehmens, werden seine Stellen geschlossen.
settings-delete-action = Mein Konto löschen

