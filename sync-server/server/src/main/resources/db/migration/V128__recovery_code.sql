-- For whoever has lost the authenticator: each works once, and then its row goes.
CREATE TABLE recovery_code (
    street    INTEGER NOT NULL DEFAULT 1,
    login     TEXT    NOT NULL,
    code_hash TEXT    NOT NULL, -- HMAC with a key of the vault, hex
    PRIMARY KEY (street, login, code_hash)
);
