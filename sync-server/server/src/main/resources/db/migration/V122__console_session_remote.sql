-- From where somebody signed in.
ALTER TABLE console_session ADD COLUMN remote TEXT NOT NULL DEFAULT '';
