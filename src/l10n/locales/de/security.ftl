### Zweite Faktoren, wer sich um die Seite kümmert, und der erste Start.

security-title = Sicherheit
security-lead = Ein zweiter Faktor hält alle fern, die dein Passwort erfahren haben. Ist einer eingerichtet, wird beim Anmelden auch nach ihm gefragt.
security-none = Dein Konto ist nur durch sein Passwort geschützt.
security-manage = Verwalten
security-back = Zurück zu den Einstellungen
security-app = Authenticator-App
security-app-on = Eine Authenticator-App ist eingerichtet.
security-app-help = Eine App auf deinem Telefon zeigt einen Code aus sechs Ziffern, alle 30 Sekunden einen neuen. Sie braucht dafür kein Netz.
security-app-since = Eingerichtet am
security-app-begin = App einrichten
security-app-replace = Andere App einrichten
security-app-remove = App entfernen
security-app-remove-warning = Mit ihren Codes kommst du dann nicht mehr hinein. Lösche den Eintrag auch in der App.
security-passkeys = Passkeys
security-passkeys-count = { $count ->
    [one] Ein Passkey
   *[other] { $count } Passkeys
}
security-passkeys-help = Mit einem Passkey meldest du dich mit Finger, Gesicht oder PIN an: anstelle des Passworts oder danach.
security-passkey-begin = Passkey hinzufügen
security-passkey-since = Hinzugefügt am
security-passkey-used = zuletzt benutzt
security-codes = Wiederherstellungscodes
security-codes-left = { $count ->
    [one] Ein Wiederherstellungscode ist übrig.
   *[other] { $count } Wiederherstellungscodes sind übrig.
}
security-codes-help = Jeder lässt dich einmal hinein, anstelle der App oder eines Passkeys. Neue machen die alten wertlos.
security-codes-renew = Neue Codes erzeugen

app-setup-title = Authenticator-App einrichten
app-setup-scan = Lass die App dieses Bild lesen.
app-setup-picture = Bild, das eine Authenticator-App liest
app-setup-type = Oder tippe diesen Schlüssel in die App:
app-setup-action = Fertig
field-code = Code
field-code-help = Die sechs Ziffern, die deine App gerade zeigt.
field-recovery-code = Wiederherstellungscode
field-recovery-code-help = Sechzehn Buchstaben und Ziffern. Er gilt einmal.
codes-lead = Bewahre diese Codes so auf, dass du sie auch ohne dein Telefon findest. Jeder gilt einmal. Du siehst sie nur jetzt.
codes-gone = Wiederherstellungscodes sind nach dem Erzeugen einige Minuten lang zu sehen. Hast du deine nicht aufbewahrt, erzeuge neue.
codes-kept = Ich habe sie aufbewahrt

passkey-new-title = Passkey hinzufügen
passkey-new-lead = Gib ihm einen Namen, an dem du ihn wiedererkennst, und folge dann deinem Browser.
passkey-new-action = Passkey anlegen
passkey-needs-scripts = Wenn hier kein Knopf steht, schalte JavaScript ein oder nimm einen neueren Browser.
field-passkey-name = Name des Passkeys
field-passkey-name-help = Wo er liegt, etwa „Telefon“ oder „Sicherheitsschlüssel“.
passkey-rename = Umbenennen
passkey-remove = Passkey entfernen
passkey-remove-warning = Mit ihm kommst du dann nicht mehr hinein. Lösche ihn auch auf deinem Gerät.

login-passkey = Mit einem Passkey anmelden
code-title = Noch ein Schritt
code-lead = Dein Passwort stimmt. Gib jetzt den Code ein, den deine Authenticator-App zeigt.
code-lead-passkey = Dein Passwort stimmt. Benutze jetzt deinen Passkey.
code-passkey = Passkey benutzen
code-recovery = Wiederherstellungscode benutzen

problem-wrong-code = Dieser Code ist falsch, zu alt oder schon benutzt. Deine App zeigt alle 30 Sekunden einen neuen.
problem-wrong-recovery-code = Das ist keiner deiner Wiederherstellungscodes, oder er wurde schon benutzt.
problem-passkey-failed = Der Passkey hat nicht funktioniert. Bitte versuche es noch einmal.
problem-passkeys-off = Browser lassen Passkeys nur für Seiten zu, die einen Namen und HTTPS haben. Diese hat das nicht.
problem-too-many-passkeys = Mehr als { $count } Passkeys haben nicht Platz. Bitte entferne erst einen.
problem-login-is-over = Das hat zu lange gedauert. Bitte melde dich noch einmal an.
problem-setup-is-over = Das wurde woanders oder vor zu langer Zeit begonnen. Bitte fang noch einmal an.
problem-no-factor = Richte erst eine App oder einen Passkey ein.
problem-staff-needs-factor = Du kümmerst dich um diese Seite und brauchst deshalb einen zweiten Faktor. Richte erst einen anderen ein.
done-app-added = Die Authenticator-App ist eingerichtet.
done-app-removed = Die Authenticator-App ist entfernt.
done-passkey-added = Der Passkey ist hinzugefügt.
done-passkey-renamed = Der Passkey hat einen neuen Namen.
done-passkey-removed = Der Passkey ist entfernt.
done-codes-renewed = Das sind deine neuen Wiederherstellungscodes.
error-factor-needed = Du kümmerst dich um diese Seite. Dafür braucht dein Konto einen zweiten Faktor: Richte eine Authenticator-App oder einen Passkey ein.
factor-needed-action = Einrichten

staff-admin = Admin
staff-moderator = Moderation
setup-title = Diese Seite einrichten
setup-lead = Du legst das erste Admin-Konto an. Danach richtest du einen zweiten Faktor ein; ohne ihn geht es für Admins nicht.
setup-action = Konto anlegen
setup-over-text = Er wurde benutzt, ist älter als ein Tag, oder es gibt schon ein Admin-Konto. Solange niemand ein Konto hat, nennt das Protokoll bei jedem Start des Servers einen neuen.
join-title = Leg dein Konto an
join-lead = Du bist auf diese Seite eingeladen, mit der Adresse { $email }.
join-over-text = Er wurde benutzt, ein neuerer hat ihn abgelöst, oder er ist älter als sieben Tage.
