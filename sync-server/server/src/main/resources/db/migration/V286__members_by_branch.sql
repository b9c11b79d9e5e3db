-- People are kept by branch, so that one branch can be told to a kiosk without its whole community.
UPDATE reference_item SET scope = (
    SELECT 'people:' || m.branch FROM member m WHERE m.street = 1 AND m.id = reference_item.id)
WHERE street = 1 AND kind = 'MEMBER' AND scope LIKE 'org:%'
    AND EXISTS (SELECT 1 FROM member m WHERE m.street = 1 AND m.id = reference_item.id);
