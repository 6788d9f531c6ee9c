### Words of accounts: what cannot be done, and what was.

problem-email-taken = Zu dieser E-Mail-Adresse gibt es schon ein Konto.
problem-common-password = Dieses Passwort gehört zu den ersten, die ein Angreifer versucht. Bitte wähle ein anderes.
problem-wrong-password = Das ist nicht dein bisheriges Passwort.
problem-wrong-login = E-Mail und Passwort gehören nicht zusammen.
done-welcome = Willkommen bei Jobi!
done-logged-out = Du bist abgemeldet.
done-account-saved = Deine Angaben sind gespeichert.
done-password-changed = Dein Passwort ist geändert. Alle anderen Sitzungen sind beendet.
done-session-ended = Die Sitzung ist beendet.
done-account-deleted = Dein Konto ist gelöscht.
problem-link-is-over = Dieser Link gilt nicht mehr.
problem-already-confirmed = Deine Adresse ist schon bestätigt.
problem-not-confirmed = Bitte bestätige zuerst deine E-Mail-Adresse: Öffne den Link in der Mail, die wir dir geschickt haben. In den Einstellungen kannst du sie noch einmal anfordern.
done-sessions-ended = Alle anderen Sitzungen sind beendet.
done-password-link-sent = Falls es ein Konto mit dieser Adresse gibt, ist ein Link unterwegs. Er gilt 30 Minuten.
done-password-reset = Dein neues Passwort ist gesetzt. Melde dich damit an.
done-email-change-cancelled = Deine Adresse bleibt, wie sie ist.
confirm-notice = Deine E-Mail-Adresse ist noch nicht bestätigt: So lange kannst du dich nicht bewerben, nichts veröffentlichen und niemanden einladen. Öffne den Link in der Mail, die wir dir geschickt haben.
done-confirmation-sent = Ein Link ist unterwegs in dein Postfach.
done-email-confirmed = Deine Adresse ist bestätigt.
