package cn.dangqun.server.codes;

import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.codes.Revocations.Wish;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.LiveView.Snapshot;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One card: what it is, revoking it, and how far the revocation has come, live.
final class CardRoutes implements Routes {
    private static final int LONGEST_NOTE = 60;

    private final Database database;
    private final Revocations revocations;
    private final CardPage writer;
    private final Views views;

    CardRoutes(Database database, Revocations revocations, CardPage writer, Views views) {
        this.database = database;
        this.revocations = revocations;
        this.writer = writer;
        this.views = views;
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
        var ofCard = Subtree.of((handle, visit) -> serial(visit.param("serial"))
                .map(serial -> CodeReader.cardOwner(handle, serial))
                .orElseGet(Owner.Nobody::new));
        entrance.page(
                "/codes/cards/:serial",
                new Policy(Right.signedIn(), ofCard, Trace.fullNames(Action.FULL_NAMES_SHOWN, "serial")),
                this::show);
        entrance.live(
                "/live/codes/cards/:serial",
                new Policy(Right.signedIn(), ofCard, Trace.none("which kiosks know, nobody's name")),
                this::live);
        entrance.action(
                "/codes/cards/:serial/revocation",
                new Policy(Right.of(Permission.ISSUE_CODES), ofCard, Trace.deed(Action.CODE_REVOKED)),
                this::revoke);
    }

    private Reply show(Visit visit) {
        return model(visit, visit.fullNames())
                .map(model -> Reply.page(
                        "codes/card", views.texts().get("codes.card.title", model.serial()), Map.of("card", model)))
                .orElseGet(Reply.NotFound::new);
    }

    private Optional<Snapshot> live(Visit visit) {
        return model(visit, false)
                .flatMap(CardModel::revoked)
                .map(revoked -> Snapshot.of(
                        "delivery",
                        views.fill("codes/delivery", Map.of("revoked", revoked)),
                        Set.of(Topic.Street.DELIVERY, Topic.Street.REFERENCE)));
    }

    private Optional<CardModel> model(Visit visit, boolean fullNames) {
        var viewer = visit.viewer();
        return serial(visit.param("serial"))
                .flatMap(serial -> database.read(handle -> CodeReader.bearer(handle, viewer.scope(), serial)
                        .flatMap(owner -> CardStore.find(handle, serial)
                                .map(card -> writer.write(handle, viewer, card, owner, fullNames)))));
    }

    private Reply revoke(Visit visit) {
        var wish = wish(visit);
        if (wish.isEmpty()) {
            return new Reply.BadRequest();
        }
        var serial = serial(visit.param("serial")).orElseThrow();
        revocations.revoke(serial, wish.get(), Actor.of(visit));
        return new Reply.SeeOther(address(serial));
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
