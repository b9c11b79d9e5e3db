UPDATE reference_item SET scope = (
    SELECT 'people:' || m.branch FROM card_binding c
    JOIN member m ON m.street = 1 AND m.id = c.member
    WHERE c.street = 1 AND c.card = reference_item.id)
WHERE street = 1 AND kind = 'CARD_BINDING' AND scope LIKE 'org:%'
    AND EXISTS (
        SELECT 1 FROM card_binding c
        JOIN member m ON m.street = 1 AND m.id = c.member
        WHERE c.street = 1 AND c.card = reference_item.id);
