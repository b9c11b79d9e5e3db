-- Which kiosk stood where and when, and, once it left, what it last told: that counts until it came or somebody signed
-- that it is lost. Instants are the street's, but for oldest_unsent_at.
CREATE TABLE kiosk_stand (
    street           INTEGER NOT NULL DEFAULT 1,
    kiosk            TEXT    NOT NULL,
    from_at          BIGINT  NOT NULL,
    site             TEXT    NOT NULL, -- reference item SITE
    until_at         BIGINT,           -- null: it stands there still; its word is in kiosk
    epoch            TEXT,             -- the ledger it spoke of, 32 hex digits
    told_at          BIGINT,           -- null: it never told anything
    unsent           BIGINT  NOT NULL DEFAULT 0,
    oldest_unsent_at BIGINT,           -- kiosk's wall clock
    lost_at          BIGINT,           -- somebody signed that what is missing is lost
    lost_by          TEXT,
    reason           TEXT,
    PRIMARY KEY (street, kiosk, from_at)
);
