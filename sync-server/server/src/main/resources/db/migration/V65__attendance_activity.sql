CREATE INDEX attendance_activity ON attendance (street, activity, member);
