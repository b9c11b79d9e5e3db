CREATE INDEX head_count_activity ON head_count (street, activity, kind, at);
