### Words of notifications.

notifications-title = Notifications
notifications-empty = Nothing new
notifications-none-of-kind = Nothing of this kind
notifications-empty-text = What concerns you shows up here the moment it happens.
notifications-all-read = Mark all as read
notifications-read = Mark as read
notifications-see-all = See all notifications
notifications-kind = Kind
notifications-every-kind = Everything
notifications-show = Show
notifications-new = new
# $count (Number) - unread
notifications-bell = { $count ->
    [0] Notifications
    [one] Notifications, { $count } unread
   *[other] Notifications, { $count } unread
}
done-notifications-read = All is marked as read.

notification-kind-applied = New applications
notification-kind-stage-changed = Changed stages
notification-kind-withdrawn = Withdrawn applications
notification-kind-message = Messages
notification-kind-message-request = Questions
notification-kind-posting-closed = Closed postings

# $count (Number) - applications
# $name (String) - of the candidate
# $title (String) - of the posting
notification-applied = { $count ->
    [one] { $name } applied for { $title }
   *[other] { $count } new applications for { $title }
}
# $stage (String) - that it has come to
# $title (String) - of the posting
notification-stage-changed = Your application for { $title }: { $stage ->
    [received] { stage-received }
    [in_review] { stage-in-review }
    [interview] { stage-interview }
    [offer] { stage-offer }
    [hired] { stage-hired }
    [rejected] { stage-rejected }
    [withdrawn] { stage-withdrawn }
   *[other] { $stage }
}
# $count (Number) - applications
# $name (String) - of the candidate
# $title (String) - of the posting
notification-withdrawn = { $count ->
    [one] { $name } withdrew from { $title }
   *[other] { $count } candidates withdrew from { $title }
}
# $count (Number) - messages
# $name (String) - who wrote
# $title (String) - of the posting
notification-message = { $count ->
    [one] { $name } wrote to you about { $title }
   *[other] { $count } new messages from { $name } about { $title }
}
# $name (String) - who asks
# $title (String) - of the posting
notification-message-request = { $name } has a question about { $title }
# $title (String) - of the posting
notification-posting-closed = { $title } has closed

notifications-settings = Notification settings
notifications-settings-lead = What you are told of, and what the other side of a conversation sees of you.
notifications-settings-kinds = Tell me about
notifications-settings-mails = Send me mails about
notifications-settings-mails-help = Only what you have not read by then: messages after ten minutes.
notifications-settings-rhythm = How often
rhythm-at-once = At once
rhythm-daily = Once a day, in the morning
rhythm-weekly = Once a week, on Monday
rhythm-never = Never
notifications-settings-quiet-from = No mails from
notifications-settings-quiet-to = until
notifications-settings-quiet-never = –
unsubscribe-title = No more of these mails
# $kind (String) - what the mails are about
unsubscribe-lead = You get mails about: { $kind }. On the site you go on being told.
unsubscribe-digest-lead = You get a summary of what you have not read. Without it you get no mails about notifications at all; on the site you go on being told.
unsubscribe-action = End these mails
problem-nobodys-link = This link belongs to nobody. You can choose your mails in your settings.
done-mails-ended = You get no more of these mails.
notifications-settings-shown = Show the other side
notifications-settings-shown-help = Works both ways: what you hide from others, you do not see of them.
notifications-settings-save = Save
notifications-desktop = Show on this desktop too
notifications-desktop-on = Notifications are shown on this desktop while a page of Jobi is open.
notifications-desktop-denied = Your browser does not allow notifications of this site.
done-notifications-saved = Your settings are saved.
shown-reading = When I have read a message
shown-typing = When I am writing
shown-presence = When I am online, or was last
notification-kind-posting-closing = Postings that close soon
notification-kind-member-joined = New colleagues
notification-kind-report-handled = Reports of mine
# $title (String) - of the posting
notification-posting-closing = { $title } closes within three days
# $name (String) - of the colleague
# $title (String) - of the company
notification-member-joined = { $name } joined { $title }
# $title (String) - of the posting
notification-report-handled = Your report about { $title } was handled
