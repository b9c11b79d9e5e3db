package cn.dangqun.server.web;

import org.jdbi.v3.core.Handle;

/// Whose subtree a route touches (F-79); declared where the route is.
public sealed interface Subtree {

    /// Nothing that belongs to an organisation
    record None() implements Subtree {}

    /// A list that holds only what is inside the viewer's scope
    record Filtered() implements Subtree {}

    /// What the request names; outside the viewer's scope it answers as if it were not there
    record Named(Finder finder) implements Subtree {}

    /// Reads who owns what a request names. What cannot be an id is [Owner.Nobody]'s.
    @FunctionalInterface
    interface Finder {
        Owner owner(Handle handle, Visit visit);
    }

    static Subtree none() {
        return new None();
    }

    static Subtree filtered() {
        return new Filtered();
    }

    static Subtree of(Finder finder) {
        return new Named(finder);
    }

    /// For those whose scope is the whole street.
    static Subtree street() {
        return STREET;
    }

    Subtree STREET = new Named((handle, visit) -> new Owner.Street());
}
