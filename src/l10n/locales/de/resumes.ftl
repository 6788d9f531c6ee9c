### Wörter der Lebensläufe.

resumes-title = Lebensläufe
resumes-lead = Bis zu { $count } PDF-Dateien von höchstens { $megabytes } MB. Nur du siehst sie, und die Arbeitgeber, denen du eine schickst.
resumes-empty = Noch kein Lebenslauf
resumes-empty-text = Lade ein PDF hoch; bei jeder Bewerbung wählst du eines aus.
resumes-full = Du hast so viele Lebensläufe, wie man haben kann. Lösche einen, um einen weiteren hochzuladen.
resumes-upload-title = Lebenslauf hochladen
resumes-upload-file = PDF-Datei
resumes-upload-help = PDF, höchstens { $megabytes } MB.
resumes-upload-action = Hochladen
resume-default = Standard
resume-make-default = Zum Standard machen
resume-default-help = Mit ihm beginnen deine Bewerbungen.
resume-download = Herunterladen
resume-name = Name
resume-name-help = Auch Arbeitgeber sehen ihn.
resume-rename = Umbenennen
resume-size = Größe
resume-uploaded = Hochgeladen
resume-frame = Der Lebenslauf „{ $name }“
resume-delete-warning = Er verschwindet endgültig aus deiner Liste. Arbeitgeber, denen du ihn geschickt hast, behalten ihn mit deiner Bewerbung.

problem-too-many-resumes = Du hast schon { $count } Lebensläufe. Lösche einen, um einen weiteren hochzuladen.
done-resume-uploaded = Dein Lebenslauf ist hochgeladen.
done-resume-saved = Dein Lebenslauf ist gespeichert.
done-resume-deleted = Der Lebenslauf ist gelöscht.
