-- Under which secrets kiosks have kept cards: each follows from a master in the vault, so that none stands here.
CREATE TABLE kiosk_card_secret (
    street    INTEGER NOT NULL DEFAULT 1,
    name      TEXT    NOT NULL, -- 16 hex digits
    kiosk     TEXT    NOT NULL,
    master    INTEGER NOT NULL,
    nonce     BLOB    NOT NULL,
    issued_at BIGINT  NOT NULL,
    PRIMARY KEY (street, name)
);
