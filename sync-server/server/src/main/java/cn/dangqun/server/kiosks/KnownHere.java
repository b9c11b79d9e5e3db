package cn.dangqun.server.kiosks;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.reference.Scope;
import cn.dangqun.server.reference.SiteReach;
import cn.dangqun.server.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Whom a kiosk knows today, in words: the communities that its site serves, the branches that visit it, and
/// whether all of that has arrived.
record KnownHere(Handle handle, Texts texts) {
    List<String> lines(KioskHealth kiosk, LocalDate day) {
        var reach = SiteReach.of(handle, kiosk.site(), day);
        var lines = new ArrayList<String>();
        lines.add(
                reach.communities().isEmpty()
                        ? texts.get("kiosks.known.nobody")
                        : texts.get(
                                "kiosks.known.communities",
                                names(reach.communities().keySet())));
        if (!reach.visiting().isEmpty()) {
            lines.add(texts.get("kiosks.known.visiting", names(reach.visiting())));
        }
        held(kiosk)
                .ifPresent(held -> lines.add(texts.get(
                        held.containsAll(SiteReach.scopes(handle, kiosk.site(), day).stream()
                                        .map(Scope::value)
                                        .toList())
                                ? "kiosks.known.arrived"
                                : "kiosks.known.coming")));
        return lines;
    }

    private String names(Collection<OrganizationId> ids) {
        return handle
                .createQuery("SELECT name FROM organization WHERE street = 1 AND id IN (<ids>) ORDER BY place")
                .bindList("ids", ids.stream().map(OrganizationId::value).toList())
                .mapTo(String.class)
                .stream()
                .collect(Collectors.joining(texts.get("kiosks.known.and")));
    }

    /// As it was noted at the place where it stands.
    private Optional<List<String>> held(KioskHealth kiosk) {
        return handle.createQuery("SELECT reference_scopes FROM kiosk WHERE street = 1 AND id = ?"
                        + " AND reference_site = site AND reference_scopes IS NOT NULL")
                .bind(0, kiosk.id().value())
                .mapTo(String.class)
                .findOne()
                .map(lines -> lines.lines().toList());
    }
}
