-- The ledger: facts as the kiosks wrote them. Rows of fact are never updated or deleted, except the verdict of a
-- quarantine, which a newer server may lift when it rebuilds.
CREATE TABLE ledger_epoch (
    kiosk      TEXT   NOT NULL,
    epoch      TEXT   NOT NULL, -- 32 hex digits
    last_seq   BIGINT NOT NULL,
    last_hash  BLOB   NOT NULL,
    started_at BIGINT NOT NULL, -- street's clock
    PRIMARY KEY (kiosk, epoch)
);

CREATE TABLE fact (
    kiosk       TEXT   NOT NULL,
    epoch       TEXT   NOT NULL,
    seq         BIGINT NOT NULL,
    record      BLOB   NOT NULL, -- FactRecord bytes as first written
    hash        BLOB   NOT NULL, -- chain hash after this record
    received_at BIGINT NOT NULL, -- street's clock
    PRIMARY KEY (kiosk, epoch, seq),
    FOREIGN KEY (kiosk, epoch) REFERENCES ledger_epoch (kiosk, epoch)
);

CREATE TABLE fact_quarantine (
    kiosk  TEXT   NOT NULL,
    epoch  TEXT   NOT NULL,
    seq    BIGINT NOT NULL,
    reason TEXT   NOT NULL, -- UNREADABLE, UNKNOWN_KIND, IMPOSSIBLE
    PRIMARY KEY (kiosk, epoch, seq),
    FOREIGN KEY (kiosk, epoch, seq) REFERENCES fact (kiosk, epoch, seq)
);

-- A ledger that does not continue what the street holds: a cloned disk, an old image, or tampering.
CREATE TABLE ledger_conflict (
    kiosk         TEXT    NOT NULL,
    epoch         TEXT    NOT NULL,
    kind          TEXT    NOT NULL, -- CHAIN_FORKED, CHAIN_BROKEN
    seq           BIGINT  NOT NULL, -- first record in conflict
    first_seen_at BIGINT  NOT NULL,
    last_seen_at  BIGINT  NOT NULL,
    times         INTEGER NOT NULL,
    PRIMARY KEY (kiosk, epoch, kind, seq)
);
