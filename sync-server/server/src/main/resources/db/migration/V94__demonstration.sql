-- A street that was begun as a demonstration: its accounts have public passwords, its people are made up.
CREATE TABLE demonstration (
    street   INTEGER NOT NULL DEFAULT 1,
    began_at BIGINT  NOT NULL,
    PRIMARY KEY (street)
);
