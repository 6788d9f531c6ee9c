-- A session ends 30 days after its login, however much it is used.

UPDATE sessions SET expires_at = created_at + INTERVAL '30 days'
WHERE expires_at > created_at + INTERVAL '30 days';
