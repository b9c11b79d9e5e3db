-- What residents asked for and visits to them, as facts say (R-140 to R-149). Nobody's name stands here.
CREATE TABLE request (
    street       INTEGER NOT NULL DEFAULT 1,
    request      TEXT    NOT NULL, -- 16 hex digits
    kind         TEXT    NOT NULL, -- RequestKind
    organization TEXT    NOT NULL,
    service      TEXT,
    ticket       TEXT,
    day          TEXT    NOT NULL, -- ISO, when somebody came or was visited
    responder    TEXT    NOT NULL, -- Answerer
    stage        TEXT    NOT NULL, -- RequestStage
    answers      TEXT    NOT NULL, -- Answerer
    offered      TEXT,             -- Answerer
    first_due    TEXT,             -- as it was filed
    due          TEXT,
    filed_at     BIGINT  NOT NULL,
    closed_at    BIGINT,
    reopened     INTEGER NOT NULL,
    escalated    INTEGER NOT NULL,
    stars        INTEGER,
    applicant    BLOB,             -- sealed attachment
    PRIMARY KEY (street, request)
);
