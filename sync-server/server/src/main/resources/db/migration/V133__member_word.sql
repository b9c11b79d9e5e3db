-- By what a member is found: name, given name, pinyin, initials; the beginning of any will do.
CREATE TABLE member_word (
    street INTEGER NOT NULL DEFAULT 1,
    word   TEXT    NOT NULL,
    member TEXT    NOT NULL,
    PRIMARY KEY (street, word, member)
);
