### What mails say. Browsers do not get these.

# $name (String) - who gets it
mail-hello = Hello { $name },
mail-reason-account = You get this mail because of your account. It belongs to the account's safety, so it cannot be switched off.
mail-not-you = If it was not you, set a new password now. That ends every session.
mail-not-you-action = Set a new password
mail-confirm-subject = Confirm your e-mail address
mail-confirm-text = Please confirm that this is your address, so that answers reach you. If you have not asked for this, do nothing.
mail-confirm-action = Confirm the address
mail-reset-subject = Set a new password
mail-reset-text = Somebody, hopefully you, has asked for a new password for your account. This link sets one. It works once, for 30 minutes.
mail-reset-ignore = If it was not you, do nothing: your password stays as it is.
mail-reset-action = Set a new password
mail-password-changed-subject = Your password was changed
mail-password-changed-text = The password of your account is a new one from now on. Every other session has ended.
mail-email-change-subject = Your account is to get another e-mail address
# $address (String) - the new address, mostly hidden
mail-email-change-text = Somebody who knows your password wants your account to have the address { $address }. It gets it once that address is confirmed.
mail-email-change-not-you = If it was not you, set a new password now. That takes the change back, and ends every session.
mail-email-changed-subject = Your e-mail address was changed
# $address (String) - the new address, in part
mail-email-changed-text = Your account now has the address { $address }. You get no more mails here.
mail-email-changed-not-you = If it was not you, answer at once to whoever runs this site.
mail-sign-in-subject = New sign-in to your account
# $device (String) - browser and system
# $address (String) - IP address
mail-sign-in-text = Somebody has just logged in to your account with a browser that was not seen before: { $device }, from { $address }. If it was you, there is nothing to do.
mail-taken-subject = You have an account already
mail-taken-text = Somebody, maybe you, has just tried to register with your address. There is an account with it already, and nothing about it has changed.
mail-taken-forgot = If it was you and you do not remember the password, set a new one.
mail-notification-action = Have a look
# $kind (String) - what it is about
mail-reason-notification = You get this mail because you want to be told of: { $kind }. To end such mails:
mail-reason-digest = You get this mail because you want a summary of what you have not read. To end it:
# $count (Number) - notifications
mail-digest-subject = { $count ->
    [one] One thing that you have not seen yet
   *[other] { $count } things that you have not seen yet
}
# $by (String) - who invites
# $company (String) - the company
mail-invitation-subject = { $by } invites you to { $company }
# $by (String) - who invites
# $company (String) - the company
# $role (String) - the role there
mail-invitation-text = { $by } wants to work with you at { $company }. Your role there: { $role }.
mail-invitation-bound = The link is for you alone and works once, within seven days. It also works if you have no account yet.
mail-invitation-action = Look at the invitation
# $by (String) - who invites
mail-invitation-reason = You get this mail because { $by } has given your address. If you do not know what it is about, do nothing.
# $title (String) - the posting
mail-receipt-subject = Your application for { $title } was received
# $company (String) - the company
# $title (String) - the posting
mail-receipt-text = { $company } has your application for { $title }. You can see where it stands at any time, write to them, and withdraw it.
mail-receipt-action = See your application
mail-receipt-reason = You get this mail because you have applied.

