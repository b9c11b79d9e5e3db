-- What the street notes of an activity of its plan and kiosks need not know.
CREATE TABLE activity_detail (
    street    INTEGER NOT NULL DEFAULT 1,
    activity  TEXT    NOT NULL,
    hours     INTEGER,         -- 学时 it gives, 0 to 80, null: none fixed
    chair     TEXT,            -- who is in the chair
    organiser TEXT,            -- who sees to it
    PRIMARY KEY (street, activity)
);
