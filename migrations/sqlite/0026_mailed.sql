-- How many of what a notification counts a mail has told of.
ALTER TABLE notifications ADD COLUMN mailed BIGINT NOT NULL DEFAULT 0;
-- What is unread by now was mailed, or was not to be.
UPDATE notifications SET mailed = count;
