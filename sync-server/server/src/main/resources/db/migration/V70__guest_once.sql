CREATE UNIQUE INDEX guest_once ON guest (street, activity, card) WHERE counted = 1 AND card IS NOT NULL;
