### Words of applications without an account, on both sides.

guest-choice = With an account you see all your applications in one place. It also works without one.
guest-login = Log in
guest-upload-help = PDF, at most 10 MB.
guest-email-help = A mail with a link goes there. The company sees nothing until you confirm it.
guest-title = Applications without an account
guest-lead = What you have sent without an account is behind a link that was mailed to you. Here you get a new one.
guest-links-action = Mail me the links
guest-sent-title = Look into your mailbox
guest-sent-text = The mail has a link that confirms your application. Until you open it and confirm, the company sees nothing; after three days what you have sent is deleted.
guest-sent-again = No mail? Look among unwanted ones, or have it sent again.
guest-unknown-title = This link is not good any more
guest-unknown-text = Its time is over, what it led to is deleted, or it was not copied as a whole. You can get a new one by mail.
guest-unknown-action = Get a new link
guest-account-title = This application is in your account
guest-account-text = Log in to see where it stands.
guest-account-action = See your application
# $title (String) - of the posting
guest-confirm-title = Send your application: { $title }
# $company (String) - its name
guest-confirm-lead = { $company } sees nothing of it yet. Look it over and send it.
guest-confirm-action = Send it now
# $when (String) - a day
guest-confirm-until = If you do nothing, it is deleted on { $when }.
guest-thread = Messages
# $company (String) - its name
guest-thread-empty = Nothing has been written yet. You can ask { $company } something here.
guest-thread-older = Older messages
guest-thread-closed = This conversation takes no messages.
guest-you = You
guest-answer = Your message
guest-answer-action = Send message
# $company (String) - its name
guest-answer-help = { $company } gets it at once. Answers come to you by mail.
guest-sign-up-title = Make an account of it
# $email (String) - the address
guest-sign-up-text = With an account for { $email } you find all your applications in one place, and are told in it what is new. What you have sent becomes your account's. Only a password is missing.
guest-sign-up-action = Make an account
guest-erase = Delete everything
# $company (String) - its name
guest-erase-warning = { $company } then has nothing of you any more: no name, no address, no resume, no message. That there was an application stays in its figures. This cannot be undone.
guest-erase-action = Delete everything now
notification-somebody = Somebody
candidate-guest = no account
candidate-guest-text = Applied without an account: what you write goes by mail.
done-guest-confirmed = Your application is on its way. Good luck!
done-guest-again = You have applied for this job before. Here it is.
done-guest-link-mailed = If something was sent from this address without an account, a mail with the links is on its way.
done-guest-answered = Your message is sent.
done-guest-erased = Everything is deleted.
done-guest-signed-up = Welcome! Your application is in your account now.
problem-guest-link-over = This link is not good any more. You can get a new one by mail.
problem-has-account = There is an account with this address already. Log in; if you do not know the password, set a new one with “Forgot your password?”. Then this application is in the account.
