CREATE INDEX attendance_of_member ON attendance (street, member, at);
