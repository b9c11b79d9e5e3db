-- How many partners it has; null: entered before activity_partner was, and looked at when the server starts.
ALTER TABLE activity ADD COLUMN partners INTEGER;
