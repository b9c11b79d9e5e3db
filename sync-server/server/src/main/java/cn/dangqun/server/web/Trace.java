package cn.dangqun.server.web;

import java.util.Set;

/// What using a route leaves in the street's record; declared where the route is.
public sealed interface Trace {

    /// Nothing, and why nothing is needed
    record None(String because) implements Trace {}

    /// Every look, recorded before the page is sent. `subject` is a variable of the path.
    record Look(Auditable action, String subject) implements Trace {}

    /// A look with `?names=full`, which needs [Permission#SEE_FULL_NAMES] and is recorded before the page is sent
    record FullNames(Auditable action, String subject) implements Trace {}

    /// What the deed itself writes, in its own transaction: of these at least one when it is done
    record Deed(Set<Auditable> actions) implements Trace {
        public Deed {
            actions = Set.copyOf(actions);
        }
    }

    static Trace none(String because) {
        return new None(because);
    }

    static Trace look(Auditable action, String subject) {
        return new Look(action, subject);
    }

    static Trace fullNames(Auditable action, String subject) {
        return new FullNames(action, subject);
    }

    static Trace deed(Auditable... actions) {
        return new Deed(Set.of(actions));
    }
}
