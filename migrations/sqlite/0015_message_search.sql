-- A search in conversations finds words in an index. They are made by the program, which folds them as it folds what is
-- searched for: of the message, of whom it is from and to ("o" and an id), and of the conversation, beside the first.

ALTER TABLE messages ADD COLUMN words_version BIGINT NOT NULL DEFAULT 0; -- of the rules of its words; 0 has none yet
CREATE INDEX messages_words_version ON messages (words_version);

CREATE TABLE message_words (
    id INTEGER PRIMARY KEY NOT NULL,
    message_id BLOB NOT NULL UNIQUE REFERENCES messages (id) ON DELETE CASCADE,
    conversation_id BLOB NOT NULL,
    words TEXT NOT NULL -- separated by spaces
);

CREATE VIRTUAL TABLE message_search USING fts5 (
    words,
    content = '', contentless_delete = 1,
    tokenize = 'ascii', prefix = '2'
);
CREATE TRIGGER message_words_insert AFTER INSERT ON message_words BEGIN
    INSERT INTO message_search (rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER message_words_update AFTER UPDATE OF words ON message_words BEGIN
    DELETE FROM message_search WHERE rowid = old.id;
    INSERT INTO message_search (rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER message_words_delete AFTER DELETE ON message_words BEGIN
    DELETE FROM message_search WHERE rowid = old.id;
END;

-- A notification that was read goes when a new one of the same kind about the same thing comes.
DELETE FROM notifications WHERE read_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM notifications newer WHERE newer.user_id = notifications.user_id AND newer.kind = notifications.kind
        AND newer.about = notifications.about AND newer.id > notifications.id
);
CREATE INDEX notifications_read ON notifications (user_id, about, kind) WHERE read_at IS NOT NULL;
