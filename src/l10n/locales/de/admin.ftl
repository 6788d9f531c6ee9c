### Seiten derer, die sich um die Seite kümmern.

admin-title = Verwaltung
admin-overview = Übersicht
admin-staff = Team der Seite
admin-staff-help = Das ändert, wer das Programm betreibt: jobi user staff, jobi user invite --staff.
admin-name = Name
admin-role = Rolle
admin-factor = Zweiter Faktor
admin-factor-yes = eingerichtet
admin-factor-no = fehlt: keine Seite der Verwaltung öffnet sich
admin-shut-out = ausgesperrt
admin-reports = Meldungen
admin-reports-waiting = { $count ->
    [0] Keine Meldung wartet.
    [one] Eine Meldung wartet.
   *[other] { $count } Meldungen warten.
}
admin-reports-lead = Unterhaltungen, die gemeldet wurden, die ältesten zuerst.
admin-reports-none = Keine Meldung wartet.
admin-report-by = Gemeldet von
admin-report-seeker = Bewerber:in
admin-report-company = Unternehmen
admin-report-posting = Stelle
admin-report-handle = Ich habe es mir angesehen
done-report-handled = Die Meldung ist erledigt. Wer sie gemacht hat, erfährt davon.
admin-audit = Protokoll
admin-audit-lead = Wer was von wo getan hat und wie es ausging. Nichts darin lässt sich ändern.
admin-audit-none = Davon steht nichts im Protokoll.
admin-audit-act = Vorgang
admin-audit-every-act = Alle Vorgänge
admin-audit-person = E-Mail oder Kennung einer Person
admin-audit-show = Zeigen
admin-audit-outcome = Ausgang
admin-audit-who = Wer
admin-audit-thing = Woran
admin-audit-from = Von
admin-audit-when = Wann
