-- Who came to what and stood on no roll there: it gives hours and nothing else (OQ-20).
CREATE INDEX attendance_linked ON attendance (street, activity, member) WHERE counted = 1 AND roll IS NULL;
