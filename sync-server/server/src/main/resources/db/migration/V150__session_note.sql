-- Projection of the ledger: which records say something of a session. The words stand in the records alone.
CREATE TABLE session_note (
    street   INTEGER NOT NULL DEFAULT 1,
    chain    BIGINT  NOT NULL,
    seq      BIGINT  NOT NULL,
    activity TEXT    NOT NULL, -- may be unknown to the reference tables
    at       BIGINT  NOT NULL,
    PRIMARY KEY (street, chain, seq)
) ${clustered};
