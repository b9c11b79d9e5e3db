CREATE INDEX session_note_activity ON session_note (street, activity, chain, seq);
