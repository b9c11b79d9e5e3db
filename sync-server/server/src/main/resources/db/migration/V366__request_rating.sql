-- What people said of how they were served; also before anybody has told of the request itself.
CREATE TABLE request_rating (
    street  INTEGER NOT NULL DEFAULT 1,
    request TEXT    NOT NULL,
    at      BIGINT  NOT NULL,
    fact    TEXT    NOT NULL, -- kiosk/epoch/seq of where it was first recorded
    stars   INTEGER NOT NULL,
    PRIMARY KEY (street, request, at, fact)
);
