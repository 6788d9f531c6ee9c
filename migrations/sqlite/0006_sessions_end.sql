-- A session ends 30 days after its login, however much it is used.

UPDATE sessions SET expires_at = strftime('%Y-%m-%dT%H:%M:%f+00:00', created_at, '+30 days')
WHERE julianday(expires_at) > julianday(created_at, '+30 days');
