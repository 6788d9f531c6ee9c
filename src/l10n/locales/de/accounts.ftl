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
