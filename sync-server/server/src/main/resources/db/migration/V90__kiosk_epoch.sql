-- The ledger whose health the kiosk last told, 32 hex digits.
ALTER TABLE kiosk ADD COLUMN epoch TEXT;
