-- Rebuild: member codes, their keys, cards and sheets, keyed by street. Days are ISO dates in the street's zone. No row
-- is ever deleted.
CREATE TABLE code_key_keyed (
    street        INTEGER NOT NULL DEFAULT 1,
    id            INTEGER NOT NULL, -- StreetKeyId
    public_key    BLOB    NOT NULL, -- X.509
    signs         INTEGER NOT NULL, -- 1: the key that signs now; its private half is a file
    published_at  BIGINT  NOT NULL,
    publication   BIGINT  NOT NULL, -- number of the reference change that told the kiosks of it
    retired_after TEXT,             -- last day of every card it signed; null: none yet
    PRIMARY KEY (street, id)
);
INSERT INTO code_key_keyed (id, public_key, signs, published_at, publication, retired_after)
SELECT id, public_key, signs, published_at, publication, retired_after
FROM code_key;
CREATE TABLE code_card_keyed (
    street      INTEGER NOT NULL DEFAULT 1,
    serial      BIGINT  NOT NULL, -- never given twice, not even after a restored backup
    member      TEXT    NOT NULL,
    branch      TEXT    NOT NULL, -- the member's when it was issued
    signing_key INTEGER NOT NULL,
    issued_on   TEXT    NOT NULL,
    expires_on  TEXT    NOT NULL, -- last valid day
    issued_at   BIGINT  NOT NULL,
    issued_by   TEXT    NOT NULL, -- login
    revoked_at  BIGINT,
    revoked_by  TEXT,             -- login
    reason      TEXT,             -- RevocationReason
    note        TEXT,             -- empty: none
    revocation  BIGINT,           -- number of the reference change that tells the kiosks
    lifted_at   BIGINT,           -- expired anyway: the kiosks need not be told any more
    PRIMARY KEY (street, serial),
    FOREIGN KEY (street, signing_key) REFERENCES code_key_keyed (street, id)
);
INSERT INTO code_card_keyed (serial, member, branch, signing_key, issued_on, expires_on, issued_at, issued_by,
    revoked_at, revoked_by, reason, note, revocation, lifted_at)
SELECT serial, member, branch, signing_key, issued_on, expires_on, issued_at, issued_by, revoked_at, revoked_by,
    reason, note, revocation, lifted_at
FROM code_card;
CREATE TABLE code_sheet_keyed (
    street  INTEGER NOT NULL DEFAULT 1,
    id      TEXT    NOT NULL, -- drawn with the form, so that a form sent twice makes one sheet
    branch  TEXT    NOT NULL,
    made_at BIGINT  NOT NULL,
    made_by TEXT    NOT NULL, -- login
    PRIMARY KEY (street, id)
);
INSERT INTO code_sheet_keyed (id, branch, made_at, made_by)
SELECT id, branch, made_at, made_by
FROM code_sheet;
CREATE TABLE code_sheet_card_keyed (
    street INTEGER NOT NULL DEFAULT 1,
    sheet  TEXT    NOT NULL,
    serial BIGINT  NOT NULL,
    PRIMARY KEY (street, sheet, serial),
    FOREIGN KEY (street, sheet) REFERENCES code_sheet_keyed (street, id),
    FOREIGN KEY (street, serial) REFERENCES code_card_keyed (street, serial)
);
INSERT INTO code_sheet_card_keyed (sheet, serial)
SELECT sheet, serial
FROM code_sheet_card;
DROP TABLE code_sheet_card;
DROP TABLE code_sheet;
DROP TABLE code_card;
DROP TABLE code_key;
ALTER TABLE code_key_keyed RENAME TO code_key;
ALTER TABLE code_card_keyed RENAME TO code_card;
ALTER TABLE code_sheet_keyed RENAME TO code_sheet;
ALTER TABLE code_sheet_card_keyed RENAME TO code_sheet_card;
CREATE UNIQUE INDEX code_key_signs ON code_key (street, signs) WHERE signs = 1;
CREATE INDEX code_card_member ON code_card (street, member, serial);
CREATE INDEX code_card_revoked ON code_card (street, revoked_at)
    WHERE revoked_at IS NOT NULL AND lifted_at IS NULL;
CREATE INDEX code_sheet_card_serial ON code_sheet_card (street, serial);
