-- Check-ins that stand and do not count, because another of the same person does.
CREATE INDEX attendance_doubled ON attendance (street, activity, member)
    WHERE counted IS NULL AND voided = 0 AND awaiting = 0;
