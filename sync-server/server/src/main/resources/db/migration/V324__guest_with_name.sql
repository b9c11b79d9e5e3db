CREATE INDEX guest_with_name ON guest (street, at) WHERE counted = 1 AND name IS NOT NULL;
