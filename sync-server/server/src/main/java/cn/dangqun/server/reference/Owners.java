package cn.dangqun.server.reference;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.web.Owner;
import org.jdbi.v3.core.Handle;

/// Reads which organisation a published item belongs to.
public final class Owners {
    private Owners() {}

    public static Owner ofSite(Handle handle, String site) {
        return Owner.of(handle.createQuery("SELECT organization FROM site WHERE street = 1 AND id = :id")
                .bind("id", site)
                .mapTo(String.class)
                .findOne()
                .map(OrganizationId::new));
    }

    public static Owner ofService(Handle handle, String service) {
        return Owner.of(handle.createQuery("SELECT organization FROM service WHERE street = 1 AND id = :id")
                .bind("id", service)
                .mapTo(String.class)
                .findOne()
                .map(OrganizationId::new));
    }

    /// Whose roster lists the person now.
    public static Owner ofMember(Handle handle, String member) {
        return Owner.of(handle.createQuery("SELECT branch FROM member WHERE street = 1 AND id = :id")
                .bind("id", member)
                .mapTo(String.class)
                .findOne()
                .map(OrganizationId::new));
    }

    public static Owner ofActivity(Handle handle, String activity) {
        return Owner.of(handle.createQuery("SELECT organization FROM activity WHERE street = 1 AND id = :id")
                .bind("id", activity)
                .mapTo(String.class)
                .findOne()
                .map(OrganizationId::new));
    }

    /// What a form puts somewhere is that organisation's; a form that says none is told so by its page.
    public static Owner ofOrganization(Handle handle, String id) {
        return id.isBlank()
                ? new Owner.Unnamed()
                : Owner.of(handle.createQuery("SELECT id FROM organization WHERE street = 1 AND id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne()
                        .map(OrganizationId::new));
    }
}
