### Was in Mails steht. Browser bekommen dies nicht.

mail-hello = Hallo { $name },
mail-reason-account = Du bekommst diese Mail, weil du ein Konto hast. Sie dient seiner Sicherheit und lässt sich deshalb nicht abschalten.
mail-not-you = Falls du das nicht warst, setze jetzt ein neues Passwort. Das beendet alle Sitzungen.
mail-not-you-action = Neues Passwort setzen
mail-confirm-subject = Bestätige deine E-Mail-Adresse
mail-confirm-text = Bitte bestätige, dass dies deine Adresse ist, damit Antworten dich erreichen. Falls du nicht darum gebeten hast, musst du nichts tun.
mail-confirm-action = Adresse bestätigen
mail-reset-subject = Neues Passwort setzen
mail-reset-text = Jemand, hoffentlich du, möchte ein neues Passwort für dein Konto. Dieser Link setzt eines. Er funktioniert einmal und gilt 30 Minuten.
mail-reset-ignore = Falls du das nicht warst, musst du nichts tun: Dein Passwort bleibt, wie es ist.
mail-reset-action = Neues Passwort setzen
mail-password-changed-subject = Dein Passwort wurde geändert
mail-password-changed-text = Dein Konto hat ab jetzt ein neues Passwort. Alle anderen Sitzungen sind beendet.
mail-email-change-subject = Dein Konto soll eine andere E-Mail-Adresse bekommen
mail-email-change-text = Jemand, der dein Passwort kennt, möchte, dass dein Konto die Adresse { $address } hat. Es bekommt sie, sobald sie bestätigt ist.
mail-email-change-not-you = Falls du das nicht warst, setze jetzt ein neues Passwort. Das nimmt die Änderung zurück und beendet alle Sitzungen.
mail-email-changed-subject = Deine E-Mail-Adresse wurde geändert
mail-email-changed-text = Dein Konto hat jetzt die Adresse { $address }. Hierher kommen keine Mails mehr.
mail-email-changed-not-you = Falls du das nicht warst, melde dich sofort bei den Betreibern dieser Seite.
mail-sign-in-subject = Neue Anmeldung in deinem Konto
mail-sign-in-text = Gerade hat sich jemand mit einem bisher unbekannten Browser in deinem Konto angemeldet: { $device }, von { $address }. Falls du das warst, musst du nichts tun.
mail-taken-subject = Du hast schon ein Konto
mail-taken-text = Jemand, vielleicht du, wollte sich gerade mit deiner Adresse registrieren. Es gibt schon ein Konto mit ihr, und daran hat sich nichts geändert.
mail-taken-forgot = Falls du das warst und das Passwort nicht mehr weißt, setze ein neues.
mail-notification-action = Ansehen
mail-reason-notification = Du bekommst diese Mail, weil du davon erfahren willst: { $kind }. So beendest du solche Mails:
mail-reason-digest = Du bekommst diese Mail, weil du eine Übersicht über Ungelesenes willst. So beendest du sie:
mail-digest-subject = { $count ->
    [one] Eine Sache, die du noch nicht gesehen hast
   *[other] { $count } Dinge, die du noch nicht gesehen hast
}
mail-invitation-subject = { $by } lädt dich zu { $company } ein
mail-invitation-text = { $by } möchte bei { $company } mit dir arbeiten. Deine Rolle dort: { $role }.
mail-invitation-bound = Der Link ist nur für dich und funktioniert einmal, innerhalb von sieben Tagen. Er funktioniert auch, wenn du noch kein Konto hast.
mail-invitation-action = Einladung ansehen
mail-invitation-reason = Du bekommst diese Mail, weil { $by } deine Adresse angegeben hat. Falls du nicht weißt, worum es geht, musst du nichts tun.
mail-receipt-subject = Deine Bewerbung auf { $title } ist angekommen
mail-receipt-text = { $company } hat deine Bewerbung auf { $title }. Du kannst jederzeit sehen, wie es um sie steht, eine Nachricht schreiben und sie zurückziehen.
mail-receipt-action = Bewerbung ansehen
mail-receipt-reason = Du bekommst diese Mail, weil du dich beworben hast.

