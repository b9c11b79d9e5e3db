-- Tokens with which other systems read here. The token itself is kept nowhere.
CREATE TABLE data_token (
    street       INTEGER NOT NULL DEFAULT 1,
    token_hash   TEXT    NOT NULL, -- SHA-256 of the token, hex; its first 16 signs are the id
    note         TEXT    NOT NULL, -- which system it is for
    scope        TEXT,             -- top organisation; null: the whole street
    data         TEXT    NOT NULL, -- Dataset names, with a space between
    given_by     TEXT    NOT NULL, -- login
    given_at     BIGINT  NOT NULL,
    last_day     TEXT    NOT NULL, -- ISO, included
    withdrawn_at BIGINT,
    PRIMARY KEY (street, token_hash)
);
