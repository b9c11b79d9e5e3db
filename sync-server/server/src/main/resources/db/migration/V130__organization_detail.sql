-- What the street notes of an organisation and kiosks need not know.
CREATE TABLE organization_detail (
    street    INTEGER NOT NULL DEFAULT 1,
    id        TEXT    NOT NULL,
    kind      TEXT    NOT NULL, -- OrganizationKind
    grid_unit TEXT,             -- 片区 or 楼栋, null: none
    theme_day INTEGER,          -- day of the month, 1 to 28, null: by class
    term_end  TEXT,             -- ISO local date, null: no committee
    PRIMARY KEY (street, id)
);
