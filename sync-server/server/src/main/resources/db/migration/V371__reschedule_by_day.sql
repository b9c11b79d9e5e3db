CREATE INDEX reschedule_by_day ON reschedule (street, new_day);
