-- Which current items name which files: a kiosk is given a file because it holds such an item.
CREATE TABLE reference_content (
    street INTEGER NOT NULL DEFAULT 1,
    kind   TEXT    NOT NULL, -- ReferenceKind
    item   TEXT    NOT NULL,
    file   BLOB    NOT NULL, -- content_file
    PRIMARY KEY (street, kind, item, file)
);
