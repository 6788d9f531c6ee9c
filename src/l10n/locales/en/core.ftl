### Words of the frame, of forms, errors and accounts.

language-name = English

## Numbers and dates

number-group = ,
number-decimal = .
months = January|February|March|April|May|June|July|August|September|October|November|December
# $day (String) - day of the month
# $month (String) - name of the month
# $year (String) - year
date-long = { $day } { $month } { $year }
# $day (String) - the day in words
# $clock (String) - hours and minutes
date-exact = { $day }, { $clock } UTC
ago-now = just now
ago-minutes = { $count ->
    [one] 1 minute ago
   *[other] { $count } minutes ago
}
ago-hours = { $count ->
    [one] 1 hour ago
   *[other] { $count } hours ago
}
ago-days = { $count ->
    [0] today
    [1] yesterday
   *[other] { $count } days ago
}
in-minutes = { $count ->
    [one] in 1 minute
   *[other] in { $count } minutes
}
in-hours = { $count ->
    [one] in 1 hour
   *[other] in { $count } hours
}
in-days = { $count ->
    [1] tomorrow
   *[other] in { $count } days
}

## Frame

# $title (String) - the page's own title
page-title = { $title } · Jobi
skip-to-content = Skip to content
nav-label = Main
nav-menu = Menu
nav-jobs = Jobs
nav-companies = Companies
nav-messages = Messages
# $count (Number) - conversations
nav-messages-unread = { $count ->
    [one] { $count } with new messages
   *[other] { $count } with new messages
}
nav-for-me = For you
nav-applications = Applications
nav-resumes = Resumes
nav-employer = Dashboard
nav-profile = Profile
nav-settings = Settings
nav-login = Log in
nav-logout = Log out
nav-register = Sign up
employer-overview = Overview
employer-postings = Postings
employer-candidates = Candidates
employer-company = Company
footer-about = Jobi is a job board that you host yourself.
footer-language = Language
pager-label = Pages
pager-previous = Previous
pager-next = Next
toast-close = Close
not-found-title = There is nothing here
not-found-action = See open jobs
error-title = That did not work

## Forms

form-optional = optional
form-save = Save
form-delete = Delete
field-name = Your name
field-email = E-mail
field-password = Password
field-password-help = 10 to 128 characters of any kind, better 15. A few unrelated words are easy to remember and hard to guess.
field-old-password = Current password
field-email-password = Password to confirm
field-email-password-help = Only when you change the e-mail address, because whoever has that can have the account.
field-new-password = New password
field-company = Company

## Errors

