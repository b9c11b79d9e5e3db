package cn.dangqun.domain.organization;

import java.util.Optional;

/// One Party organisation. `name` is the full official name as shown on screens and forms.
public record Organization(
        OrganizationId id,
        Optional<OrganizationId> parent,
        OrganizationLevel level,
        OrganizationClass orgClass,
        String name) {
    public Organization {
        if (name.isBlank()) {
            throw new IllegalArgumentException("organisation " + id + " has no name");
        }
        if (level != OrganizationLevel.STREET_COMMITTEE && parent.isEmpty()) {
            throw new IllegalArgumentException("organisation " + id + " has no parent");
        }
    }
}
