-- Cards that the office took from their holders. What a kiosk that was apart did with one before does not bring it back.
CREATE TABLE card_retired (
    street INTEGER NOT NULL DEFAULT 1,
    card   TEXT    NOT NULL, -- card key, hex, as the street keeps it
    at     BIGINT  NOT NULL,
    member TEXT    NOT NULL,
    since  TEXT    NOT NULL, -- ISO local date: lost or broken on that day
    reason TEXT    NOT NULL,
    login  TEXT    NOT NULL,
    PRIMARY KEY (street, card, at)
);
