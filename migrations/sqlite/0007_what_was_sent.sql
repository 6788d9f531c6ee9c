-- What a company decides on: the profile as it was sent, and whom a notification names.

-- Their profile as it was when they applied; lists hold one a line.
ALTER TABLE applications ADD COLUMN headline TEXT NOT NULL DEFAULT '';
ALTER TABLE applications ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE applications ADD COLUMN about TEXT NOT NULL DEFAULT '';
ALTER TABLE applications ADD COLUMN skills TEXT NOT NULL DEFAULT '';
ALTER TABLE applications ADD COLUMN links TEXT NOT NULL DEFAULT '';

UPDATE applications SET (headline, place, about, skills, links) =
    (SELECT p.headline, p.place, p.about, p.skills, p.links FROM profiles p WHERE p.user_id = applications.user_id)
WHERE user_id IN (SELECT user_id FROM profiles);

-- The application of whom it names, while it names one.
ALTER TABLE notifications ADD COLUMN subject BLOB;

UPDATE notifications SET subject = (
    SELECT a.id FROM applications a WHERE a.posting_id = notifications.about AND a.name = notifications.name
    ORDER BY a.id DESC LIMIT 1)
WHERE kind IN ('applied', 'withdrawn');
