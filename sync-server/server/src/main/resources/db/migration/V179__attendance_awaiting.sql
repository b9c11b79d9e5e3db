-- 1: a 补录 that the secretary has not approved; never counted.
ALTER TABLE attendance ADD COLUMN awaiting INTEGER NOT NULL DEFAULT 0;
