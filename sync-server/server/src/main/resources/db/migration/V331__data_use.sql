-- On which days which token read what: one row a day and route, however often.
CREATE TABLE data_use (
    street INTEGER NOT NULL DEFAULT 1,
    token  TEXT    NOT NULL, -- its id
    day    TEXT    NOT NULL, -- ISO
    route  TEXT    NOT NULL,
    PRIMARY KEY (street, token, day, route)
);
