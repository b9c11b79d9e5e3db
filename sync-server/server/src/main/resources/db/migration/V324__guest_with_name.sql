CREATE INDEX guest_with_name ON guest (street, at) WHERE name IS NOT NULL;
