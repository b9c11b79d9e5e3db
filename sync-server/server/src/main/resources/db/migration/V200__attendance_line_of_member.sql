CREATE INDEX attendance_line_of_member ON attendance_line (street, member, activity);
