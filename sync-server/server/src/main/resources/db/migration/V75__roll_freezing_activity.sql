CREATE INDEX roll_freezing_activity ON roll_freezing (street, activity, organization);
