### Forms that carry a file.

# $percent (Number) - how much is there
upload-progress = Uploading: { $percent } %
