CREATE INDEX member_word_member ON member_word (street, member);
