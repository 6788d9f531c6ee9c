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
