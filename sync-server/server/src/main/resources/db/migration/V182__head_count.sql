-- Projection of the ledger: how many of a kind came whom nobody recorded one by one. The latest counts.
CREATE TABLE head_count (
    street   INTEGER NOT NULL DEFAULT 1,
    chain    BIGINT  NOT NULL,
    seq      BIGINT  NOT NULL,
    activity TEXT    NOT NULL, -- may be unknown to the reference tables
    kind     TEXT    NOT NULL, -- GuestKind
    number   INTEGER NOT NULL,
    at       BIGINT  NOT NULL,
    PRIMARY KEY (street, chain, seq)
) ${clustered};
