package cn.dangqun.server.web;

import cn.dangqun.domain.organization.OrganizationId;
import java.util.Optional;

/// To whom belongs what a request names.
public sealed interface Owner {

    record Organization(OrganizationId id) implements Owner {}

    /// The whole street's, or of no organisation the street knows: for those whose scope is the whole street
    record Street() implements Owner {}

    /// There is no such thing
    record Nobody() implements Owner {}

    /// The request names nothing; the page shows what the viewer's scope holds
    record Unnamed() implements Owner {}

    static Owner of(Optional<OrganizationId> found) {
        return found.<Owner>map(Organization::new).orElseGet(Nobody::new);
    }
}
