CREATE INDEX enrolment_code_kiosk ON enrolment_code (street, kiosk, created_at);
