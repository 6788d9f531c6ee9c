### An employer's postings.

posting-new = New posting
posting-new-lead = Save a draft whenever you like; nobody sees it until you publish it.
posting-edit-title = Edit posting
posting-edit = Edit
posting-preview = Preview
posting-close = Close
posting-reopen = Reopen
posting-duplicate = Duplicate
posting-publish = Publish
posting-save-draft = Save draft
posting-published = Published
posting-public-page = Public page
# $title (String) - title of the posting that was copied
posting-copy-of = { $title } (copy)
posting-choose = Please choose

## Overview

posting-stat-open = Open postings
posting-stat-drafts = Drafts
posting-stat-applications = Applications
posting-stat-unseen = New applications
posting-steps = Next steps
posting-step-company = Candidates look at who is hiring. Say who you are and where.
posting-step-company-action = Complete your company’s page
posting-step-first = You have no postings yet. The first one takes about ten minutes.
posting-step-first-action = Write your first posting
posting-new-applications = New applications
posting-all-candidates = All candidates
posting-no-unseen = You have seen every application.
posting-closing-soon = Closing within 7 days

## List

posting-tabs = Postings by state
posting-tab-all = All
posting-empty-team-title = You are on no posting's team yet
posting-empty-team-text = Whoever hires here can put you on the team of a posting. What you work on then shows up here.
posting-empty-title = No postings yet
posting-empty-text = Write the first one: you can save it as a draft and publish it when it is ready.
posting-empty-state = No postings in this state
posting-column-posting = Posting
posting-column-candidate = Candidate
posting-column-applied = Applied
posting-column-state = State
posting-column-views = Views
posting-column-applications = Applications
posting-column-closes = Closes
posting-column-closed = Closed
posting-column-actions = Actions
# $number (String) - applications that nobody has opened
posting-unseen = { $number } new

## Editor

posting-title = Title
posting-category = Category
posting-description = Description
posting-description-help = Markdown: **bold**, ## heading, - list, [link](https://example.org).
posting-employment-type = Employment type
posting-workplace = Workplace
posting-place = Place
posting-city = City
posting-city-help = Not needed for remote work.
posting-region = Region
posting-country = Country
posting-pay = Pay
posting-pay-min = From
posting-pay-max = To
posting-currency = Currency
posting-pay-period = Period
posting-pay-help = A range is what candidates ask for most. It is needed to publish.
posting-pay-meant = This pay is meant as it is
posting-skills = Skills
posting-skills-help = Separated by commas, at most 40.
posting-closes-on = Closes on
# $zone (String) - a time zone: Europe/Berlin
posting-closes-on-help = The last day for applications, to its end in { $zone }. 60 days from now unless you choose another.
# $name (String) - who
# $when (String) - such as: 5 minutes ago
posting-stale-by = { $name } changed this { $when }.
posting-stale = What you typed is still here, and is not saved.
posting-stale-over = Save mine over theirs
posting-stale-action = See what they saved
posting-preview-empty = Here you see the description as it will look.
posting-preview-notice = This is how the posting will look. Only your company can see this page.
posting-archived = This posting is archived. Reopen it to edit it.
posting-delete-warning = The posting is deleted for good.
posting-archive-warning = The posting is closed and taken from every list. Because it has applications, it is archived and they stay with you.
posting-delete-action = Delete posting

problem-pay-required = Please give a pay range: it is needed to publish.
# $number (String) - an amount
problem-pay-unlikely = We read the upper end as { $number }. That is unusual: please check both amounts and the period, or tick “This pay is meant as it is”.
problem-wrong-state = The posting is in a state that does not allow this.
# $number (String) - postings
problem-too-many-postings = Your company has { $number } postings. Please delete some that you no longer need.
problem-posting-closed = This posting takes no applications any more.
done-posting-saved = The posting is saved.
done-posting-published = The posting is published.
done-posting-closed = The posting is closed.
done-posting-reopened = The posting is open again.
done-posting-deleted = The posting is deleted.
done-posting-archived = The posting is closed and archived, because people have applied or asked.
done-posting-duplicated = Here is your copy, as a draft.
posting-stages = Stages
