-- Which requests' names and words are forgotten, and when: the report of what was purged (OQ-39). No projection.
CREATE TABLE request_forgotten (
    street    INTEGER NOT NULL DEFAULT 1,
    request   TEXT    NOT NULL,
    forgotten TEXT    NOT NULL, -- ISO local date
    PRIMARY KEY (street, request)
);