mail-role-subject = Deine Rolle bei { $company }: { $role }
mail-role-text = { $by } hat deine Rolle bei { $company } geändert. Sie ist jetzt: { $role }.
mail-removed-subject = Du gehörst nicht mehr zum Team von { $company }
mail-removed-text = { $by } hat dich aus dem Team von { $company } genommen. Was du dort geschrieben hast, bleibt beim Unternehmen.
mail-reason-team = Du bekommst diese Mail, weil du zum Team von { $company } gehörst oder gehört hast.
mail-factor-subject = Der Schutz deines Kontos wurde geändert
mail-factor-app-added = Für dein Konto wurde eine Authenticator-App eingerichtet. Ab jetzt wird beim Anmelden nach ihrem Code gefragt.
mail-factor-app-removed = Die Authenticator-App deines Kontos wurde entfernt. Nach ihren Codes wird nicht mehr gefragt.
mail-factor-passkey-added = Zu deinem Konto wurde ein Passkey hinzugefügt: { $name }. Man kann sich mit ihm anmelden.
mail-factor-passkey-renamed = Ein Passkey deines Kontos hat einen neuen Namen: { $name }.
mail-factor-passkey-removed = Ein Passkey deines Kontos wurde entfernt: { $name }. Niemand kann sich mehr mit ihm anmelden.
mail-factor-codes-renewed = Für dein Konto wurden neue Wiederherstellungscodes erzeugt. Die alten sind wertlos.
mail-factor-code-used = { $count ->
    [0] Gerade hat sich jemand mit dem letzten Wiederherstellungscode bei deinem Konto angemeldet. Erzeuge in den Einstellungen neue.
    [one] Gerade hat sich jemand mit einem Wiederherstellungscode bei deinem Konto angemeldet. Einer ist übrig.
   *[other] Gerade hat sich jemand mit einem Wiederherstellungscode bei deinem Konto angemeldet. { $count } sind übrig.
}
mail-join-subject = Du bist eingeladen, ein Konto anzulegen
mail-join-text = Wer diese Seite betreibt, lädt dich ein, mit dieser Adresse ein Konto anzulegen.
mail-join-staff = Wer diese Seite betreibt, lädt dich ein, dich um sie zu kümmern. Deine Rolle: { $role }. Du wirst einen zweiten Faktor brauchen, etwa eine Authenticator-App.
mail-join-bound = Der Link ist nur für dich und funktioniert einmal, innerhalb von sieben Tagen.
mail-join-action = Konto anlegen
mail-join-reason = Du bekommst diese Mail, weil deine Adresse von denen stammt, die diese Seite betreiben. Wenn du nicht weißt, worum es geht, musst du nichts tun.
mail-guest-confirm-subject = Bestätige deine Bewerbung auf { $title }
mail-guest-confirm-text = Jemand, hoffentlich du, hat sich mit dieser Adresse bei { $company } auf { $title } beworben. Hinter dem Link siehst du, was darin steht, und schickst es ab. Bis dahin sieht { $company } nichts davon.
mail-guest-confirm-time = Wenn du nichts tust, wird alles nach drei Tagen gelöscht. Heb den Link danach auf: Mit ihm siehst du, wie es um deine Bewerbung steht, antwortest und ziehst sie zurück.
mail-guest-confirm-account = Du hast ein Konto mit dieser Adresse. Zum Bestätigen musst du dich nicht anmelden; die Bewerbung ist danach in deinem Konto.
mail-guest-confirm-action = Ansehen und abschicken
mail-guest-confirm-reason = Du bekommst diese Mail, weil sich jemand mit deiner Adresse beworben hat. Falls du es nicht warst, musst du nichts tun.
mail-guest-link-subject = Deine Bewerbung auf { $title }
mail-guest-link-text = Hier ist ein neuer Link zu deiner Bewerbung auf { $title } bei { $company }. Mit ihm siehst du, wie es um sie steht, antwortest und ziehst sie zurück. Die früheren Links gelten weiter.
mail-guest-message-subject = { $company } hat dir geschrieben: { $title }
mail-guest-message-file = (Eine Datei: Du findest sie hinter dem Link.)
mail-guest-message-answer = Antworten kannst du hinter dem Link; Antworten auf diese Mail kommen nirgends an.
mail-guest-message-action = Lesen und antworten
mail-guest-stage-subject = Neues von deiner Bewerbung auf { $title }
mail-guest-stage-text = { $company } hat über deine Bewerbung auf { $title } entschieden. So steht es jetzt um sie: { $stage }.
mail-noted-subject = { $company } hat dich eingetragen: { $title }
mail-noted-text = { $company } hat dich für { $title } eingetragen und speichert seit { $when } Daten über dich. Du hast selbst nichts abgeschickt; deshalb sagen wir es dir.
mail-noted-kept = Das speichert { $company }: { $kept }. Woher man dich kennt: { $source }.
mail-noted-name = Name
mail-noted-email = E-Mail-Adresse
mail-noted-phone = Telefonnummer
mail-noted-resume = Lebenslauf
mail-noted-why = Warum: { $company } möchte dich für die Stelle in Betracht ziehen; das ist ein berechtigtes Interesse (Art. 6 Abs. 1 lit. f DSGVO). Gespeichert wird es, solange die Stelle besetzt wird, und nicht mehr, wenn du widersprichst.
mail-noted-rights = Deine Rechte: Du kannst von { $company } Auskunft, Berichtigung, Einschränkung und Löschung verlangen, jederzeit widersprechen und dich bei einer Aufsichtsbehörde beschweren. Hinter dem Link siehst du alles, was gespeichert ist, und kannst widersprechen: Dann wird es sofort gelöscht. Oder du sagst dort, dass du es bist, und verfolgst, wie es weitergeht.
mail-noted-action = Ansehen, weitermachen oder widersprechen
mail-noted-reason = Du bekommst diese Mail, weil { $company } deine Adresse angegeben hat. Wenn du nichts tust, kommt nichts davon in ein Konto, und { $company } speichert es für die genannte Zeit.
mail-stage-subject = Neues zu deiner Bewerbung auf { $title }
