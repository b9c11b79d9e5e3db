-- Browsers in which an account was signed in before: the guesses of strangers do not make them wait.
CREATE TABLE known_browser (
    street     INTEGER NOT NULL DEFAULT 1,
    login      TEXT    NOT NULL,
    token_hash TEXT    NOT NULL, -- SHA-256 of the cookie's secret, hex
    seen_at    BIGINT  NOT NULL,
    PRIMARY KEY (street, login, token_hash)
);
