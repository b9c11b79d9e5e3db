CREATE INDEX attendance_line_member ON attendance_line (street, activity, member);
