ALTER TABLE ledger_conflict RENAME TO ledger_conflict_by_kiosk;
