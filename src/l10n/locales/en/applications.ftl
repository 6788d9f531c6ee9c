### Words of applications, on both sides.

## Apply

# $title (String) - of the posting
apply-title = Apply: { $title }
# $company (String) - its name
apply-lead = Your application goes to { $company }, and to nobody else.
apply-resume = Resume
apply-upload = Upload a resume
apply-upload-another = Or upload another
apply-upload-help = PDF, at most 10 MB. It is kept among your resumes.
apply-job = About the job
apply-place = Place
apply-work = Work
apply-description = What the posting says
apply-new-resume = A new resume
apply-kept = What you type is kept in this browser for 30 days, until you send it.
apply-letter = Cover letter
apply-letter-help = Why this job, why you? A few lines are enough.
apply-phone = Phone
apply-action = Send application
apply-back = Back to the posting
apply-sent = You have applied for this job
apply-sent-text = One application goes to each posting. See where yours stands.
apply-see = See your application
apply-closed = This posting takes no applications any more
apply-closed-text = It has closed or run out.
apply-for-hiring = Your account is for hiring
apply-for-hiring-text = To apply for jobs, log out and sign up as a job seeker, with another e-mail address.

## Sent applications

applications-title = Applications
applications-empty = No application yet
applications-empty-text = What you send shows up here, with the stage that it has come to.
applications-find = Find jobs
applications-active = In progress
applications-over = Closed
applications-none-active = Nothing in progress
applications-none-active-text = Your earlier applications are under “Closed”.
applications-none-over = Nothing closed
applications-none-over-text = Applications that are decided or withdrawn move here.
application-stands = Where it stands
# $count (Number) - messages
application-unread = { $count ->
    [one] 1 new message
   *[other] { $count } new messages
}
application-step-done = done
application-step-here = here now
application-step-ahead = still ahead
# $company (String) - its name
application-next-received = Next, { $company } reads what you sent. You hear here, and by notification, as soon as it moves on.
# $company (String) - its name
application-next-review = { $company } is reading your application. If they want to meet you, they write to you here.
# $company (String) - its name
application-next-interview = { $company } wants to get to know you. When and how stands in your messages, or will soon.
# $company (String) - its name
application-next-offer = { $company } wants to make you an offer. Talk it over in your messages.
# $company (String) - its name
application-next-hired = { $company } has hired you. Congratulations!
# $company (String) - its name
application-next-rejected = { $company } goes on with others this time. Thank you for having applied; what you sent stays with you here.
application-similar = Similar jobs
application-stage = Stage
application-sent = Sent
application-changed = Last change
application-history = What happened
application-contents = What you sent
application-name = Name
application-email = E-mail
application-phone = Phone
application-resume = Resume
application-resume-deleted = deleted from your list
application-letter = Cover letter
application-posting = See the posting
application-withdraw = Withdraw
application-withdraw-warning = The employer learns that you are no longer interested and no longer sees your contact data, letter, profile and resume. You cannot apply for this posting again.
application-withdraw-action = Withdraw my application

## Candidates

candidates-title = Candidates
candidates-all = All
candidates-stages = Stages
candidates-posting = Posting
candidates-every-posting = All postings
candidates-sort = Sort
candidates-newest = Newest first
candidates-oldest = Oldest first
candidates-show = Show
candidates-empty = No application here
candidates-empty-text = Applications for your postings show up here.
candidates-empty-stage = Nobody at this stage
# $name (String) - that was looked for
candidates-none-named = Nobody called “{ $name }”
candidates-none-named-text = Names are found by their beginnings, in any order.
candidates-see-all = See all
candidates-search = Find by name
candidates-active = Last activity
# $count (Number) - candidates
candidates-new = { $count ->
    [one] One new – show
   *[other] { $count } new – show
}
candidates-changed = The list has changed – show
# $count (Number) - messages
candidate-unread = { $count ->
    [one] One message
   *[other] { $count } messages
}
candidates-name = Candidate
candidates-received = Received
candidate-new = New
candidate-withdrawn = This application was withdrawn. Its stage stays. What was sent with it (contact, letter, profile, resume) is no longer shown to you; the name and what happened are left.
# $stage (String) - that is chosen
candidate-still = Still move it to { $stage }?
# $name (String) - who did it
# $stage (String) - where to
# $when (String) - such as: 5 minutes ago
stage-moved-meanwhile = { $name } moved this to { $stage } { $when }.
# $stage (String) - where it was when it was withdrawn
stage-before = was at: { $stage }
application-still = Still withdraw it?
# $company (String) - its name
# $stage (String) - where it was
application-withdrawn = You have withdrawn this application. It was at: { $stage }. { $company } sees your name, what happened and your messages, and nothing else of it.
candidate-contact = Contact
candidate-profile = Profile
candidate-place = Place
candidate-links = Links
candidate-skills = Skills
candidate-no-letter = No cover letter came with it.
# $stage (String) - in words
# $name (String) - who did it
candidate-change-by = { $stage }, by { $name }
candidate-neighbours = More candidates of the list
candidate-back = Back to the list

