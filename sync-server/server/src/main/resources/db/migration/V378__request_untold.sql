-- Requests of which kiosks have not been told yet how they stand. No projection.
CREATE TABLE request_untold (
    street  INTEGER NOT NULL DEFAULT 1,
    request TEXT    NOT NULL,
    PRIMARY KEY (street, request)
);
