DROP TABLE ledger_conflict_by_kiosk;
