package cn.dangqun.server.reference;

import cn.dangqun.domain.organization.OrganizationId;

/// Which kiosks receive an item: all of the street, those of one community, or those of one site. A kiosk holds no more
/// than its site needs (DESIGN §7).
public record Scope(String value) {
    /// Kept by the street, sent to nobody: its place is not known yet.
    static final Scope NOWHERE = new Scope("nowhere");

    private static final Scope STREET = new Scope("street");

    public static Scope street() {
        return STREET;
    }

    /// `community`: an organisation directly under the street committee.
    public static Scope community(OrganizationId community) {
        return new Scope("org:" + community.value());
    }

    public static Scope site(String siteId) {
        return new Scope("site:" + siteId);
    }
}
