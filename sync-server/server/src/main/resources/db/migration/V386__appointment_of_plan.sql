CREATE INDEX appointment_of_plan ON appointment (street, plan);
