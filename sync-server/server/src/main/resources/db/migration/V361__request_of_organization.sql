CREATE INDEX request_of_organization ON request (street, organization, day);
