### Forms that carry a file.

# $percent (Number) - how much is there
upload-progress = Uploading: { $percent } %
# $count (Number) - pixels
problem-picture-too-large = This picture is too large. Please choose one of at most { $count } pixels in width and height.
