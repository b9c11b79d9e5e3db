-- Kiosks of the street, their certificates and one-time codes. Instants are milliseconds since 1970 UTC.
CREATE TABLE kiosk (
    id                TEXT    NOT NULL PRIMARY KEY,
    name              TEXT    NOT NULL,
    site              TEXT    NOT NULL, -- reference item SITE
    created_at        BIGINT  NOT NULL,
    revoked_at        BIGINT,           -- set: every connection is refused
    last_contact_at   BIGINT,           -- any message, at most as old as the last heartbeat
    reference_applied BIGINT  NOT NULL DEFAULT 0,
    reference_site    TEXT,             -- the site for which reference_applied counts
    -- health as the kiosk last told it
    health_at         BIGINT,
    software          TEXT,
    unsent            BIGINT,
    oldest_unsent_at  BIGINT,           -- kiosk's wall clock; null: nothing unsent
    free_disk_bytes   BIGINT,
    ledger_damaged    INTEGER NOT NULL DEFAULT 0,
    clock_ahead_millis BIGINT           -- kiosk's wall clock minus the street's, at health_at
);

CREATE TABLE kiosk_device (
    kiosk TEXT NOT NULL REFERENCES kiosk (id),
    name  TEXT NOT NULL,
    kind  TEXT NOT NULL,
    state TEXT NOT NULL,
    fault TEXT NOT NULL, -- empty: none
    PRIMARY KEY (kiosk, name)
);

CREATE TABLE kiosk_certificate (
    serial     TEXT   NOT NULL PRIMARY KEY, -- hex
    kiosk      TEXT   NOT NULL REFERENCES kiosk (id),
    issued_at  BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    retired_at BIGINT -- set: replaced by a newer one, no longer accepted
);
CREATE INDEX kiosk_certificate_kiosk ON kiosk_certificate (kiosk);

CREATE TABLE enrolment_code (
    code_hash  TEXT   NOT NULL PRIMARY KEY, -- SHA-256 of the normalised code, hex
    kiosk      TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    site       TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);
