package cn.dangqun.server.review;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.StreetFact.Settlement;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.kiosks.KioskOwner;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// One record that was set aside, and the decision about it.
final class RecordRoutes implements Routes {
    private static final String PATH = "/records/:kiosk/:epoch/:seq";

    private final Database database;
    private final SettleDesk desk;
    private final ReviewPage writer;
    private final Texts texts;

    RecordRoutes(Database database, SettleDesk desk, ReviewPage writer) {
        this.database = database;
        this.desk = desk;
        this.writer = writer;
        this.texts = writer.texts();
    }

    static String address(SetAside aside) {
        return "/records/%s/%s/%d".formatted(aside.kiosk(), aside.epoch(), aside.seq());
    }

    @Override
    public void mount(Entrance entrance) {
        var right = Right.of(Permission.SETTLE_RECORDS);
        var ofKiosk = Subtree.of((handle, visit) -> KioskOwner.of(handle, visit.param("kiosk")));
        entrance.page(
                PATH,
                new Policy(right, ofKiosk, Trace.fullNames(Action.FULL_NAMES_SHOWN, "kiosk", "epoch", "seq")),
                visit -> page(200, visit, ""));
        entrance.action(PATH, new Policy(right, ofKiosk, Trace.deed(Action.RECORD_SETTLED)), this::settle);
    }

    private Reply page(int status, Visit visit, String problem) {
        return id(visit)
                .flatMap(id -> database.read(handle -> {
                    var reader = new SetAsideReader(handle, visit.viewer().scope());
                    return reader.find(id)
                            .map(aside -> new RecordModel(
                                    writer.row(aside, new RecordWords(texts, reader, visit.fullNames()), false, false),
                                    problem,
                                    aside.settled() ? "" : address(aside),
                                    namesAddress(visit, aside),
                                    visit.fullNames(),
                                    visit.form("reason")));
                }))
                .<Reply>map(model -> new Reply.Page(
                        status, "review/record", texts.get("review.record.title"), Map.of("record", model)))
                .orElseGet(Reply.NotFound::new);
    }

    private static String namesAddress(Visit visit, SetAside aside) {
        if (!visit.viewer().may(Permission.SEE_FULL_NAMES)) {
            return "";
        }
        return address(aside) + (visit.fullNames() ? "" : "?names=full");
    }

    private Reply settle(Visit visit) {
        var reason = visit.form("reason").strip();
        var settlement = settlement(visit.form("settlement"));
        if (settlement.isEmpty() || reason.isEmpty() || reason.length() > SettleDesk.LONGEST_REASON) {
            return page(422, visit, texts.get("review.record.reasonMissing", SettleDesk.LONGEST_REASON));
        }
        var id = id(visit)
                .filter(each -> database.read(
                        handle -> new SetAsideReader(handle, visit.viewer().scope())
                                .find(each)
                                .isPresent()));
        if (id.isEmpty()) {
            return new Reply.NotFound();
        }
        desk.settle(id.get(), settlement.get(), reason, Actor.of(visit));
        return new Reply.SeeOther(ReviewRoutes.PAGE + "?state=settled");
    }

    private static Optional<Settlement> settlement(String text) {
        return Arrays.stream(Settlement.values())
                .filter(each -> each.name().equals(text))
                .findFirst();
    }

    /// What cannot be an id is treated like an unknown one.
    private static Optional<FactId> id(Visit visit) {
        try {
            return Optional.of(new FactId(
                    new KioskId(visit.param("kiosk")),
                    new Epoch(visit.param("epoch")),
                    Long.parseLong(visit.param("seq"))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
