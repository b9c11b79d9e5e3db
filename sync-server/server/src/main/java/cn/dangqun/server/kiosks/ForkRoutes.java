package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.EpochDecisions;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/// A ledger that has forked: what happened, and the decision to let the kiosk begin anew (F-71).
public final class ForkRoutes implements Routes {
    private static final int LONGEST_REASON = 200;

    private final Database database;
    private final Texts texts;
    private final Times times;
    private final KioskReader kiosks = new KioskReader();
    private final ForkReader forks = new ForkReader();

    public ForkRoutes(Database database, Texts texts, Times times) {
        this.database = database;
        this.texts = texts;
        this.times = times;
    }

    static String address(KioskId kiosk) {
        return "/kiosks/" + kiosk + "/fork";
    }

    @Override
    public void mount(Entrance entrance) {
        var right = Right.of(Permission.ENROL_KIOSKS);
        var ofKiosk = Subtree.of((handle, visit) -> KioskOwner.of(handle, visit.param("id")));
        entrance.page(
                "/kiosks/:id/fork",
                new Policy(right, ofKiosk, Trace.none("a kiosk's ledger, nobody's name")),
                visit -> of(visit, (kiosk, fork) -> page(200, kiosk, fork, "")));
        entrance.action(
                "/kiosks/:id/fork",
                new Policy(right, ofKiosk, Trace.deed(Action.LEDGER_RESTART_ALLOWED)),
                visit -> of(visit, (kiosk, fork) -> allow(visit, kiosk, fork)));
    }

    private Reply of(Visit visit, BiFunction<KioskHealth, Optional<Fork>, Reply> answer) {
        return database.read(handle -> find(handle, visit))
                .<Reply>map(kiosk -> {
                    var fork = database.read(handle -> forks.of(handle, kiosk.id()));
                    return answer.apply(kiosk, fork);
                })
                .orElseGet(Reply.NotFound::new);
    }

    private Optional<KioskHealth> find(Handle handle, Visit visit) {
        return kiosks.all(handle, visit.viewer().scope()).stream()
                .filter(kiosk -> kiosk.id().value().equals(visit.param("id")))
                .findFirst();
    }

    private Reply allow(Visit visit, KioskHealth kiosk, Optional<Fork> fork) {
        var reason = visit.form("reason").strip();
        if (fork.isEmpty() || fork.get().allowed()) {
            return new Reply.SeeOther(address(kiosk.id()));
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return page(422, kiosk, fork, texts.get("kiosks.fork.reasonMissing", LONGEST_REASON));
        }
        database.write((handle, changes) -> {
            changes.kiosk(kiosk.id());
            var actor = Actor.of(visit);
            new EpochDecisions(handle).allow(kiosk.id(), fork.get().epoch(), times.now(), actor.login(), reason);
            actor.note(
                    handle,
                    times.now(),
                    Action.LEDGER_RESTART_ALLOWED,
                    kiosk.id().value());
            return kiosk;
        });
        return new Reply.SeeOther(address(kiosk.id()));
    }

    private Reply page(int status, KioskHealth kiosk, Optional<Fork> fork, String problem) {
        var model = new ForkModel(
                kiosk.name(),
                kiosk.id().value(),
                kiosk.siteName(),
                fork.map(this::story).orElseGet(List::of),
                kiosk.rival()
                        .map(seen -> texts.get("kiosks.fork.rival", times.when(seen)))
                        .orElse(""),
                state(fork),
                fork.filter(each -> !each.allowed()).isPresent(),
                address(kiosk.id()),
                problem,
                decisions(kiosk.id()));
        return new Reply.Page(status, "kiosks/fork", texts.get("kiosks.fork.title"), Map.of("fork", model));
    }

    private List<String> story(Fork fork) {
        var story = new ArrayList<String>();
        story.add(texts.get(fork.missing() > 0 ? "kiosks.fork.gap" : "kiosks.fork.what"));
        story.add(
                fork.missing() > 0
                        ? texts.get(
                                "kiosks.fork.missing",
                                fork.heldSeq() + 1,
                                fork.heldSeq() + fork.missing(),
                                fork.missing())
                        : fork.agreedSeq() > 0
                                ? texts.get("kiosks.fork.agreed", fork.agreedSeq(), fork.heldSeq())
                                : texts.get("kiosks.fork.agreedNone", fork.heldSeq()));
        story.add(texts.get("kiosks.fork.since", times.when(fork.since()), times.when(fork.last()), fork.times()));
        story.add(texts.get("kiosks.fork.kept"));
        return story;
    }

    private String state(Optional<Fork> fork) {
        if (fork.isEmpty()) {
            return texts.get("kiosks.fork.settled");
        }
        return texts.get(fork.get().allowed() ? "kiosks.fork.allowed" : "kiosks.fork.undecided");
    }

    private List<ForkModel.Decision> decisions(KioskId kiosk) {
        return database.read(handle -> new EpochDecisions(handle).of(kiosk)).stream()
                .map(each -> new ForkModel.Decision(
                        times.when(each.at()),
                        each.by(),
                        each.reason(),
                        each.usedAt().map(times::when).orElseGet(() -> texts.get("kiosks.fork.notUsed"))))
                .toList();
    }
}
