package cn.dangqun.server.kiosks;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.web.Owner;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Whose a kiosk is, for routes that name one.
public final class KioskOwner {
    private KioskOwner() {}

    /// A kiosk at a site nobody knows belongs to the whole street.
    public static Owner of(Handle handle, String kiosk) {
        return handle.createQuery("""
                        SELECT s.organization FROM kiosk k LEFT JOIN site s ON s.street = 1 AND s.id = k.site
                        WHERE k.street = 1 AND k.id = :id""")
                .bind("id", kiosk)
                .<Owner>map((row, ignored) -> Optional.ofNullable(row.getString("organization"))
                        .<Owner>map(id -> new Owner.Organization(new OrganizationId(id)))
                        .orElseGet(Owner.Street::new))
                .findOne()
                .orElseGet(Owner.Nobody::new);
    }
}
