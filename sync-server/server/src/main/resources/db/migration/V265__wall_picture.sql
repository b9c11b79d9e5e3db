-- The pictures of a version, in order; they stay with it, so that it is seen later what hung.
CREATE TABLE wall_picture (
    street  INTEGER NOT NULL DEFAULT 1,
    version TEXT    NOT NULL,
    place   INTEGER NOT NULL, -- from 1
    file    BLOB    NOT NULL, -- content_file
    size    INTEGER NOT NULL, -- bytes of it
    width   INTEGER NOT NULL, -- pixels
    height  INTEGER NOT NULL,
    words   TEXT    NOT NULL, -- what is to be seen; empty: nobody has said yet
    PRIMARY KEY (street, version, place),
    FOREIGN KEY (street, version) REFERENCES wall_version (street, id)
);
