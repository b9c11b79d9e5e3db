CREATE INDEX attendance_note_strokes ON attendance_note (street, strokes);
