CREATE INDEX activity_partner_organization ON activity_partner (street, organization, held_on);
