-- The login of who took it back; null: a later code for the same kiosk took its place.
ALTER TABLE enrolment_code ADD COLUMN withdrawn_by TEXT;
