CREATE INDEX activity_partner_day ON activity_partner (street, held_on);
