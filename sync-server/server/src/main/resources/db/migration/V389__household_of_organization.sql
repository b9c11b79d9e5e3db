CREATE INDEX household_of_organization ON household (street, organization);
