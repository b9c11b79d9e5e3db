CREATE INDEX attendance_note_activity ON attendance_note (street, activity, member);
