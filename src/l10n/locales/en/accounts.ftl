### Words of accounts: what cannot be done, and what was.

problem-email-taken = There is an account with this e-mail address already.
problem-common-password = This password is one of the first that an attacker would try. Please choose another.
problem-wrong-password = This is not your current password.
problem-wrong-login = E-mail and password do not belong together.
done-welcome = Welcome to Jobi!
done-logged-out = You are logged out.
done-account-saved = Your details are saved.
done-password-changed = Your password is changed. Every other session has ended.
done-session-ended = The session has ended.
done-account-deleted = Your account is deleted.
problem-link-is-over = This link is not good any more.
problem-already-confirmed = Your address is confirmed already.
problem-not-confirmed = Please confirm your e-mail address first: open the link in the mail that we sent you. Your settings can send another.
done-sessions-ended = Every other session has ended.
done-password-link-sent = If there is an account with this address, a link is on its way. It is good for 30 minutes.
done-password-reset = Your new password is set. Log in with it.
done-email-change-cancelled = Your address stays as it is.
confirm-notice = Your e-mail address is not confirmed yet: before it is, you cannot apply, publish or invite. Open the link in the mail that we sent you.
done-confirmation-sent = A link is on its way to your mailbox.
done-email-confirmed = Your address is confirmed.
