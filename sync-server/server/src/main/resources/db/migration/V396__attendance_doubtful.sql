CREATE INDEX attendance_doubtful ON attendance (street, at) WHERE clock = 2;
