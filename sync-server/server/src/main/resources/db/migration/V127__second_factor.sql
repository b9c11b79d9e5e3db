-- What an authenticator app shares with the street (RFC 6238). Six figures count from when the person has typed one.
CREATE TABLE second_factor (
    street       INTEGER NOT NULL DEFAULT 1,
    login        TEXT    NOT NULL,
    secret       BLOB    NOT NULL, -- sealed with a key of the vault
    last_step    BIGINT  NOT NULL, -- the newest half minute whose figures were taken: none is taken twice
    confirmed_at BIGINT,           -- null: not in use yet
    PRIMARY KEY (street, login)
);
