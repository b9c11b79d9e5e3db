-- How the name is read, to sort by; empty: not yet reckoned.
ALTER TABLE member ADD COLUMN reading TEXT NOT NULL DEFAULT '';
