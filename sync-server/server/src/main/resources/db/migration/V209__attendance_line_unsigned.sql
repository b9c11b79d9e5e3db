CREATE INDEX attendance_line_unsigned ON attendance_line (street, activity, member)
    WHERE state = 'CHECKED_IN_UNSIGNED';
