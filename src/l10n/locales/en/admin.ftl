### Pages of the site's staff.

admin-title = Administration
admin-overview = Overview
admin-staff = Staff
admin-staff-help = Whoever runs the program changes this: jobi user staff, jobi user invite --staff.
admin-name = Name
admin-role = Role
admin-factor = Second factor
admin-factor-yes = set up
admin-factor-no = missing: no page of the administration opens
admin-shut-out = shut out
admin-reports = Reports
# $count (Number) - reports that wait
admin-reports-waiting = { $count ->
    [0] No report waits.
    [one] One report waits.
   *[other] { $count } reports wait.
}
admin-reports-lead = Conversations that people have reported, the oldest first.
admin-reports-none = No report waits.
admin-report-by = Reported by
admin-report-seeker = Job seeker
admin-report-company = Company
admin-report-posting = Posting
admin-report-handle = I have looked at it
done-report-handled = The report is handled. Whoever made it is told.
admin-audit = Audit log
admin-audit-lead = Who did what, from where, and how it ended. Nothing in it can be changed.
admin-audit-none = There is nothing of that in the log.
admin-audit-act = Act
admin-audit-every-act = Every act
admin-audit-person = E-mail or id of a person
admin-audit-show = Show
admin-audit-outcome = Outcome
admin-audit-who = Who
admin-audit-thing = On what
admin-audit-from = From
admin-audit-when = When
