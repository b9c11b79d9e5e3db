CREATE UNIQUE INDEX member_identity_member ON member_identity (street, member);
