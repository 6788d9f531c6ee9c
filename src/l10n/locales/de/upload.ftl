### Formulare mit einer Datei.

upload-progress = Wird hochgeladen: { $percent } %
