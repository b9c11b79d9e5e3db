CREATE INDEX study_note_day ON study_note (street, day);
