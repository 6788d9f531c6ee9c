-- What was typed into a form that could not be done, for its next page. Packed and bounded (server/form_memory), it
-- belongs to who typed it. It replaces form_memories, which a later release drops.
CREATE TABLE kept_forms (
    id BLOB PRIMARY KEY NOT NULL,
    user_id BLOB REFERENCES users (id) ON DELETE CASCADE, -- none for a visitor
    owner TEXT NOT NULL, -- the person, or a visitor's network: whose rows are counted together
    packed BLOB NOT NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX kept_forms_owner ON kept_forms (owner, created_at);
CREATE INDEX kept_forms_age ON kept_forms (created_at);
CREATE INDEX kept_forms_user ON kept_forms (user_id);
