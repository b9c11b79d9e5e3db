package cn.dangqun.server.web;

import java.util.Set;

/// A route as it hangs in the console. `query`: what a route of data may be asked.
record Route(Kind kind, String path, Policy policy, Set<String> query) {
    Route {
        query = Set.copyOf(query);
        if (path.contains(":") && !(policy.subtree() instanceof Subtree.Named)) {
            throw new IllegalArgumentException(path + " names something without saying whose it is");
        }
        if (policy.trace() instanceof Trace.Daily && kind != Kind.DATA) {
            throw new IllegalArgumentException(path + " is a page: each look at it is recorded, or none");
        }
    }

    Route(Kind kind, String path, Policy policy) {
        this(kind, path, policy, Set.of());
    }

    enum Kind {
        PAGE,
        ACTION,
        LIVE,
        /// For other systems, which bring a token; no session opens it
        DATA
    }
}
