-- The scopes that the kiosk holds whole, one a line; null: not noted yet, those of its own community. Empty: it was on
-- its way from some to others, and begins anew.
ALTER TABLE kiosk ADD COLUMN reference_scopes TEXT;
