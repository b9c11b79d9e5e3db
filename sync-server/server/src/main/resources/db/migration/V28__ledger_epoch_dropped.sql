DROP TABLE ledger_epoch;
