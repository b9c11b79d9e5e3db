-- The card key that a member's resident number makes, so that nobody is entered twice (R-065). The number is nowhere.
CREATE TABLE member_identity (
    street INTEGER NOT NULL DEFAULT 1,
    card   TEXT    NOT NULL, -- card key under the street's secret, hex
    member TEXT    NOT NULL,
    PRIMARY KEY (street, card)
);
