-- What facts name by the SHA-256 of the sealed bytes. Destroying the key forgets it: chain and figures stay.
CREATE TABLE attachment (
    street      INTEGER NOT NULL DEFAULT 1,
    id          BLOB    NOT NULL, -- 32 bytes
    sealed      BLOB    NOT NULL, -- empty: forgotten
    secret      BLOB,             -- its key; null: forgotten
    kiosk       TEXT    NOT NULL, -- who brought it first
    received_at BIGINT  NOT NULL, -- street's clock
    PRIMARY KEY (street, id)
);
