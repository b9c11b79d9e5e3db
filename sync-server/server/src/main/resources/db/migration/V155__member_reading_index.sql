CREATE INDEX member_reading ON member (street, branch, reading, id);
