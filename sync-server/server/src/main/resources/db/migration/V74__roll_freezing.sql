-- Projection of the ledger: every freezing of a roll, by a kiosk or by the street itself. Which of them counts is decided
-- anew with each (RULES, Freezing); its entries are in the fact.
CREATE TABLE roll_freezing (
    street       INTEGER NOT NULL DEFAULT 1,
    chain        BIGINT  NOT NULL,
    seq          BIGINT  NOT NULL,
    activity     TEXT    NOT NULL,
    organization TEXT    NOT NULL, -- whose roll
    at           BIGINT  NOT NULL, -- clock of who froze it
    clock_good   INTEGER NOT NULL,
    cause        TEXT    NOT NULL, -- FreezeCause
    reference    BIGINT  NOT NULL, -- number of the changes it was computed by
    PRIMARY KEY (street, chain, seq)
) ${clustered};
