-- Projection of the ledger: whether the session that a kiosk opened is closed.
CREATE TABLE session_standing (
    street   INTEGER NOT NULL DEFAULT 1,
    activity TEXT    NOT NULL,
    chain    BIGINT  NOT NULL,
    closed   INTEGER NOT NULL,
    at       BIGINT  NOT NULL, -- of the last record that opened or closed it
    staff    TEXT    NOT NULL, -- who opened it; empty: nobody is named
    PRIMARY KEY (street, activity, chain)
);
