-- Under which master the street itself keeps cards now; without a row under the first.
CREATE TABLE card_master (
    street INTEGER NOT NULL DEFAULT 1,
    number INTEGER NOT NULL,
    PRIMARY KEY (street)
);
