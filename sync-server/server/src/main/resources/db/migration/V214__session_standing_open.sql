CREATE INDEX session_standing_open ON session_standing (street, at) WHERE closed = 0;
