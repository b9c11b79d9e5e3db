CREATE INDEX appointment_day_by_day ON appointment_day (street, day, site);
