-- Who is in the chair twice at one time.
CREATE INDEX activity_detail_chair ON activity_detail (street, chair);
