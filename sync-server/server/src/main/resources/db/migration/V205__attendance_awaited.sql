-- 1: came as a 补录 without the secretary's approval, whatever became of it; `awaiting` says how it stands.
ALTER TABLE attendance ADD COLUMN awaited INTEGER NOT NULL DEFAULT 0;
