-- Activities that will not be held. Kiosks forget them; the street keeps them, since somebody may have come.
CREATE TABLE activity_cancelled (
    street   INTEGER NOT NULL DEFAULT 1,
    activity TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    login    TEXT    NOT NULL,
    at       BIGINT  NOT NULL,
    PRIMARY KEY (street, activity)
);
