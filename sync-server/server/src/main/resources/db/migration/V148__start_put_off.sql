-- Who does not want to be led to the first steps any more.
CREATE TABLE start_put_off (
    street INTEGER NOT NULL DEFAULT 1,
    login  TEXT    NOT NULL,
    at     BIGINT  NOT NULL,
    PRIMARY KEY (street, login)
);
