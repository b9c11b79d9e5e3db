-- Fixed days that were noted without a date hold from the beginning.
INSERT INTO organization_rules (street, organization, since, profile, params, committee, theme_day, reason, login, at)
SELECT street, id, '1921-07-01', NULL, '', NULL, theme_day, '', '', 0 FROM organization_detail
WHERE theme_day IS NOT NULL;
