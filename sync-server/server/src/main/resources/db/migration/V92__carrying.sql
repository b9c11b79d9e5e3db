-- Which kiosk may carry on the ledgers of which other one. Without a login: because that one was revoked, when the first
-- carried record came.
CREATE TABLE carrying (
    street       INTEGER NOT NULL DEFAULT 1,
    kiosk        TEXT    NOT NULL,
    origin_kiosk TEXT    NOT NULL,
    decided_at   BIGINT,
    login        TEXT,
    reason       TEXT,
    PRIMARY KEY (street, kiosk, origin_kiosk)
);
