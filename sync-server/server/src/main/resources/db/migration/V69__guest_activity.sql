CREATE INDEX guest_activity ON guest (street, activity, card);
