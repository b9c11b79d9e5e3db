-- The kiosks that it left, each between two spaces: what these record of it counts no longer.
ALTER TABLE ticket ADD COLUMN left_by TEXT NOT NULL DEFAULT '';
