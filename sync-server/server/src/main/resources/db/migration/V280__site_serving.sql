-- Whom a site receives besides the people of its own community (R-191), and from when to when. A row whose until_at is
-- null stands.
CREATE TABLE site_serving (
    street       INTEGER NOT NULL DEFAULT 1,
    site         TEXT    NOT NULL,
    organization TEXT    NOT NULL, -- a community; may be unknown to the reference tables
    from_at      BIGINT  NOT NULL, -- milliseconds since 1970 UTC
    until_at     BIGINT,
    PRIMARY KEY (street, site, organization, from_at)
);
