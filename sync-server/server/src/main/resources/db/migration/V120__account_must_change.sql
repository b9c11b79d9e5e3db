-- 1: the password was given by somebody else and opens nothing until its owner has set another.
ALTER TABLE account ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;
