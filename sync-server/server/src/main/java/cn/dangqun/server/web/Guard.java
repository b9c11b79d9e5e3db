package cn.dangqun.server.web;

import cn.dangqun.server.db.Database;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Holds every request to the policy of its route. Blocks; virtual threads only.
public record Guard(Gate gate, Readers readers, Recorder recorder, Database database) {

    enum Verdict {
        ADMITTED,
        NOT_SIGNED_IN,
        /// Known, but not for this role
        FORBIDDEN,
        /// Not before there is a password of one's own
        CONFINED,
        /// Unknown or of another subtree: the two look the same
        NOT_FOUND
    }

    Verdict judge(Policy policy, Visit visit) {
        if (visit.signedIn().isEmpty()) {
            return policy.right() instanceof Right.Anybody ? Verdict.ADMITTED : Verdict.NOT_SIGNED_IN;
        }
        var viewer = visit.viewer();
        if (!policy.right().isOf(viewer) || !mayLookCloser(policy.trace(), visit)) {
            return viewer.confined() ? Verdict.CONFINED : Verdict.FORBIDDEN;
        }
        return isInside(policy.subtree(), visit) ? Verdict.ADMITTED : Verdict.NOT_FOUND;
    }

    private static boolean mayLookCloser(Trace trace, Visit visit) {
        return switch (trace) {
            case Trace.FullNames ignored -> !visit.fullNames() || visit.viewer().may(Permission.SEE_FULL_NAMES);
            case Trace.Look ignored -> true;
            case Trace.Daily ignored -> true;
            case Trace.Deed ignored -> true;
            case Trace.None ignored -> true;
        };
    }

    private boolean isInside(Subtree subtree, Visit visit) {
        return switch (subtree) {
            case Subtree.None() -> true;
            case Subtree.Filtered() -> true;
            case Subtree.Named(var finder) ->
                database.read(handle -> visit.viewer().scope().holds(handle, finder.owner(handle, visit)));
        };
    }

    /// Call it when the page is ready and before it is sent.
    void record(Policy policy, Visit visit) {
        switch (policy.trace()) {
            case Trace.Look(var action, var subject) -> recorder.looked(visit, action, subject(visit, subject));
            case Trace.FullNames(var action, var subject) -> {
                if (visit.fullNames()) {
                    recorder.looked(visit, action, subject(visit, subject));
                }
            }
            case Trace.Daily ignored -> {}
            case Trace.Deed ignored -> {}
            case Trace.None ignored -> {}
        }
    }

    /// The same for what another system reads.
    void recordUse(Policy policy, String route, Visit visit) {
        if (policy.trace() instanceof Trace.Daily(var action)) {
            readers.used(visit, route, action);
        }
    }

    private static String subject(Visit visit, List<String> variables) {
        return variables.stream().map(visit::param).collect(Collectors.joining(" "));
    }

    /// A live view once more: who they are by now, and so right and subtree. Full names go when nobody has
    /// touched the session for its idle time; other pages may hang in an office and go on until the session's age.
    LiveStream.Look lookAgain(Policy policy, LiveView view, Visit visit, String sessionToken) {
        var viewer = visit.fullNames() ? gate.look(sessionToken) : gate.watch(sessionToken);
        if (viewer.isEmpty()) {
            return new LiveStream.Look.Lost(
                    visit.fullNames() ? LiveStream.Farewell.UNATTENDED : LiveStream.Farewell.SIGNED_OUT);
        }
        var now = visit.by(viewer.get());
        return Optional.of(now)
                .filter(each -> judge(policy, each) == Verdict.ADMITTED)
                .flatMap(view::now)
                .<LiveStream.Look>map(LiveStream.Look.Seen::new)
                .orElseGet(() -> new LiveStream.Look.Lost(LiveStream.Farewell.NO_LONGER));
    }
}
