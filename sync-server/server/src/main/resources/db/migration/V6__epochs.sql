-- Facts carried over from one ledger into another, and people's decisions that a ledger may end.

-- Derived from fact; emptied and rebuilt with the projections. Of all records with one origin, the original and any
-- number of carried ones, one is projected: the original if the street holds it, else the carried one with repeats = 0.
CREATE TABLE fact_carried (
    kiosk        TEXT    NOT NULL,
    epoch        TEXT    NOT NULL,
    seq          BIGINT  NOT NULL,
    origin_kiosk TEXT    NOT NULL,
    origin_epoch TEXT    NOT NULL,
    origin_seq   BIGINT  NOT NULL,
    origin_hash  BLOB    NOT NULL, -- chain hash of the original
    repeats      INTEGER NOT NULL, -- 1: stands elsewhere already
    PRIMARY KEY (kiosk, epoch, seq),
    FOREIGN KEY (kiosk, epoch, seq) REFERENCES fact (kiosk, epoch, seq)
);
CREATE UNIQUE INDEX fact_carried_once ON fact_carried (origin_kiosk, origin_epoch, origin_seq, origin_hash)
    WHERE repeats = 0;
CREATE INDEX fact_carried_origin ON fact_carried (origin_kiosk, origin_epoch);

-- One row allows one machine to begin one new epoch. Never deleted; successor is set once.
CREATE TABLE epoch_decision (
    id         TEXT   NOT NULL PRIMARY KEY,
    kiosk      TEXT   NOT NULL,
    epoch      TEXT   NOT NULL, -- the ledger that ends
    decided_at BIGINT NOT NULL,
    decided_by TEXT   NOT NULL, -- login
    reason     TEXT   NOT NULL,
    successor  TEXT,            -- the epoch that began by it
    used_at    BIGINT
);
CREATE INDEX epoch_decision_kiosk ON epoch_decision (kiosk, epoch);

-- A guest with a card counts once per activity, as a member does; without a card, every admission is a person.
ALTER TABLE guest ADD COLUMN counted INTEGER NOT NULL DEFAULT 0;
UPDATE guest SET counted = 1 WHERE voided = 0 AND (card IS NULL OR NOT EXISTS (
    SELECT 1 FROM guest earlier
    WHERE earlier.activity = guest.activity AND earlier.card = guest.card AND earlier.voided = 0
      AND (earlier.at, earlier.kiosk, earlier.epoch, earlier.seq) < (guest.at, guest.kiosk, guest.epoch, guest.seq)));
CREATE UNIQUE INDEX guest_once ON guest (activity, card) WHERE counted = 1 AND card IS NOT NULL;

-- Two machines with one identity come back in turn, each with a boot of its own.
ALTER TABLE kiosk ADD COLUMN boot_id TEXT;
ALTER TABLE kiosk ADD COLUMN former_boot_id TEXT;
ALTER TABLE kiosk ADD COLUMN rival_at BIGINT; -- a boot came back after another had taken its place
-- What became of ledger files that were set aside, as the kiosk last told it.
ALTER TABLE kiosk ADD COLUMN salvaged BIGINT NOT NULL DEFAULT 0;
ALTER TABLE kiosk ADD COLUMN unreadable BIGINT NOT NULL DEFAULT 0;
ALTER TABLE kiosk ADD COLUMN unreadable_unknown INTEGER NOT NULL DEFAULT 0;
