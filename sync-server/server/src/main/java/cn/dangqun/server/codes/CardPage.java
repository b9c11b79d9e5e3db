package cn.dangqun.server.codes;

import cn.dangqun.server.codes.CardModel.Form;
import cn.dangqun.server.codes.CardModel.Other;
import cn.dangqun.server.codes.CardModel.Revoked;
import cn.dangqun.server.codes.CardModel.Waiting;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Puts one card into words. Names are masked unless the viewer asked for them and may.
final class CardPage {
    private final CodeWords words;
    private final Texts texts;
    private final Times times;

    CardPage(CodeWords words, Times times) {
        this.words = words;
        this.texts = words.texts();
        this.times = times;
    }

    CardModel write(Handle handle, Viewer viewer, Card card, CodeReader.Bearer owner, boolean fullNames) {
        var standing = CardState.of(card, times.today());
        var branch = owner.branch();
        var address = CardRoutes.address(card.serial());
        return new CardModel(
                card.serial().toString(),
                owner.name()
                        .map(name -> fullNames ? name.full() : name.masked())
                        .orElseGet(() -> texts.get("codes.card.unknownMember")),
                branch.map(CodeReader.Branch::name).orElse(""),
                branch.map(each -> BranchRoutes.address(each.id())).orElse("/codes"),
                viewer.may(Permission.SEE_FULL_NAMES) ? address + (fullNames ? "" : "?names=full") : "",
                fullNames,
                standing.name(),
                words.standing(standing),
                words.detail(Optional.of(card)),
                words.day(card.issued()),
                words.day(card.lastDay()),
                SheetStore.timesPrinted(handle, card.serial()),
                card.revocation().map(each -> revoked(handle, viewer, each)),
                BranchRoutes.mayIssue(viewer) ? Optional.of(form(handle, card, owner)) : Optional.empty(),
                others(handle, card));
    }

    private Revoked revoked(Handle handle, Viewer viewer, Card.Revocation revocation) {
        var delivery = Delivery.of(handle, viewer.scope(), revocation.number());
        var waiting = delivery.waiting().stream().map(this::waiting).toList();
        return new Revoked(
                words.reason(revocation),
                times.when(revocation.at()),
                revocation.lifted(),
                delivery.kiosks(),
                delivery.received(),
                delivery.kiosks() - delivery.received() - waiting.size(),
                waiting);
    }

    private Waiting waiting(Delivery.Waiting kiosk) {
        return new Waiting(
                kiosk.name(),
                kiosk.site(),
                kiosk.lastContact().map(times::when).orElseGet(() -> texts.get("codes.delivery.never")));
    }

    private Form form(Handle handle, Card card, CodeReader.Bearer owner) {
        var today = times.today();
        var isPrintable = card.isGoodOn(today)
                && CodeKeyStore.signing(handle).filter(card.key()::equals).isPresent();
        return new Form(
                SheetId.draw().value(),
                card.member().value(),
                owner.branch().map(branch -> branch.id().value()).orElse(""),
                isPrintable,
                owner.name().isPresent() && owner.branch().isPresent(),
                DayRange.ofCard(today));
    }

    private List<Other> others(Handle handle, Card card) {
        return CardStore.ofMember(handle, card.member()).stream()
                .filter(each -> !each.serial().equals(card.serial()))
                .map(each -> {
                    var standing = CardState.of(each, times.today());
                    return new Other(
                            each.serial().toString(),
                            standing.name(),
                            words.standing(standing),
                            words.detail(Optional.of(each)),
                            each.issued().toString());
                })
                .toList();
    }
}
