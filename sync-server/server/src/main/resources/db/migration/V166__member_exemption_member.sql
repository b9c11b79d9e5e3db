CREATE INDEX member_exemption_member ON member_exemption (street, member);
