-- Days on which centres work otherwise than their weekday says: holidays, and days that make up for them.
CREATE TABLE opening_day (
    street  INTEGER NOT NULL DEFAULT 1,
    site    TEXT    NOT NULL, -- empty: every centre that has no line of its own for the day
    day     TEXT    NOT NULL, -- ISO local date
    weekday INTEGER NOT NULL, -- whose hours hold, 1 is Monday; 0: closed
    note    TEXT    NOT NULL, -- 国庆节
    PRIMARY KEY (street, site, day)
);
