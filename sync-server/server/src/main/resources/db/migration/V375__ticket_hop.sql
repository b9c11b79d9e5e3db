-- How often it went.
ALTER TABLE ticket ADD COLUMN hop INTEGER NOT NULL DEFAULT 0;
