CREATE UNIQUE INDEX attendance_once ON attendance (street, activity, member, counted);
