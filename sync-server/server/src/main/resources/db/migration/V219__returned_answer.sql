-- Projection of the ledger: what the people at a kiosk answered to an item that was returned to them; the last stands.
CREATE TABLE returned_answer (
    street INTEGER NOT NULL DEFAULT 1,
    kind   TEXT    NOT NULL, -- ReviewItem.Kind
    item   TEXT    NOT NULL, -- its key
    words  TEXT    NOT NULL,
    staff  TEXT    NOT NULL,
    kiosk  TEXT    NOT NULL,
    at     BIGINT  NOT NULL,
    PRIMARY KEY (street, kind, item)
);
