CREATE INDEX attendance_to_approve ON attendance (street, at) WHERE awaiting = 1;
