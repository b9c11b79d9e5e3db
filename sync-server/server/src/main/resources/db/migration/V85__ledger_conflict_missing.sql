-- GAP: how many records, from seq on, neither the street nor the kiosk has any more.
ALTER TABLE ledger_conflict ADD COLUMN missing BIGINT NOT NULL DEFAULT 0;
