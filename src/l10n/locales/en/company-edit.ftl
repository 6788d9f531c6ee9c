### A company's page, as its members edit it.

company-edit-lead = What candidates see of you, beside every posting.
company-edit-public-page = Public page
company-edit-page = About you
company-edit-unsaid = Not said
company-edit-site = Website
company-edit-about = About
company-edit-about-help = What you do, how you work, why one would join. Markdown, at most 5,000 characters.
company-edit-city = City
company-edit-country = Country
company-edit-zone = Time zone
company-edit-zone-help = The last day of a posting ends at midnight there.
company-edit-zone-unsaved = Until you save one, the last day of a posting ends at midnight in UTC.
company-edit-zone-none = Not chosen: UTC
company-edit-size = Size
# $range (String) - from and to
company-edit-people = { $range } people
company-edit-logo = Logo
company-edit-logo-file = Picture
company-edit-logo-help = PNG, JPEG or WebP, at most 5 MB and 6,000 × 6,000 pixels. It is made to fit 256 × 256 pixels.
company-edit-logo-action = Upload logo
company-edit-logo-remove = Remove logo

done-company-saved = Your company’s page is saved.
# $count (Number) - pixels
problem-logo-too-small = This picture is too small, or too narrow for its length. Please choose one that keeps at least { $count } pixels in width and height when it is made 256 pixels long.
problem-blank-logo = Nothing could be seen on this picture: it has one colour only.
done-logo-saved = The logo is saved.
done-logo-removed = The logo is removed.
