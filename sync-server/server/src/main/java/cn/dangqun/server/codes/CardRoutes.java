package cn.dangqun.server.codes;

import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.codes.Revocations.Wish;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.LiveView;
import cn.dangqun.server.web.LiveView.Snapshot;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One card: what it is, revoking it, and how far the revocation has come, live.
final class CardRoutes implements Routes {
    private static final int LONGEST_NOTE = 60;

    private final Database database;
    private final Revocations revocations;
    private final CardWriter writer;
    private final Views views;
    private final Times times;

    CardRoutes(Database database, Revocations revocations, CardWriter writer, Views views, Times times) {
        this.database = database;
        this.revocations = revocations;
        this.writer = writer;
        this.views = views;
        this.times = times;
    }

    static String address(CardSerial serial) {
        return "/codes/cards/" + serial;
    }

    /// What cannot be a number of a card is treated like an unknown one.
    static Optional<CardSerial> serial(String text) {
        try {
            return text.matches("\\d{1,10}") ? Optional.of(new CardSerial(Long.parseLong(text))) : Optional.empty();
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.page("/codes/cards/:serial", this::show);
        entrance.live("/live/codes/cards/:serial", this::live);
        entrance.action("/codes/cards/:serial/revocation", this::revoke);
    }

    private Reply show(Visit visit) {
        var viewer = visit.viewer();
        boolean fullNames = visit.query("names").filter("full"::equals).isPresent();
        if (fullNames && !viewer.may(Permission.SEE_FULL_NAMES)) {
            return new Reply.Forbidden();
        }
        var model = model(viewer, visit.param("serial"), fullNames);
        if (model.isEmpty()) {
            return new Reply.NotFound();
        }
        if (fullNames) {
            database.write((handle, changes) -> {
                Actor.of(visit)
                        .note(
                                handle,
                                times.now(),
                                Action.FULL_NAMES_SHOWN,
                                model.get().serial());
                return visit;
            });
        }
        var title = views.texts().get("codes.card.title", model.get().serial());
        return Reply.page("codes/card", title, Map.of("card", model.get()));
    }

    private Optional<LiveView> live(Visit visit) {
        var viewer = visit.viewer();
        var serial = visit.param("serial");
        return model(viewer, serial, false)
                .flatMap(CardModel::revoked)
                .map(first -> () -> snapshot(
                        model(viewer, serial, false).flatMap(CardModel::revoked).orElse(first)));
    }

    private Snapshot snapshot(CardModel.Revoked revoked) {
        var body = views.fill("codes/delivery", Map.of("revoked", revoked));
        var parts = new LinkedHashMap<String, String>();
        parts.put("delivery", body);
        return new Snapshot(body, parts);
    }

    private Optional<CardModel> model(Viewer viewer, String text, boolean fullNames) {
        return serial(text)
                .flatMap(serial -> database.read(handle -> CodeBoard.owner(handle, viewer.scope(), serial)
                        .flatMap(owner -> CardStore.find(handle, serial)
                                .map(card -> writer.write(handle, viewer, card, owner, fullNames)))));
    }

    private Reply revoke(Visit visit) {
        if (!visit.viewer().may(Permission.ISSUE_CODES)) {
            return new Reply.Forbidden();
        }
        var wish = wish(visit);
        if (wish.isEmpty()) {
            return new Reply.BadRequest();
        }
        return serial(visit.param("serial"))
                .filter(serial -> database.read(
                                handle -> CodeBoard.owner(handle, visit.viewer().scope(), serial))
                        .isPresent())
                .<Reply>map(serial -> {
                    revocations.revoke(serial, wish.get(), Actor.of(visit));
                    return new Reply.SeeOther(address(serial));
                })
                .orElseGet(Reply.NotFound::new);
    }

    /// Another reason needs words; the others need none.
    private static Optional<Wish> wish(Visit visit) {
        var note = visit.form("note").strip();
        return Stream.of(RevocationReason.values())
                .filter(reason -> reason.name().equals(visit.form("reason")))
                .filter(reason ->
                        reason != RevocationReason.OTHER || (!note.isEmpty() && note.length() <= LONGEST_NOTE))
                .map(reason -> new Wish(reason, reason == RevocationReason.OTHER ? note : ""))
                .findFirst();
    }
}
