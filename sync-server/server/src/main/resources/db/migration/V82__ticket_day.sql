CREATE INDEX ticket_day ON ticket (street, day, kiosk);
