-- What nobody reads or writes any more: kept_forms has replaced the one, and no e-mail was ever sent for the other.

DROP TABLE form_memories;
ALTER TABLE notification_settings DROP COLUMN by_email;
