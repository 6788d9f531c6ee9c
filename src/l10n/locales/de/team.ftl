### Rollen, das Team eines Unternehmens, Einladungen, und als was man handelt.

role-owner = Inhaber*in
role-recruiter = Recruiter*in
role-hiring-manager = Fachverantwortliche*r
role-interviewer = Interviewer*in

error-not-your-role = Deine Rolle in diesem Unternehmen erlaubt das nicht, oder du gehörst nicht zum Team dieser Stelle. Wer das Unternehmen innehat, kann das ändern.
error-other-company = Du handelst inzwischen für ein anderes Unternehmen oder für keines, vielleicht in einem anderen Tab. Diese Seite zeigt, was vorher war, und von ihr wird nichts gesendet. Wechsle im Menü mit deinem Namen zurück, um hier weiterzumachen, oder lade die Seite neu.

switch-label = Handeln für
switch-seeker = Stellensuche
switch-title = Wechseln
switch-lead = Du handelst immer für ein Unternehmen oder suchst selbst eine Stelle.
switch-back-notice = Diese Seite gehört zu { $company }, und du handelst inzwischen für ein anderes Unternehmen. Es wurde nichts gesendet, und was du geschrieben hast, ist aufgehoben.
switch-back-seeker = Diese Seite gehört zu deiner Stellensuche, und du handelst inzwischen für ein Unternehmen. Es wurde nichts gesendet, und was du geschrieben hast, ist aufgehoben.
switch-back = Zu { $company } wechseln und zurück
switch-back-seeker-action = Zur Stellensuche wechseln und zurück
switch-gone = Diese Seite gehört zu einem Unternehmen, in dem du nicht mehr Mitglied bist. Es wurde nichts gesendet.
switch-typed = Ansehen, was du geschrieben hast
switch-look-lead = Was du ansehen willst, gehört vielleicht zu einem davon. Du handelst immer für ein Unternehmen oder suchst selbst eine Stelle.
switch-current = Jetzt

employer-team = Team
team-lead = Wer hier arbeitet und was wer darf.
team-members = Mitglieder
team-you = du
team-role-since = { $role }, seit
team-role = Rolle
team-role-save = Rolle ändern
team-role-of = Rolle von { $name }
team-remove = Entfernen
team-remove-warning = Der Zugang endet sofort. Was die Person geschrieben hat, bleibt.
team-remove-action = Aus dem Unternehmen entfernen
team-hand-over = Übergeben
team-hand-over-warning = Das Unternehmen gehört dann dieser Person statt dir, und du bist Recruiter*in.
team-hand-over-action = Unternehmen übergeben
team-leave = Unternehmen verlassen
team-leave-warning = Dein Zugang endet sofort. Wer das Unternehmen innehat, kann dich wieder einladen.
team-invite = Jemanden einladen
team-invite-help = Der Link gilt einmal, für diese Adresse, sieben Tage lang.
team-invite-action = Einladung erstellen
team-invitations = Einladungen
team-invitations-none = Zurzeit ist niemand eingeladen.
team-invited-as = { $role }, gültig bis
team-invitation-expired = { $role }, der Link ist zu alt
team-link = Die Einladung ist als Mail unterwegs. Hier ist ihr Link noch einmal, zum Weitergeben; er wird fünf Minuten lang gezeigt:
team-renew = Neuen Link erstellen
team-withdraw = Zurückziehen
team-roles-help = Inhaber*innen dürfen alles, Recruiter*innen alles bis auf das Team. Fachverantwortliche bearbeiten ihre Stellen und entscheiden über die Bewerbungen. Interviewer*innen sehen die Bewerbungen auf ihre Stellen.

posting-team = Team
posting-team-help = Fachverantwortliche und Interviewer*innen sehen die Bewerbungen auf diese Stelle nur, wenn sie hier ausgewählt sind. Inhaber*innen und Recruiter*innen sehen sie immer.
posting-team-none = Es gibt noch niemanden zum Auswählen.
posting-team-invite = Jemanden einladen
posting-team-save = Team speichern
done-posting-team-saved = Das Team ist gespeichert.

invitation-title = Einladung
invitation-to = Ins Team von { $company }
invitation-as = Du bist eingeladen als: { $role }.
invitation-by = Eingeladen von { $name }.
invitation-for = Die Einladung ist für { $email }.
invitation-other = Diese Einladung ist für eine andere Adresse, { $email }. Melde dich mit dem Konto dieser Adresse an, oder lege eines an.
invitation-accept = Annehmen
invitation-login = Anmelden und annehmen
invitation-register = Konto anlegen
invitation-used-title = Diese Einladung ist schon angenommen
invitation-used = Jeder Link gilt einmal. Wenn du es warst, steht das Unternehmen im Menü mit deinem Namen.
invitation-expired-title = Diese Einladung ist zu alt
invitation-expired = Ein Link gilt sieben Tage. Bitte um einen neuen, wo du eingeladen wurdest.
invitation-withdrawn-title = Diese Einladung wurde zurückgezogen
invitation-withdrawn = Frag nach, wo du eingeladen wurdest, wenn das ein Irrtum sein kann.
invitation-unknown-title = Dieser Link führt zu keiner Einladung
invitation-unknown = Vielleicht fehlt ein Stück davon, oder es gibt einen neueren. Frag nach, wo du eingeladen wurdest.
invitation-register-notice = Du wirst Mitglied des Unternehmens, das dich eingeladen hat. Nimm die Adresse, für die die Einladung ist.

problem-last-owner = Ein Unternehmen braucht jemanden, dem es gehört. Gib zuerst jemand anderem diese Rolle.
problem-already-member = Wer diese Adresse hat, ist schon Mitglied.
problem-already-invited = Diese Adresse ist schon eingeladen. Unten kannst du einen neuen Link erstellen oder die Einladung zurückziehen.
problem-too-many-invitations = Es können höchstens { $count } Einladungen warten. Zieh zuerst welche zurück.
problem-invitation-unknown = Dieser Link führt zu keiner Einladung. Vielleicht gibt es einen neueren.
problem-invitation-used = Diese Einladung ist schon angenommen.
problem-invitation-over = Diese Einladung wurde zurückgezogen oder ist zu alt.
problem-invitation-other = Die Einladung ist für eine andere E-Mail-Adresse.

done-member-invited = Die Einladung ist erstellt. Ihr Link steht unten.
done-invitation-renewed = Es gibt einen neuen Link, der alte gilt nicht mehr.
done-invitation-withdrawn = Die Einladung ist zurückgezogen.
done-invitation-accepted = Willkommen im Team!
done-role-changed = Die Rolle ist geändert.
done-handed-over = Das Unternehmen ist übergeben.
done-member-removed = Das Mitglied ist entfernt.
done-company-left = Du hast das Unternehmen verlassen.
