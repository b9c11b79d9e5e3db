-- Rank in the walk through the tree, siblings as people count them; 0: not yet reckoned.
ALTER TABLE organization ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
