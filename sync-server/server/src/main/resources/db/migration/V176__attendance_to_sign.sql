-- 1: the person was told 已报到，请签名 and counts with a signature only (OQ-27).
ALTER TABLE attendance ADD COLUMN to_sign INTEGER NOT NULL DEFAULT 0;
