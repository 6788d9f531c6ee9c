### Second factors, whoever looks after the site, and the first run.

security-title = Security
security-lead = A second factor keeps others out who have learnt your password. With one set up, a login asks for it as well.
security-none = Your account is protected by its password alone.
security-manage = Manage
security-back = Back to the settings
security-app = Authenticator app
security-app-on = An authenticator app is set up.
security-app-help = An app on your phone shows a code of six digits, a new one every 30 seconds. It works without a network.
security-app-since = Set up on
security-app-begin = Set up an app
security-app-replace = Set up another app
security-app-remove = Remove the app
security-app-remove-warning = Its codes no longer let you in. Delete the entry in the app, too.
security-passkeys = Passkeys
# $count (Number) - passkeys
security-passkeys-count = { $count ->
    [one] One passkey
   *[other] { $count } passkeys
}
security-passkeys-help = With a passkey you log in by a finger, your face or a PIN: instead of the password, or after it.
security-passkey-begin = Add a passkey
security-passkey-since = Added on
security-passkey-used = last used
security-codes = Recovery codes
# $count (Number) - codes that are not used
security-codes-left = { $count ->
    [one] One recovery code is left.
   *[other] { $count } recovery codes are left.
}
security-codes-help = Each lets you in once, in place of the app or a passkey. New ones make the old ones worthless.
security-codes-renew = Make new codes

app-setup-title = Set up an authenticator app
app-setup-scan = Let the app read this picture.
app-setup-picture = Picture that an authenticator app reads
app-setup-type = Or type this key into the app:
app-setup-action = Finish
field-code = Code
field-code-help = The six digits that your app shows now.
field-recovery-code = Recovery code
field-recovery-code-help = Sixteen letters and digits. It works once.
codes-lead = Keep these codes where you find them without your phone. Each works once. They are shown now and not again.
codes-gone = Recovery codes are shown for a few minutes after they were made. If you have not kept yours, make new ones.
codes-kept = I have kept them

passkey-new-title = Add a passkey
passkey-new-lead = Give it a name by which you know it again, then follow what your browser asks.
passkey-new-action = Create the passkey
passkey-needs-scripts = If there is no button here, switch JavaScript on, or use a newer browser.
field-passkey-name = Name of the passkey
field-passkey-name-help = Where it is, such as “Phone” or “Security key”.
passkey-rename = Rename
passkey-remove = Remove the passkey
passkey-remove-warning = It no longer lets you in. Delete it on your device, too.

login-passkey = Log in with a passkey
code-title = One more step
code-lead = Your password is right. Now type the code that your authenticator app shows.
code-lead-passkey = Your password is right. Now use your passkey.
code-passkey = Use a passkey
code-recovery = Use a recovery code

problem-wrong-code = This code is wrong, too old, or was used already. Your app shows a new one every 30 seconds.
problem-wrong-recovery-code = This is none of your recovery codes, or it was used already.
problem-passkey-failed = The passkey did not work. Please try again.
problem-passkeys-off = Browsers take passkeys only for sites with a name and HTTPS. This one has none.
# $count (Number) - the most that fit
problem-too-many-passkeys = There is room for { $count } passkeys. Please remove one first.
problem-login-is-over = That took too long. Please log in again.
problem-setup-is-over = This was begun somewhere else, or too long ago. Please begin again.
problem-no-factor = Set up an app or a passkey first.
problem-staff-needs-factor = You look after this site, so you need a second factor. Set up another one first.
done-app-added = The authenticator app is set up.
done-app-removed = The authenticator app is removed.
done-passkey-added = The passkey is added.
done-passkey-renamed = The passkey has a new name.
done-passkey-removed = The passkey is removed.
done-codes-renewed = These are your new recovery codes.
error-factor-needed = You look after this site. For that your account needs a second factor: set up an authenticator app or a passkey.
factor-needed-action = Set one up

staff-admin = Admin
staff-moderator = Moderator
setup-title = Set up this site
setup-lead = You make the first admin. After that you set up a second factor, which admins need.
setup-action = Make the account
setup-over-text = It was used, is older than a day, or there is an admin already. The log tells a new one when the server starts and nobody has an account.
join-title = Create your account
# $email (String) - the address that the invitation is for
join-lead = You are invited to this site, with the address { $email }.
join-over-text = It was used, a newer one has taken its place, or it is older than seven days.
