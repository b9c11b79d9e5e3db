-- For whose roll a member counts; null in other roles, and in what was recorded before rolls were frozen.
ALTER TABLE attendance ADD COLUMN roll TEXT;
