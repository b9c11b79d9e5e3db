-- Rebuild: people on duty as columns, keyed by street.
CREATE TABLE staff_keyed (
    street INTEGER NOT NULL DEFAULT 1,
    id     TEXT    NOT NULL,
    name   TEXT    NOT NULL,
    duty   TEXT    NOT NULL,
    PRIMARY KEY (street, id)
);
INSERT INTO staff_keyed (id, name, duty)
SELECT id, name, duty
FROM staff;
DROP TABLE staff;
ALTER TABLE staff_keyed RENAME TO staff;
