package cn.dangqun.server.web;

import java.util.List;
import java.util.Set;

/// What using a route leaves in the street's record; declared where the route is.
public sealed interface Trace {

    /// Nothing, and why nothing is needed
    record None(String because) implements Trace {}

    /// Every look, recorded before the page is sent. `subject` are variables of the path.
    record Look(Auditable action, List<String> subject) implements Trace {
        public Look {
            subject = List.copyOf(subject);
        }
    }

    /// That somebody looked, recorded once a day for each who looks and each route
    record Daily(Auditable action) implements Trace {}

    /// A look with `?names=full`, which needs [Permission#SEE_FULL_NAMES] and is recorded before the page is sent
    record FullNames(Auditable action, List<String> subject) implements Trace {
        public FullNames {
            subject = List.copyOf(subject);
        }
    }

    /// What the deed itself writes, in its own transaction: of these at least one when it is done
    record Deed(Set<Auditable> actions) implements Trace {
        public Deed {
            actions = Set.copyOf(actions);
        }
    }

    static Trace none(String because) {
        return new None(because);
    }

    static Trace look(Auditable action, String... subject) {
        return new Look(action, List.of(subject));
    }

    static Trace daily(Auditable action) {
        return new Daily(action);
    }

    static Trace fullNames(Auditable action, String... subject) {
        return new FullNames(action, List.of(subject));
    }

    static Trace deed(Auditable... actions) {
        return new Deed(Set.of(actions));
    }
}
