CREATE INDEX session_standing_open ON session_standing (street, activity) WHERE closed = 0;
