-- What was done about a request; also before anybody has told of the request itself.
CREATE TABLE request_step (
    street  INTEGER NOT NULL DEFAULT 1,
    request TEXT    NOT NULL,
    at      BIGINT  NOT NULL,
    fact    TEXT    NOT NULL, -- kiosk/epoch/seq of where it was first recorded
    step    TEXT    NOT NULL, -- RequestStep
    due     TEXT,
    to_whom TEXT,             -- Answerer
    words   BLOB,             -- sealed attachment
    by_whom TEXT    NOT NULL, -- Answerer
    fits    INTEGER NOT NULL, -- 0: came too late, changed nothing
    PRIMARY KEY (street, request, at, fact)
);
