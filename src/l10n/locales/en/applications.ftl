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
application-job = Job
application-company = Company
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
candidates-name = Candidate
candidates-received = Received
candidate-new = New
# $title (String) - of the posting
candidate-applied-for = For { $title }
candidate-move = Move to
candidate-move-action = Change stage
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
candidate-newer = Newer
candidate-older = Older

problem-already-applied = You have applied for this job already.
problem-wrong-stage = The application is in a stage that does not allow this.
# $count (Number) - applications
problem-too-many-applications = You have sent { $count } applications within a day. Try again tomorrow.
done-applied = Your application is on its way. Good luck!
done-withdrawn = Your application is withdrawn.
done-stage-changed = The stage is changed.
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
