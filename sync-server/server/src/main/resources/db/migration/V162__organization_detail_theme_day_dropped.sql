-- It is one of the organisation's rules, which have days.
ALTER TABLE organization_detail DROP COLUMN theme_day;
