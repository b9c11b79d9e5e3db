-- A ledger that does not continue what the street holds: a cloned disk, an old image, or tampering. The street may hold
-- nothing of it, so it is named by kiosk and epoch.
CREATE TABLE ledger_conflict (
    street        INTEGER NOT NULL DEFAULT 1,
    kiosk         TEXT    NOT NULL,
    epoch         TEXT    NOT NULL,
    kind          TEXT    NOT NULL, -- CHAIN_FORKED, CHAIN_BROKEN
    seq           BIGINT  NOT NULL, -- first record in conflict
    first_seen_at BIGINT  NOT NULL,
    last_seen_at  BIGINT  NOT NULL,
    times         INTEGER NOT NULL,
    PRIMARY KEY (street, kiosk, epoch, kind, seq)
) ${clustered};
