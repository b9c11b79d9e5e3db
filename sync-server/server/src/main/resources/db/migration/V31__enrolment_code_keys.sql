-- Rebuild: one-time codes, keyed by street.
CREATE TABLE enrolment_code_keyed (
    street     INTEGER NOT NULL DEFAULT 1,
    code_hash  TEXT    NOT NULL, -- SHA-256 of the normalised code, hex
    kiosk      TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    site       TEXT    NOT NULL,
    created_at BIGINT  NOT NULL,
    expires_at BIGINT  NOT NULL,
    used_at    BIGINT,
    PRIMARY KEY (street, code_hash)
);
INSERT INTO enrolment_code_keyed (code_hash, kiosk, name, site, created_at, expires_at, used_at)
SELECT code_hash, kiosk, name, site, created_at, expires_at, used_at
FROM enrolment_code;
DROP TABLE enrolment_code;
ALTER TABLE enrolment_code_keyed RENAME TO enrolment_code;
