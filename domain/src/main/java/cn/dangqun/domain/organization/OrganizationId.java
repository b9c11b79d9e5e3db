package cn.dangqun.domain.organization;

/// The street's own identifier of an organisation; at most 64 characters, never blank.
public record OrganizationId(String value) {
    public OrganizationId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("organisation id must have 1 to 64 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
