CREATE INDEX request_of_responder ON request (street, responder, day);
