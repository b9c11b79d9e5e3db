INSERT INTO ledger_conflict (street, kiosk, epoch, kind, seq, first_seen_at, last_seen_at, times)
SELECT 1, kiosk, epoch, kind, seq, first_seen_at, last_seen_at, times FROM ledger_conflict_by_kiosk;
