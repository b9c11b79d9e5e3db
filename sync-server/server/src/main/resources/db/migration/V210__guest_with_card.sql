CREATE INDEX guest_with_card ON guest (street, at) WHERE counted = 1 AND card IS NOT NULL;
