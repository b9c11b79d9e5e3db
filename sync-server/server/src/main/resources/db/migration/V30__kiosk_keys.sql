-- Rebuild: kiosks, their devices and certificates begin their keys with the street. Instants are milliseconds since
-- 1970 UTC.
CREATE TABLE kiosk_keyed (
    street             INTEGER NOT NULL DEFAULT 1,
    id                 TEXT    NOT NULL,
    name               TEXT    NOT NULL,
    site               TEXT    NOT NULL,           -- reference item SITE
    created_at         BIGINT  NOT NULL,
    revoked_at         BIGINT,                     -- set: every connection is refused
    last_contact_at    BIGINT,                     -- any message, at most as old as the last heartbeat
    reference_applied  BIGINT  NOT NULL DEFAULT 0,
    reference_site     TEXT,                       -- the site for which reference_applied counts
    -- health as the kiosk last told it
    health_at          BIGINT,
    software           TEXT,
    unsent             BIGINT,
    oldest_unsent_at   BIGINT,                     -- kiosk's wall clock; null: nothing unsent
    free_disk_bytes    BIGINT,
    ledger_damaged     INTEGER NOT NULL DEFAULT 0,
    clock_ahead_millis BIGINT,                     -- kiosk's wall clock minus the street's, at health_at
    -- two machines with one identity come back in turn, each with a boot of its own
    boot_id            TEXT,
    former_boot_id     TEXT,
    rival_at           BIGINT,                     -- a boot came back after another had taken its place
    -- what became of ledger files that were set aside, as the kiosk last told it
    salvaged           BIGINT  NOT NULL DEFAULT 0,
    unreadable         BIGINT  NOT NULL DEFAULT 0,
    unreadable_unknown INTEGER NOT NULL DEFAULT 0,
    reference_protocol INTEGER NOT NULL DEFAULT 2, -- the version for whose kinds reference_applied counts
    PRIMARY KEY (street, id)
);
INSERT INTO kiosk_keyed (id, name, site, created_at, revoked_at, last_contact_at, reference_applied, reference_site,
    health_at, software, unsent, oldest_unsent_at, free_disk_bytes, ledger_damaged, clock_ahead_millis, boot_id,
    former_boot_id, rival_at, salvaged, unreadable, unreadable_unknown, reference_protocol)
SELECT id, name, site, created_at, revoked_at, last_contact_at, reference_applied, reference_site, health_at,
    software, unsent, oldest_unsent_at, free_disk_bytes, ledger_damaged, clock_ahead_millis, boot_id,
    former_boot_id, rival_at, salvaged, unreadable, unreadable_unknown, reference_protocol
FROM kiosk;
CREATE TABLE kiosk_device_keyed (
    street INTEGER NOT NULL DEFAULT 1,
    kiosk  TEXT    NOT NULL,
    name   TEXT    NOT NULL,
    kind   TEXT    NOT NULL,
    state  TEXT    NOT NULL,
    fault  TEXT    NOT NULL, -- empty: none
    PRIMARY KEY (street, kiosk, name),
    FOREIGN KEY (street, kiosk) REFERENCES kiosk_keyed (street, id)
);
INSERT INTO kiosk_device_keyed (kiosk, name, kind, state, fault)
SELECT kiosk, name, kind, state, fault
FROM kiosk_device;
CREATE TABLE kiosk_certificate_keyed (
    street     INTEGER NOT NULL DEFAULT 1,
    serial     TEXT    NOT NULL, -- hex
    kiosk      TEXT    NOT NULL,
    issued_at  BIGINT  NOT NULL,
    expires_at BIGINT  NOT NULL,
    retired_at BIGINT,           -- set: replaced by a newer one, no longer accepted
    PRIMARY KEY (street, serial),
    FOREIGN KEY (street, kiosk) REFERENCES kiosk_keyed (street, id)
);
INSERT INTO kiosk_certificate_keyed (serial, kiosk, issued_at, expires_at, retired_at)
SELECT serial, kiosk, issued_at, expires_at, retired_at
FROM kiosk_certificate;
DROP TABLE kiosk_certificate;
DROP TABLE kiosk_device;
DROP TABLE kiosk;
ALTER TABLE kiosk_keyed RENAME TO kiosk;
ALTER TABLE kiosk_device_keyed RENAME TO kiosk_device;
ALTER TABLE kiosk_certificate_keyed RENAME TO kiosk_certificate;
CREATE INDEX kiosk_site ON kiosk (street, site);
CREATE INDEX kiosk_certificate_kiosk ON kiosk_certificate (street, kiosk);
