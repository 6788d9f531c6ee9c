### Words of the field: what postings are described by.

category-engineering = Engineering
category-data = Data & analytics
category-design = Design
category-product = Product
category-marketing = Marketing
category-sales = Sales
category-support = Customer support
category-operations = Operations
category-finance = Finance
category-people = People & HR
category-legal = Legal
category-healthcare = Healthcare
category-education = Education
category-hospitality = Hospitality
category-logistics = Logistics
category-trades = Trades & construction
category-science = Science
category-media = Media & writing

employment-full-time = Full-time
employment-part-time = Part-time
employment-contract = Contract
employment-temporary = Temporary
employment-internship = Internship
employment-apprenticeship = Apprenticeship

workplace-on-site = On-site
workplace-hybrid = Hybrid
workplace-remote = Remote

pay-period-hour = an hour
pay-period-day = a day
pay-period-week = a week
pay-period-month = a month
pay-period-year = a year

# $range (String) - the amounts
# $sign (String) - the currency
pay-an-hour = { $range } { $sign } an hour
# $range (String) - the amounts
# $sign (String) - the currency
pay-a-day = { $range } { $sign } a day
# $range (String) - the amounts
# $sign (String) - the currency
pay-a-week = { $range } { $sign } a week
# $range (String) - the amounts
# $sign (String) - the currency
pay-a-month = { $range } { $sign } a month
# $range (String) - the amounts
# $sign (String) - the currency
pay-a-year = { $range } { $sign } a year

posting-state-draft = Draft
posting-state-open = Open
posting-state-closed = Closed
posting-state-archived = Archived

outcome-active = Under way
stage-received = Received
stage-in-review = In review
stage-interview = Interview
stage-offer = Offer
stage-hired = Hired
stage-rejected = Rejected
stage-withdrawn = Withdrawn
