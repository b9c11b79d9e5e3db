CREATE INDEX ticket_of_kiosk ON ticket (street, kiosk, day);
