-- Who takes part in an activity besides the organisation that holds it (R-190); a projection of the reference items.
CREATE TABLE activity_partner (
    street       INTEGER NOT NULL DEFAULT 1,
    activity     TEXT    NOT NULL,
    organization TEXT    NOT NULL,
    held_on      TEXT    NOT NULL, -- ISO day in the street's zone
    PRIMARY KEY (street, activity, organization)
);
