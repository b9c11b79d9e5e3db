-- Projection of the ledger: who came without being a member here. A guest with a card counts once per activity, as a
-- member does; without a card, every admission is a person.
CREATE TABLE guest (
    street   INTEGER NOT NULL DEFAULT 1,
    chain    BIGINT  NOT NULL,
    seq      BIGINT  NOT NULL,
    activity TEXT    NOT NULL,
    kind     TEXT    NOT NULL, -- GuestKind
    card     TEXT,             -- card key, hex; null: none shown
    at       BIGINT  NOT NULL, -- by which the kiosk decided
    voided   INTEGER NOT NULL DEFAULT 0,
    counted  INTEGER NOT NULL DEFAULT 0,
    clock    INTEGER NOT NULL DEFAULT 1, -- 0: the time is known, 1: nobody compared it, 2: it cannot be right
    PRIMARY KEY (street, chain, seq)
) ${clustered};
