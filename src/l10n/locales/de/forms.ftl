# Was aus dem wird, was man in Formulare schreibt.

login-logged-in = Du bist als { $name } angemeldet. Um ein anderes Konto zu verwenden, melde dich hier damit an.
login-go-on = Weiter als { $name }
login-carried-other = Seit du diese Seite geöffnet hast, hat sich { $name } in diesem Browser angemeldet; deshalb wurde nichts gesendet. Melde dich selbst an und mach weiter: Was du geschrieben hast, bleibt erhalten. Falls du eine Datei gewählt hattest, wähle sie bitte noch einmal.
login-carried = Du wurdest inzwischen abgemeldet. Melde dich an und mach weiter: Was du geschrieben hast, bleibt erhalten. Falls du eine Datei gewählt hattest, wähle sie bitte noch einmal.
form-login-elsewhere = In einem anderen Tab anmelden
form-login-then = Schick es danach noch einmal ab: Was du geschrieben hast, bleibt hier stehen.
upload-choose-again = Falls du eine Datei gewählt hattest, wähle sie bitte noch einmal.
unsent-title = Was du geschrieben hast
unsent-text = Es konnte nicht gesendet werden. Es ist nirgends gespeichert: Kopiere, was du behalten willst.
form-leave = Hier sind Änderungen, die nicht gesendet oder gespeichert sind. Trotzdem verlassen?
form-drop = Hier sind Änderungen, die nicht gespeichert sind. Sie gehen verloren. Trotzdem weiter?
draft-restored = Hier ist, was du geschrieben und nicht abgeschickt hast. Dieser Browser hat es für dich aufgehoben.
draft-offered = Dieser Browser hat Änderungen aufgehoben, die du nicht gespeichert hast. Das Gespeicherte ist inzwischen anders.
draft-put-in = Einsetzen
draft-discard = Verwerfen
drafts-forget = Dieser Browser hebt auf, was du geschrieben und nicht abgeschickt hast, bis du wieder da bist. OK löscht es, Abbrechen behält es; abgemeldet wirst du in jedem Fall.
characters-left = { $count ->
    [one] Noch { $count } Zeichen
   *[other] Noch { $count } Zeichen
}
characters-too-many = { $count ->
    [one] { $count } Zeichen zu viel
   *[other] { $count } Zeichen zu viel
}
characters-at-most = Höchstens { $count } Zeichen
posting-preview-typed = Das hast du geschrieben. Es ist noch nicht gespeichert.
posting-preview-back = Weiter bearbeiten
posting-close-warning = Ist sie geschlossen, kann sich niemand mehr bewerben. Du kannst sie wieder öffnen.
posting-close-action = Stelle schließen
