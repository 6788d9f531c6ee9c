### Words of resumes.

resumes-title = Resumes
# $count (Number) - how many one can have
# $megabytes (Number) - how large one can be
resumes-lead = Up to { $count } PDF files of at most { $megabytes } MB each. Only you see them, and the employers you send one to.
resumes-empty = No resume yet
resumes-empty-text = Upload a PDF; you choose it with each application.
resumes-full = You have as many resumes as one can have. Delete one to upload another.
resumes-upload-title = Upload a resume
resumes-upload-file = PDF file
# $megabytes (Number) - how large it can be
resumes-upload-help = PDF, at most { $megabytes } MB.
resumes-upload-action = Upload
resume-default = Default
resume-make-default = Make default
resume-default-help = Applications begin with it.
resume-download = Download
resume-name = Name
resume-name-help = Employers see it too.
resume-rename = Rename
resume-size = Size
resume-uploaded = Uploaded
# $name (String) - of the resume
resume-frame = The resume “{ $name }”
resume-delete-warning = It leaves your list for good. Employers whom you sent it to keep it with your application.

# $count (Number) - resumes
problem-too-many-resumes = You have { $count } resumes already. Delete one to upload another.
done-resume-uploaded = Your resume is uploaded.
done-resume-saved = Your resume is saved.
done-resume-deleted = The resume is deleted.
