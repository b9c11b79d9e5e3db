-- When it was recorded, if that is not when the person was there.
ALTER TABLE attendance ADD COLUMN noted_at BIGINT;
