CREATE INDEX organization_place ON organization (street, place);
