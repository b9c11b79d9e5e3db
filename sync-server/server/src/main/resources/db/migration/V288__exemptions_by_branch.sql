-- The id is the member's, a dot, and more.
UPDATE reference_item SET scope = (
    SELECT 'people:' || m.branch FROM member m
    WHERE m.street = 1 AND substr(reference_item.id, 1, length(m.id) + 1) = m.id || '.')
WHERE street = 1 AND kind = 'EXEMPTION' AND scope LIKE 'org:%'
    AND EXISTS (
        SELECT 1 FROM member m
        WHERE m.street = 1 AND substr(reference_item.id, 1, length(m.id) + 1) = m.id || '.');
