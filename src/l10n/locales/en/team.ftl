### Roles, a company's team, invitations, and what one acts as.

role-owner = Owner
role-recruiter = Recruiter
role-hiring-manager = Hiring manager
role-interviewer = Interviewer

error-not-your-role = Your role in this company does not allow this, or you are not on the team of this posting. Whoever owns the company can change that.
error-other-company = You act for another company by now, or for none, perhaps in another tab. This page shows what was before, and nothing is sent from it. Act as before again, in the menu with your name, to go on here; or reload the page.

switch-label = Act for
switch-seeker = Job seeker
switch-title = Switch
switch-lead = You act for one company at a time, or as a job seeker.
# $company (String) - the page's company
switch-back-notice = This page was made for { $company }, and you act for another company by now. Nothing was sent, and what you typed is kept.
switch-back-seeker = This page was made for you as a job seeker, and you act for a company by now. Nothing was sent, and what you typed is kept.
# $company (String) - the page's company
switch-back = Act for { $company } and go back
switch-back-seeker-action = Act as a job seeker and go back
switch-gone = This page was made for a company that you are not a member of any more. Nothing was sent.
switch-typed = See what you typed
switch-look-lead = What you want to look at may be for one of these. You act for one company at a time, or as a job seeker.
switch-current = Now

employer-team = Team
team-lead = Who works here, and what they may do.
team-members = Members
team-you = you
# $role (String) - the member's role
team-role-since = { $role }, since
team-role = Role
team-role-save = Change role
# $name (String) - the member
team-role-of = Role of { $name }
team-remove = Remove
team-remove-warning = They lose access at once. What they have written stays.
team-remove-action = Remove from the company
team-hand-over = Hand over
team-hand-over-warning = They will own the company in your place, and you will be a recruiter.
team-hand-over-action = Hand over the company
team-leave = Leave the company
team-leave-warning = You lose access at once. An owner can invite you again.
team-invite = Invite somebody
team-invite-help = They get a link that works once, for this address, for seven days.
team-invite-action = Make an invitation
team-invitations = Invitations
team-invitations-none = Nobody is invited at the moment.
# $role (String) - the role that is offered
team-invited-as = { $role }, good until
# $role (String) - the role that was offered
team-invitation-expired = { $role }, the link is too old
team-link = The invitation was mailed. This is its link as well, to pass on yourself; it is shown for five minutes:
team-renew = Make a new link
team-withdraw = Withdraw
team-roles-help = Owners may do everything. Recruiters do all but changing the team. Hiring managers edit their postings and decide about the candidates. Interviewers see the candidates of their postings.

posting-team = Team
posting-team-help = Hiring managers and interviewers see this posting’s candidates only if they are chosen here. Owners and recruiters always do.
posting-team-none = There is nobody to choose yet.
posting-team-invite = Invite somebody
posting-team-save = Save team
done-posting-team-saved = The team is saved.

invitation-title = Invitation
# $company (String) - who invites
invitation-to = Join { $company }
# $role (String) - the role that is offered
invitation-as = You are invited as: { $role }.
# $name (String) - who has invited
invitation-by = Invited by { $name }.
# $email (String) - the address, with most of it left out
invitation-for = The invitation is for { $email }.
# $email (String) - the address, with most of it left out
invitation-other = This invitation is for another address, { $email }. Log in with the account of that address, or make one.
invitation-accept = Accept
invitation-login = Log in and accept
invitation-register = Make an account
invitation-used-title = This invitation was used
invitation-used = Each link works once. If it was you, the company is in the menu with your name.
invitation-expired-title = This invitation is too old
invitation-expired = A link works for seven days. Ask whoever has invited you for a new one.
invitation-withdrawn-title = This invitation was withdrawn
invitation-withdrawn = Ask whoever has invited you if you think that this is a mistake.
invitation-unknown-title = This link leads to no invitation
invitation-unknown = Perhaps a part of it is missing, or there is a newer link. Ask whoever has invited you.
invitation-register-notice = You become a member of the company that has invited you. Use the address that the invitation is for.

problem-last-owner = A company needs an owner. Make somebody else an owner first.
problem-already-member = Whoever has this address is a member already.
problem-already-invited = This address is invited already. You can make a new link below, or withdraw the invitation.
# $count (Number) - how many may wait
problem-too-many-invitations = At most { $count } invitations can wait. Withdraw some first.
problem-invitation-unknown = This link leads to no invitation. Perhaps there is a newer one.
problem-invitation-used = This invitation was used already.
problem-invitation-over = This invitation was withdrawn, or it is too old.
problem-invitation-other = The invitation is for another e-mail address.

done-member-invited = The invitation is made. Its link stands below.
done-invitation-renewed = There is a new link, and the one before works no longer.
done-invitation-withdrawn = The invitation is withdrawn.
done-invitation-accepted = Welcome to the team!
done-role-changed = The role is changed.
done-handed-over = The company is handed over.
done-member-removed = The member is removed.
done-company-left = You have left the company.
