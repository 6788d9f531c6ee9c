### Companies as everybody sees them.

companies-title = Companies
companies-lead = Who hires here, and what they have open.
companies-name = The name begins with
companies-name-hint = The name begins with …
companies-search = Search
companies-none-title = No company is called that
companies-none-text = Try fewer letters, or look through them all.
companies-all = All companies
company-about = About
company-no-about = This company has not written about itself yet.
company-jobs = Open jobs
company-no-jobs-title = Nothing is open right now
company-no-jobs-text = As soon as this company publishes a job, it stands here.
company-facts = Facts
company-site = Website
company-place = Place
company-size = Employees
