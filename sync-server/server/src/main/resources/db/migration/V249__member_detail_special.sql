-- Whom the books know as frail, in need or away; most members are none of it.
CREATE INDEX member_detail_special ON member_detail (street, member) WHERE categories <> '';