# $company (String) - a company's name
# $role (String) - what the role is called
mail-role-subject = Your role at { $company }: { $role }
# $by (String) - a person's name
# $company (String) - a company's name
# $role (String) - what the role is called
mail-role-text = { $by } has changed your role at { $company }. It is now: { $role }.
# $company (String) - a company's name
mail-removed-subject = You are no longer in the team of { $company }
# $by (String) - a person's name
# $company (String) - a company's name
mail-removed-text = { $by } has taken you out of the team of { $company }. What you have written there stays with the company.
# $company (String) - a company's name
mail-reason-team = You get this mail because you are, or were, in the team of { $company }.
mail-factor-subject = The protection of your account was changed
mail-factor-app-added = An authenticator app was set up for your account. From now on a login asks for its code.
mail-factor-app-removed = The authenticator app of your account was removed. Its codes are not asked for any more.
# $name (String) - as its owner calls it
mail-factor-passkey-added = A passkey was added to your account: { $name }. One can log in with it.
# $name (String) - as its owner calls it
mail-factor-passkey-renamed = A passkey of your account has a new name: { $name }.
# $name (String) - as its owner calls it
mail-factor-passkey-removed = A passkey of your account was removed: { $name }. Nobody can log in with it any more.
mail-factor-codes-renewed = New recovery codes were made for your account. The old ones are worthless.
# $count (Number) - codes that are not used
mail-factor-code-used = { $count ->
    [0] Somebody has just logged in to your account with its last recovery code. Make new ones in the settings.
    [one] Somebody has just logged in to your account with a recovery code. One is left.
   *[other] Somebody has just logged in to your account with a recovery code. { $count } are left.
}
mail-join-subject = You are invited to make an account
mail-join-text = Whoever runs this site invites you to make an account with this address.
# $role (String) - what they are to be
mail-join-staff = Whoever runs this site invites you to look after it. Your role: { $role }. You will need a second factor, such as an authenticator app.
mail-join-bound = The link is for you alone and works once, within seven days.
mail-join-action = Create the account
mail-join-reason = You get this mail because whoever runs the site has given your address. If you do not know what it is about, do nothing.
# $title (String) - the posting
mail-guest-confirm-subject = Confirm your application for { $title }
# $company (String) - the company
# $title (String) - the posting
mail-guest-confirm-text = Somebody, hopefully you, has applied for { $title } at { $company } with this address. Behind this link you see what was written, and send it. Until then { $company } sees nothing of it.
mail-guest-confirm-time = If you do nothing, it is deleted after three days. Keep the link afterwards: with it you see where your application stands, answer and withdraw.
mail-guest-confirm-account = You have an account with this address. You need not log in to confirm; the application is in your account then.
mail-guest-confirm-action = Look it over and send it
mail-guest-confirm-reason = You get this mail because somebody has applied with your address. If it was not you, do nothing.
# $title (String) - the posting
mail-guest-link-subject = Your application for { $title }
# $company (String) - the company
# $title (String) - the posting
mail-guest-link-text = Here is a new link to your application for { $title } at { $company }. With it you see where it stands, answer and withdraw. The earlier links work as well.
# $company (String) - the company
# $title (String) - the posting
mail-guest-message-subject = { $company } has written to you: { $title }
mail-guest-message-file = (A file: you find it behind the link.)
mail-guest-message-answer = You can answer behind the link; answers to this mail reach nobody.
mail-guest-message-action = Read and answer
# $title (String) - the posting
mail-guest-stage-subject = News of your application for { $title }
# $company (String) - the company
# $stage (String) - where it stands
# $title (String) - the posting
mail-guest-stage-text = { $company } has decided about your application for { $title }. It stands here now: { $stage }.
# $company (String) - the company
# $title (String) - the posting
mail-noted-subject = { $company } has added you as a candidate: { $title }
# $company (String) - the company
# $title (String) - the posting
# $when (String) - a day
mail-noted-text = { $company } has added you as a candidate for { $title } and keeps data about you since { $when }. You have not sent anything yourself; therefore we tell you.
# $company (String) - the company
# $kept (String) - what is kept
# $source (String) - where the company knows them from
mail-noted-kept = What { $company } keeps: { $kept }. Where it knows you from: { $source }.
mail-noted-name = name
mail-noted-email = e-mail address
mail-noted-phone = phone number
mail-noted-resume = resume
# $company (String) - the company
mail-noted-why = Why: { $company } wants to consider you for the job; that is its legitimate interest (Art. 6 (1) (f) GDPR). It is kept while the position is being filled, and not after you have objected.
# $company (String) - the company
mail-noted-rights = Your rights: you may ask { $company } for access, correction, restriction and erasure, object at any time, and complain to a supervisory authority. Behind the link you see all that is kept, and can object: then it is deleted at once. Or you say there that it is you, and follow how it goes on.
mail-noted-action = See it, go on or object
# $company (String) - the company
mail-noted-reason = You get this mail because { $company } has given your address. If you do nothing, nothing of it gets into an account, and { $company } keeps it for the time named.
# $title (String) - of the posting
mail-stage-subject = News of your application for { $title }
