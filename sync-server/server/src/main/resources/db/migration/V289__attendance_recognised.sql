-- 1: recorded as 列席 by a genuine code, and counted as the member that the roll lists.
ALTER TABLE attendance ADD COLUMN recognised INTEGER NOT NULL DEFAULT 0;
