### Formulare mit einer Datei.

upload-progress = Wird hochgeladen: { $percent } %
problem-picture-too-large = Dieses Bild ist zu groß. Bitte wähle eines mit höchstens { $count } Pixeln in Breite und Höhe.
