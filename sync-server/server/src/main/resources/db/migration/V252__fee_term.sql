-- What a branch fixed for a member from a month on; a later row of the same month stands. Nothing is ever changed.
CREATE TABLE fee_term (
    street     INTEGER NOT NULL DEFAULT 1,
    member     TEXT    NOT NULL,
    from_month TEXT    NOT NULL, -- ISO, e.g. 2026-01
    number     INTEGER NOT NULL, -- from 1, for the month
    fee_group  TEXT    NOT NULL, -- FeeGroup
    base       BIGINT,           -- cents it was figured from; null: nobody said
    monthly    BIGINT  NOT NULL, -- cents a month
    pattern    TEXT    NOT NULL, -- FeePattern
    reason     TEXT    NOT NULL,
    login      TEXT    NOT NULL,
    at         BIGINT  NOT NULL,
    PRIMARY KEY (street, member, from_month, number)
);
