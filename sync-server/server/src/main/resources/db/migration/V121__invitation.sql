-- Links with which somebody makes an own account, or an own password, once. The row goes when the link is used.
CREATE TABLE invitation (
    street     INTEGER NOT NULL DEFAULT 1,
    token_hash TEXT    NOT NULL, -- SHA-256 of the link's secret, hex
    login      TEXT,             -- whose password is to be chosen; null: a new account
    role       TEXT    NOT NULL, -- Role
    scope      TEXT,             -- top organisation; null: the whole street
    note       TEXT    NOT NULL, -- whom it is for
    invited_by TEXT    NOT NULL, -- login
    expires_at BIGINT  NOT NULL,
    PRIMARY KEY (street, token_hash)
);
