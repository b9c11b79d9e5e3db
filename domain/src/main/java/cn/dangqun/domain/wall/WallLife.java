package cn.dangqun.domain.wall;

import java.util.Set;

/// The life of one version; each state carries who brought it there. Expiry is no state of its own: it follows from the
/// last day, as every verdict does, and is never stored.
public sealed interface WallLife {
    record Draft() implements WallLife {}

    record Submitted(Signature submitted) implements WallLife {}

    /// `approved` by somebody who wrote no word of it, and who has answered for the 保密审查.
    record Approved(Signature submitted, Signature approved) implements WallLife {}

    record Published(Signature submitted, Signature approved, Signature published) implements WallLife {}

    /// `reason` is empty when a newer version took its place.
    record Withdrawn(Signature published, Signature withdrawn, String reason) implements WallLife {}

    /// Everybody who may not approve what they wrote or handed in.
    static boolean mayApprove(String login, Set<String> writers, Submitted submitted) {
        return !writers.contains(login) && !submitted.submitted().login().equals(login);
    }
}
