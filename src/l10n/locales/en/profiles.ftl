### Words of profiles, job preferences and the postings that fit.

profile-title = Your profile
profile-lead = It fills in your contact details when you apply, and finds jobs that fit you. Every part is up to you.
profile-you = About you
profile-headline = Headline
profile-headline-help = What you do, in a few words: “Nurse in intensive care”.
profile-place = Where you live
profile-phone = Phone
profile-about = About you
profile-about-help = What you are good at and what you would like to do.
profile-skills = Skills
profile-skills-help = Separated by commas. Postings that ask for them rank higher for you.
profile-links = Links
profile-links-help = One a line: your own site, your work, a professional network.

preferences-title = What you look for
preferences-lead = Only you see this. What you leave empty does not matter to you.
preferences-titles = Job titles
preferences-titles-help = Separated by commas: “Nurse, ward manager”.
preferences-categories = Categories
preferences-places = Places
preferences-places-help = Cities or regions, separated by commas. Remote work counts for every place; what is on another continent comes last.
preferences-workplaces = Workplace
preferences-employment-types = Employment
preferences-least-pay = Least pay a year
preferences-least-pay-help = Before tax, for full-time work. Postings that pay less are left out, in other currencies by rough rates.
preferences-currency = Currency
preferences-save = Save preferences
preferences-see = See what fits

for-me-title = Jobs for you
for-me-lead = Open postings that fit your preferences and skills, best first.
# $count (Number) - postings shown, 50 at the most
for-me-count = { $count ->
    [one] 1 job fits
    [50] The 50 jobs that fit best
   *[other] { $count } jobs fit
}
for-me-change = Change preferences
for-me-unknown = We do not know yet what you look for
for-me-unknown-text = Tell us which work, where and for how much, and the postings that fit are listed here.
for-me-tell = Tell what you look for
for-me-nothing = Nothing fits right now
for-me-nothing-text = New postings come every day. Fewer conditions find more: another category, more places, or less pay.
for-me-loosen = Loosen your preferences
for-me-all = See all jobs
# $title (String) - a title that the seeker looks for
for-me-reason-title = Like “{ $title }”
# $skills (String) - names of skills
for-me-reason-skills = Matches your skills: { $skills }
# $place (String) - a city
for-me-reason-place = In { $place }
# $choice (String) - a workplace or kind of employment
for-me-reason-chosen = { $choice }, as you like
# $amount (String) - the amount
# $sign (String) - the currency
for-me-reason-pay = Pay can reach { $amount } { $sign } a year
# $amount (String) - the amount
# $sign (String) - the currency
for-me-reason-pay-about = Pay can reach about { $amount } { $sign } a year

done-profile-saved = Your profile is saved.
done-preferences-saved = Your preferences are saved.
