### Postings as everybody sees them: the list, a posting, the home page.

## The home page

home-page-title = Find your next job
home-title = Work that fits, from companies that say what they pay
home-lead = Search open positions, apply in a minute with your own resume, and follow each application until there is an answer.
home-newest = New jobs
home-all-jobs = All jobs
home-categories = By field of work
home-companies = Companies that hire
home-all-companies = All companies
home-post = Post a job

## The list

jobs-title = Open jobs
# $search (String) - what is searched for
jobs-title-search = Jobs: { $search }
jobs-description = Open positions with pay, place and kind of work. Filter them by what matters to you.
jobs-what = Title, skill or company
jobs-what-hint = Title, skill or company
jobs-where = City, region or country
jobs-where-hint = City, region or country
jobs-search = Search
# $count (Number) - filters that are set
jobs-filters = { $count ->
    [0] Filters
   *[other] Filters ({ $count })
}
jobs-apply-filters = Apply filters
jobs-workplace = Workplace
jobs-type = Employment
jobs-category = Field of work
jobs-pay = Pay of at least, a year
jobs-pay-least = Least pay a year
jobs-currency = Currency
jobs-hide-unpaid = Only with pay
jobs-posted = Posted
jobs-any-time = At any time
# $days (Number) - days
jobs-within-days = { $days ->
    [1] In the last day
   *[other] In the last { $days } days
}
# $words (String) - searched for
jobs-chip-words = “{ $words }”
# $amount (String) - the amount
# $sign (String) - the currency
jobs-chip-pay = From { $amount } { $sign } a year
jobs-remove-filter = Remove:
jobs-clear = Clear all
# $count (Number) - postings
# $shown (String) - the same, with thousands grouped
jobs-count = { $count ->
    [0] No open jobs
    [one] 1 open job
   *[other] { $shown } open jobs
}
# $count (String) - a round number
jobs-count-more = More than { $count } open jobs
jobs-dropped = Part of this link was not understood and is left out of the search.
# $currency (String) - the currency's code
jobs-pay-note = Pay is compared per year of full-time work, in { $currency }. Jobs paid in another currency are left out.
# $currency (String) - the currency's code
jobs-pay-order = Pay is compared per year of full-time work, in { $currency }. Other currencies are exchanged at rough, fixed rates, marked “about”.
# $pay (String) - pay in another currency
jobs-pay-about = about { $pay }
jobs-sent = Applied
# $words (String) - what was typed, in quotes
jobs-left-out = Not searched for: { $words }. At most 12 words are searched for, and signs only where they belong to a name, as in C#.
jobs-sort = Sort by
jobs-sort-relevance = Best match
jobs-sort-newest = Newest
jobs-sort-pay = Highest pay
jobs-none-title = There are no open jobs yet
jobs-none-text = As soon as a company publishes one, it stands here.
jobs-nothing-title = No job fits this search
jobs-nothing-text = Take a filter away, use fewer words, or look in more places.
jobs-nothing-action = Show all jobs
jobs-no-page-title = This page of the list is gone
jobs-no-page-text = Jobs come and go. The list has changed since this link was made.
jobs-no-page-action = To the first page

## A posting

# $title (String) - the job
# $company (String) - the company
job-page-title = { $title } at { $company }
job-closed-title = This job is closed
job-closed-text = It takes no applications any more. Similar jobs are listed below.
job-pay = Pay
job-pay-unknown = Not given
job-type = Employment
job-workplace = Workplace
job-category = Field of work
job-published = Posted
job-closes = Closes
job-closed = Closed
job-closes-on = Closes on
job-apply = Apply
job-skills = Skills
job-similar = Similar jobs
job-similar-all = More like these
