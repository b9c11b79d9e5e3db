-- Projection of the street's own facts: what became of records that were set aside.
CREATE TABLE parked_settled (
    street     INTEGER NOT NULL DEFAULT 1,
    kiosk      TEXT    NOT NULL,
    epoch      TEXT    NOT NULL,
    seq        BIGINT  NOT NULL,
    settlement TEXT    NOT NULL, -- StreetFact.Settlement
    login      TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    at         BIGINT  NOT NULL,
    PRIMARY KEY (street, kiosk, epoch, seq)
);
