-- A search in conversations finds words in an index. They are made by the program, which folds them as it folds what is
-- searched for: of the message, of whom it is from and to ("o" and an id), and of the conversation, beside the first.

ALTER TABLE messages ADD COLUMN words_version BIGINT NOT NULL DEFAULT 0; -- of the rules of its words; 0 has none yet
CREATE INDEX messages_words_version ON messages (words_version);

-- Words and their places as they are given, without a parser that reads meaning into them.
CREATE FUNCTION placed_words(words TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT COALESCE(string_agg(quote_literal(word) || ':' || place, ' '), '')::tsvector
    FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS placed (word, place)
$$;

CREATE TABLE message_words (
    message_id UUID PRIMARY KEY NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    conversation_id UUID NOT NULL,
    words TEXT NOT NULL, -- separated by spaces
    search TSVECTOR NOT NULL GENERATED ALWAYS AS (placed_words(words)) STORED
);
CREATE INDEX message_words_search ON message_words USING gin (search);

-- A notification that was read goes when a new one of the same kind about the same thing comes.
DELETE FROM notifications WHERE read_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM notifications newer WHERE newer.user_id = notifications.user_id AND newer.kind = notifications.kind
        AND newer.about = notifications.about AND newer.id > notifications.id
);
CREATE INDEX notifications_read ON notifications (user_id, about, kind) WHERE read_at IS NOT NULL;
