-- Projection of the ledger: which months were paid, as ticked at a theme day or entered at the street; no amounts.
CREATE TABLE fee_month (
    street INTEGER NOT NULL DEFAULT 1,
    member TEXT    NOT NULL, -- may be unknown to the reference tables
    month  TEXT    NOT NULL, -- ISO, e.g. 2026-11
    source TEXT    NOT NULL, -- the activity at which it was ticked; 'street': entered there
    paid   INTEGER NOT NULL, -- 0: taken back
    at     BIGINT  NOT NULL, -- when the last word on it was recorded
    staff  TEXT,             -- who ticked it at the kiosk
    login  TEXT,             -- who entered it, or took it back, at the street
    reason TEXT    NOT NULL,
    PRIMARY KEY (street, member, month, source)
);
