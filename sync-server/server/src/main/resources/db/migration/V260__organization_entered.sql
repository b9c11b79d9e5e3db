-- Milliseconds since 1970 UTC: when the organisation was first entered here. From that day on it owes what must hang on
-- its walls (R-021, R-131).
ALTER TABLE organization ADD COLUMN entered_at BIGINT;