candidate-previous = Previous candidate
candidate-next = Next candidate
# $position (String) - from 1 on
# $total (String) - how many there are
candidate-place-of = { $position } of { $total }
# $position (String) - from 1 on
# $stage (String) - of the list
# $total (String) - how many there are
candidate-place-in = { $position } of { $total } in { $stage }
# $stage (String) - of the list
# $total (String) - how many there are
candidate-left-in = { $total } in { $stage }
# $stage (String) - where to
candidate-move-on = Move to { $stage }
candidate-reject = Reject
candidate-more = More
candidate-keys = Keys: J next, K previous, E on to the next stage, R reject
candidate-open-resume = Open resume
candidate-tabs = About the candidate
candidate-tab-application = Application
candidate-nothing-written = Nothing is written yet
candidate-write-text = They read it here and hear of it by mail.
# $name (String) - of the candidate
# $stage (String) - where to
candidate-is-moved = { $name } moved to { $stage }
# $name (String) - of the candidate
candidate-is-rejected = { $name } rejected
candidate-undo-move = Undo

problem-already-applied = You have applied for this job already.
problem-too-late-to-undo = This was too long ago to be undone. Move them to where they belong instead.
problem-wrong-stage = The application is in a stage that does not allow this.
# $count (Number) - applications
problem-too-many-applications = You have sent { $count } applications within a day. Try again tomorrow.
done-applied = Your application is on its way. Good luck!
done-withdrawn = Your application is withdrawn.
done-move-undone = The move is undone.
done-stages-saved = The stages are saved.

## Stages of a posting

candidate-gone = Deleted account
candidate-gone-text = This person has deleted their account. What happened with the application is kept, without the person.
# $stage (String) - where it stood
candidate-undo = Undo: back to { $stage }
stages-title = Stages
stages-lead = What candidates of this posting go through. They see these names. Every button saves the names as well.
# $kind (String) - of the stage
stages-name-of = Name of the stage ({ $kind })
# $count (Number) - applications
stages-people = { $count ->
    [one] one application
   *[other] { $count } applications
}
stages-fixed = always there
stages-up = Up
# $stage (String) - its name
stages-up-of = Up: { $stage }
stages-down = Down
# $stage (String) - its name
stages-down-of = Down: { $stage }
stages-remove = Remove
# $stage (String) - its name
stages-remove-of = Remove: { $stage }
# $stage (String) - its name
stages-people-to = Where the applications of { $stage } go
stages-people-where = If removed, its applications go to …
stages-new = Another stage
stages-new-name = Name
stages-new-kind = Kind
stages-kind-help = Lists of all postings count by the kind.
stages-add = Add
# $count (Number) - stages
stages-full = A posting has { $count } stages at most.
# $count (Number) - stages
problem-too-many-stages = A posting has { $count } stages at most.
problem-same-stage-name = Another stage has this name.
problem-stage-in-use = There are applications at this stage. Choose where they go.
# $count (Number) - applications
problem-too-many-in-stage = More than { $count } applications are at this stage. Move some of them first.
