-- Member codes (党员码): the keys that sign them, the cards, and the sheets they were printed on. Instants are
-- milliseconds since 1970 UTC, days are ISO dates in the street's zone. No row is ever deleted.
CREATE TABLE code_key (
    id            INTEGER NOT NULL PRIMARY KEY, -- StreetKeyId
    public_key    BLOB    NOT NULL,             -- X.509
    signs         INTEGER NOT NULL,             -- 1: the key that signs now; its private half is a file
    published_at  BIGINT  NOT NULL,
    publication   BIGINT  NOT NULL,             -- number of the reference change that told the kiosks of it
    retired_after TEXT                          -- last day of every card it signed; null: none yet
);
CREATE UNIQUE INDEX code_key_signs ON code_key (signs) WHERE signs = 1;

CREATE TABLE code_card (
    serial      BIGINT  NOT NULL PRIMARY KEY, -- never given twice, not even after a restored backup
    member      TEXT    NOT NULL,
    branch      TEXT    NOT NULL,             -- the member's when it was issued
    signing_key INTEGER NOT NULL REFERENCES code_key (id),
    issued_on   TEXT    NOT NULL,
    expires_on  TEXT    NOT NULL,             -- last valid day
    issued_at   BIGINT  NOT NULL,
    issued_by   TEXT    NOT NULL,             -- login
    revoked_at  BIGINT,
    revoked_by  TEXT,                         -- login
    reason      TEXT,                         -- RevocationReason
    note        TEXT,                         -- empty: none
    revocation  BIGINT,                       -- number of the reference change that tells the kiosks
    lifted_at   BIGINT                        -- expired anyway: the kiosks need not be told any more
);
CREATE INDEX code_card_member ON code_card (member);
CREATE INDEX code_card_revoked ON code_card (revoked_at) WHERE revoked_at IS NOT NULL AND lifted_at IS NULL;

CREATE TABLE code_sheet (
    id      TEXT   NOT NULL PRIMARY KEY, -- drawn with the form, so that a form sent twice makes one sheet
    branch  TEXT   NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT   NOT NULL              -- login
);

CREATE TABLE code_sheet_card (
    sheet  TEXT   NOT NULL REFERENCES code_sheet (id),
    serial BIGINT NOT NULL REFERENCES code_card (serial),
    PRIMARY KEY (sheet, serial)
);
CREATE INDEX code_sheet_card_serial ON code_sheet_card (serial);
