-- When people are received by appointment at a centre: the street's timetable.
CREATE TABLE appointment_day (
    street     INTEGER NOT NULL DEFAULT 1,
    id         TEXT    NOT NULL,
    site       TEXT    NOT NULL,
    service    TEXT    NOT NULL,
    day        TEXT    NOT NULL, -- ISO local date of the centre
    from_time  TEXT    NOT NULL, -- 14:00
    to_time    TEXT    NOT NULL,
    minutes    INTEGER NOT NULL, -- of one appointment
    places     INTEGER NOT NULL, -- at one time
    host       TEXT    NOT NULL, -- who receives, as published; may be empty
    called_off TEXT,             -- why it does not take place
    PRIMARY KEY (street, id)
);
