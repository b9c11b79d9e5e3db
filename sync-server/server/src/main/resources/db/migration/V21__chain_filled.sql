INSERT INTO chain (street, number, kiosk, epoch, last_seq, last_hash, started_at)
SELECT 1, row_number() OVER (ORDER BY started_at, kiosk, epoch), kiosk, epoch, last_seq, last_hash, started_at
FROM ledger_epoch;
