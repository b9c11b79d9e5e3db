-- The chains of facts that the street holds: one for each ledger a kiosk ever began, and the street's own. In every other
-- table a number stands for kiosk and epoch. The number says nothing about order.
CREATE TABLE chain (
    street     INTEGER NOT NULL DEFAULT 1,
    number     BIGINT  NOT NULL,
    kiosk      TEXT    NOT NULL,
    epoch      TEXT    NOT NULL, -- 32 hex digits
    last_seq   BIGINT  NOT NULL,
    last_hash  BLOB    NOT NULL,
    started_at BIGINT  NOT NULL, -- street's clock
    PRIMARY KEY (street, number),
    UNIQUE (street, kiosk, epoch)
);
