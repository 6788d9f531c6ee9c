# What happens to what is typed into forms.

# $name (String) - who is logged in
login-logged-in = You are logged in as { $name }. To use another account, log in with it here.
# $name (String) - who is logged in
login-go-on = Go on as { $name }
# $name (String) - who has logged in
login-carried-other = Since you opened that page, { $name } has logged in in this browser, so nothing was sent. Log in as yourself to go on: what you typed is kept. If you had chosen a file, please choose it again.
login-carried = You were logged out meanwhile. Log in to go on: what you typed is kept. If you had chosen a file, please choose it again.
form-login-elsewhere = Log in in another tab
form-login-then = Then send this again: what you typed stays here.
upload-choose-again = If you had chosen a file, please choose it again.
unsent-title = What you wrote
unsent-text = It could not be sent. It is not stored anywhere: copy what you want to keep.
form-leave = You have changes here that are not sent or saved. Leave all the same?
form-drop = You have changes here that are not saved. They would be lost. Go on all the same?
draft-restored = Here is what you typed and did not send. This browser kept it for you.
draft-offered = This browser kept changes that you typed and did not save. What is stored has changed since.
draft-put-in = Put them in
draft-discard = Discard
drafts-forget = This browser keeps what you typed and did not send, for when you are back. OK deletes it, Cancel keeps it; you are logged out either way.
# $count (Number) - characters
characters-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
}
# $count (Number) - characters
characters-too-many = { $count ->
    [one] { $count } character too many
   *[other] { $count } characters too many
}
# $count (String) - a number of characters
characters-at-most = At most { $count } characters
posting-preview-typed = This is what you typed. It is not saved yet.
posting-preview-back = Go on editing
posting-close-warning = Nobody can apply any more once it is closed. You can open it again.
posting-close-action = Close posting
