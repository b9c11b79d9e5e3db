-- The first day on which the newest membership is over; null: it goes on.
ALTER TABLE member ADD COLUMN until TEXT;
