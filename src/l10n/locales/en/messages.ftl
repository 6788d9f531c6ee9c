### Words of conversations.

messages-title = Messages
messages-lead = What you and the other side write to each other, by posting.
messages-empty = No messages yet
messages-empty-seeker = Open one of your applications to write to the company.
messages-empty-company = Open a candidate to write to them.
messages-none-found = No conversation fits
messages-none-found-text = Try other words, or show all of them.
messages-all = Show all
messages-search = Search conversations
messages-search-action = Search
messages-list = Conversations
messages-choose = Choose a conversation to read it.
# $count (Number) - messages
messages-unread = { $count ->
    [one] { $count } unread message
   *[other] { $count } unread messages
}

conversation-requested = Request
conversation-open = Open
conversation-declined = Declined
# $title (String) - of the posting
conversation-about = About { $title }
conversation-older = Older messages
conversation-newest = Newest messages
conversation-text = Message
conversation-text-help = Enter sends, Shift and Enter begin a new line.
conversation-send = Send
conversation-empty = Nothing has been written yet.
conversation-new = New messages
conversation-sending = Sending
conversation-waits = Waits until you log in again
conversation-sent = Sent
conversation-read = Read
conversation-failed = Not sent
conversation-retry = Send again
conversation-deleted = This message was deleted.
conversation-edited = edited
# $name (String) - who writes
conversation-typing = { $name } is writing …
conversation-closed = This conversation takes no more messages.
conversation-waiting = Your question was sent. You can write more once the company has answered.
conversation-logged-out = You are logged out.
conversation-offline-files = You are offline. A message with files is not sent by itself: send it when the connection is back.
conversation-offline = You are offline. What you write is sent when the connection is back.
conversation-unanswered = The site is not answering. What you write is sent when it does.
conversation-open-action = Write a message
conversation-messages = Messages of this conversation

problem-conversation-closed = This conversation takes no more messages from you.

messages-show = Show
messages-show-newest = Newest first
messages-show-unread-first = Unread first
messages-show-unread = Unread only
conversation-files = Attach files
conversation-files-help = PDF, PNG, JPEG or WebP, at most five with 10 MB together.
conversation-edit = Edit
conversation-edit-title = Edit message
conversation-edit-cancel = Cancel
conversation-delete = Delete
conversation-delete-warning = The text and files of this message go for both sides.
conversation-delete-action = Delete this message
conversation-save = Save
conversation-accept = Accept
conversation-decline = Decline
conversation-asks = This is a question before an application. Answering accepts it.
conversation-declined-text = The company has declined this question.
conversation-declined-by-you = You have declined this question.
conversation-block = Block
conversation-block-warning = Neither side can write any more until you take it back.
conversation-block-action = Block this conversation
conversation-unblock = Unblock
conversation-blocked = This conversation is blocked.
conversation-blocked-by-you = You have blocked this conversation.
conversation-report-reason = What is wrong?
conversation-report-action = Send the report
conversation-more = More
conversation-online = Online
# $when (String) - "3 hours ago"
conversation-seen = Last seen { $when }
ask-title = Ask a question
# $company (String) - who is asked
# $title (String) - of the posting
ask-lead = { $company } gets your question about { $title } as a request, and can answer or decline it.
ask-closed = This posting is closed, so it takes no questions.
ask-send = Send question
ask-go-on = See the conversation
done-question-sent = Your question is on its way.
done-reported = Thank you. The operator will look at it.
problem-too-late = A message can be changed for 15 minutes only.
# $count (Number) - companies
problem-too-many-questions = You have asked { $count } companies today. Try again tomorrow.
# $number (Number) - its place among those chosen
problem-not-an-attachment = File { $number } is no PDF, PNG, JPEG or WebP file, or is damaged.
# $number (Number) - its place among those chosen
problem-empty-attachment = File { $number } is empty.
# $number (Number) - its place among those chosen
problem-locked-attachment = File { $number } opens with a password only. Please save it without one.
# $number (Number) - its place among those chosen
problem-damaged-attachment = File { $number } is damaged: it cannot be opened.
conversation-discard = Discard
conversation-files-remove = Remove files
conversation-editing = You are editing a message. Escape leaves it as it was.
conversation-report-title = Report this conversation
# $text (String) - the newest message, which is one's own
messages-mine = You: { $text }
# $name (String) - of the colleague
# $text (String) - the newest message, which they wrote
messages-of-colleague = { $name }: { $text }
ask-there = You have asked about this posting already.

# $count (Number)
problem-company-quota-full = There is room for { $count } MB of files that your company has sent, and this is over that.
problem-unanswerable = This conversation no longer allows that.
