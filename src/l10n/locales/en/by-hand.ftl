### Words of candidates whom a company adds itself, on both sides.

add-candidate = Add a candidate
add-candidate-lead = Somebody whom you were recommended or have met. They are told by mail at once what you keep about them, and can have it deleted.
add-candidate-action = Add and tell them
add-candidate-no-postings = Nothing to add somebody to
add-candidate-no-postings-text = Candidates belong to a posting. Publish one first.
add-candidate-no-mail = Mails do not work here
add-candidate-no-mail-text = Whoever is added has to be told. This needs a mail server, which whoever runs the site sets up.
add-posting = Posting
add-choose = Please choose
add-name = Name
add-email = E-mail
add-email-help = A mail goes there at once that says what you keep, why, and how to object.
add-phone = Phone
add-resume = Resume
add-resume-help = PDF, at most 10 MB.
add-source = How you know them
add-source-help = They are told.
add-source-text = In your own words
add-source-text-help = In place of the choice above.
source-recommended = Recommended
source-met = Met
source-agency = Agency
source-web = Found on the web
source-other = Other
candidate-added = Added by hand
# $name (String) - of the member
candidate-added-by = Added by { $name }
candidate-source = Source
candidate-waits = has not answered yet
candidate-waits-text = They were told by mail. Until they say that it is them, it is in nobody’s account, and they hear nothing of changes of stage.
candidate-objected-name = Deleted candidate
candidate-objected = This person has objected. What was kept about them is deleted; what happened is kept, without the person.
# $company (String) - the company
noted-title = What { $company } keeps about you
# $company (String) - the company
# $title (String) - the posting
noted-lead = { $company } has added you as a candidate for { $title }. You have not sent anything yourself.
# $when (String) - a day
noted-since = Since { $when }.
noted-kept = What is kept
noted-resume = Resume
noted-resume-none = none
noted-why = Why, and your rights
# $company (String) - the company
noted-why-text = { $company } wants to consider you for the job; that is its legitimate interest (Art. 6 (1) (f) GDPR). It is kept while the position is being filled, and not after you have objected. You may ask { $company } for access, correction, restriction and erasure, object at any time, and complain to a supervisory authority.
noted-agree = That is me, go on
noted-agree-text = Then you follow how it goes on, answer, and can withdraw. It is like an application of your own.
noted-object = I object: delete it
# $company (String) - the company
noted-object-warning = { $company } then has nothing of you any more: no name, no address, no resume, no message. It cannot add you again with this address. This cannot be undone.
noted-object-action = Object and delete
problem-added-before = Somebody with this address is among the candidates of this posting already. You find them in the list of candidates.
problem-has-objected = Whoever has this address has objected to being added. They can still apply themselves.
# $count (Number) - the most
problem-too-many-added = Your company has added { $count } candidates within a day. Try again tomorrow.
problem-cannot-tell = Mails do not work here, so the person could not be told.
done-candidate-added = The candidate is added and is being told by mail.
done-noted-agreed = Thank you. From now on it is yours to follow.
done-noted-objected = Your data are deleted.
