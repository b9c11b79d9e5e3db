-- How long a training takes, in half days from 1 to 40; null: nobody said.
ALTER TABLE activity_detail ADD COLUMN half_days INTEGER;
