-- Rebuild: people's decisions that a ledger may end, keyed by street. One row allows one machine to begin one new
-- epoch. Never deleted; successor is set once.
CREATE TABLE epoch_decision_keyed (
    street     INTEGER NOT NULL DEFAULT 1,
    id         TEXT    NOT NULL,
    kiosk      TEXT    NOT NULL,
    epoch      TEXT    NOT NULL, -- the ledger that ends
    decided_at BIGINT  NOT NULL,
    decided_by TEXT    NOT NULL, -- login
    reason     TEXT    NOT NULL,
    successor  TEXT,             -- the epoch that began by it
    used_at    BIGINT,
    PRIMARY KEY (street, id)
);
INSERT INTO epoch_decision_keyed (id, kiosk, epoch, decided_at, decided_by, reason, successor, used_at)
SELECT id, kiosk, epoch, decided_at, decided_by, reason, successor, used_at
FROM epoch_decision;
DROP TABLE epoch_decision;
ALTER TABLE epoch_decision_keyed RENAME TO epoch_decision;
CREATE INDEX epoch_decision_kiosk ON epoch_decision (kiosk, epoch);