error-fields = Some fields need another look.
error-unauthorized = Please log in first.
error-elsewhere = Look for it as somebody else that you act for
error-forbidden = Your account cannot do this.
done-other-person = The page that you sent this from was opened before somebody logged in in this browser. Nothing was sent; this is how it looks now.
error-other-person = Since this page was opened, somebody has logged in in this browser. It shows what was before, and nothing is sent from it any more. Reload the page to go on.
error-not-found = What you are looking for does not exist, or is not yours to see.
# $seconds (Number) - how long to wait
error-too-many = Too many tries. Please wait { $seconds } seconds and try again.
error-malformed = The request could not be understood. Please reload the page and try again.
error-internal = Something broke on our side. It has been noted; please try again in a moment.
error-unavailable = Saving or reading does not work at the moment. Nothing is wrong with what you sent; please try again in a few seconds.
error-no-space = There is no room left to store this. Whoever runs this site has to make some; please try again later.
error-offline = The site could not be reached. Check your connection and try again.
reload-needed = This page is no longer up to date. What you have sent is safe.
reload-logged-out = You are logged out here. What you typed is kept. Reload the page to log in again.
reload = Reload
reload-offline = You are offline, and that page is not in your browser yet.
try-again = Try again
problem-required = Please fill this in.
# $count (Number) - characters
problem-too-short = Please use at least { $count } characters.
# $count (Number) - characters
problem-too-long = Please use at most { $count } characters.
# $count (Number) - entries
problem-too-many = Please give at most { $count }.
problem-not-an-email = Please enter an e-mail address like name@example.org.
problem-not-an-amount = This is no amount that we can read. Please write it like 60000, 60,000 or 15.50.
# $sign (String) - the first sign that is no part of a number
problem-amount-begins = We cannot read this: “{ $sign }” is no part of an amount. Please write one like 60000, 60,000 or 15.50.
# $read (String) - the amount that the text begins with
# $sign (String) - the sign behind it
problem-amount-read-to = We read “{ $read }”, but not the “{ $sign }” behind it. Please write one amount, like 60000, 60,000 or 15.50.
problem-not-a-date = Please enter a date like 2027-01-31.
problem-not-an-address = Please enter a web address like https://example.org.
problem-not-a-phone = Please enter a phone number like +49 30 123456.
problem-not-a-choice = Please choose one of the list.
# $read (String) - what was read
# $least (String) - the least
problem-amount-too-small = We read this as “{ $read }”. Please enter at least { $least }.
# $read (String) - what was read
# $most (String) - the most
problem-amount-too-large = We read this as “{ $read }”. Please enter at most { $most }.
problem-other-currency = This amount names another currency than the one that is chosen. Please choose the one you mean.
# $start (String) - the lower end
# $end (String) - the upper end
problem-range-reversed = We read this as { $start } to { $end }: the upper end is below the lower end.
problem-in-the-past = Please choose today or a later day.
# $count (Number) - days
problem-too-far = Please choose a day within { $count } days.
problem-not-a-pdf = This is not a PDF, whatever its name says. Please save your document as a PDF and choose that.
problem-is-document = This is a document, but no PDF. Please save it as a PDF (Save as, or Export) and choose that.
problem-is-picture = This is a picture. Please put it into a PDF (Print, Save as PDF) and choose that.
problem-pdf-locked = This PDF opens with a password only, so nobody could read it. Please save it without one.
problem-pdf-damaged = This PDF is damaged: no page of it can be opened. Please save it anew.
problem-pdf-too-heavy = This PDF takes too long to open. Please print it to a new PDF and choose that.
problem-empty-file = This file is empty.
problem-not-a-picture = This is not a PNG, JPEG or WebP picture.
problem-picture-damaged = This picture is damaged: it cannot be opened. Please save it anew.
# $count (Number) - megabytes
problem-file-too-large = This file is larger than { $count } MB.
# $count (Number)
problem-quota-full = There is room for { $count } MB of your files, and this one is over that. Delete some that you no longer need.
problem-no-file = Please choose a file.
# $count (Number)
problem-form-too-large = This is more than { $count } kB of text. Please shorten it.
problem-stale = Somebody changed this meanwhile. Please look again before you change it.

## Accounts

login-title = Log in
login-action = Log in
login-cookies-refused = Your browser did not keep the cookie by which this site knows you, so you are not logged in. Allow cookies for this site, then log in again. If you have just registered, your account is there.
login-no-account = New here?
login-register = Create an account
forgot-link = Forgot your password?
forgot-title = Forgot your password?
forgot-lead = Give the address of your account. We send you a link that sets a new password.
forgot-action = Send the link
forgot-back = Back to the login
link-over-title = This link is not good any more
reset-title = Set a new password
# $email (String) - the account's address
reset-lead = For the account { $email }. You are logged out everywhere else.
reset-action = Set password
reset-over-text = It was used, a newer one has taken its place, or it is older than 30 minutes.
reset-over-action = Ask for a new link
confirm-title = Confirm your e-mail address
# $email (String) - the address
confirm-lead = So that answers reach you at { $email }.
confirm-action = Confirm the address
confirm-over-text = It was used, or it is older than three days. You can ask for a new one in your settings.
# $email (String) - the address
settings-confirm-address = Your address { $email } is not confirmed yet. Open the link in the mail that we sent you.
# $new (String) - the new address
# $old (String) - the present one
settings-new-address = { $new } takes the place of { $old } once you open the link in the mail that we sent there.
# $email (String) - the address
settings-address-refused = Mails to { $email } come back. Check the address, or ask for a new link once your mailbox works again.
settings-new-address-cancel = Keep the old address
settings-confirm-again = Send the link again
settings-sessions-end = End all others
register-title = Create an account
register-lead = Free for job seekers and employers.
register-role = What brings you here?
register-as-seeker = I am looking for a job
register-as-employer = I am hiring
register-company-help = Your company’s page is made with your account.
register-action = Create account
register-have-account = Have an account?
register-login = Log in
settings-title = Settings
settings-account = You
settings-password = Password
settings-password-help = A new password ends your sessions everywhere else.
settings-password-action = Change password
settings-sessions = Where you are logged in
settings-session-current = this one
settings-session-seen = last used
settings-session-ends = ends at the latest on
settings-session-end = End
settings-session-unknown = Unknown browser
settings-delete = Delete account
settings-delete-warning = Your profile, resumes and applications are deleted for good. When you are the last member of a company, its postings are closed.
settings-delete-action = Delete my account

