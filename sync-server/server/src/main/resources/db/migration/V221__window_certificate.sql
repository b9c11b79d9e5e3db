-- Certificates for the pages that kiosks serve to the windows of their centre.
CREATE TABLE window_certificate (
    street     INTEGER NOT NULL DEFAULT 1,
    serial     TEXT    NOT NULL, -- hex
    kiosk      TEXT    NOT NULL,
    address    TEXT    NOT NULL,
    issued_at  BIGINT  NOT NULL,
    expires_at BIGINT  NOT NULL,
    PRIMARY KEY (street, serial)
);
