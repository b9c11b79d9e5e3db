package cn.dangqun.server.wall;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.wall.Signature;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallDraft;
import cn.dangqun.domain.wall.WallLife;
import cn.dangqun.domain.wall.WallMove;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallText;
import cn.dangqun.domain.wall.WallVersion;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.text.Times;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Where other parts hand over words that the program wrote itself: 组织架构 from the tree, a branch's fee notice
/// of a half-year. They become a draft like any other, and go the usual way from there: somebody submits it,
/// another approves it after the 保密审查. Call it inside a write; whether the actor may write there was asked before.
public final class WallDrafts {
    private final WallLibrary library;
    private final Times times;

    public WallDrafts(WallLibrary library, Times times) {
        this.library = library;
        this.times = times;
    }

    /// The address of the draft's page. A draft of the same frame, place and period that still says word for word what
    /// the program wrote is written anew; one that somebody changed stays, and another begins.
    ///
    /// @throws IllegalArgumentException when the catalogue has no such frame, or it does not hang at that place
    public String begin(
            Handle handle, WallSlotId frame, WallPlace place, Optional<Period> period, WallText text, Actor actor) {
        var slot = library.catalogue()
                .find(frame)
                .filter(each -> each.hangsAt(place) && !each.isForbidden())
                .orElseThrow(() -> new IllegalArgumentException("frame " + frame + " does not hang at " + place));
        var store = new WallStore(handle, library.catalogue());
        var words = new WallDraft(slot.holds(), text, Optional.empty(), Validity.from(times.today()));
        var version = untouched(store, slot, place, period)
                .map(draft -> rewritten(store, draft, words, actor))
                .orElseGet(() -> begun(store, slot, place, words, actor));
        keep(handle, version.id(), period, text);
        store.step(version.id(), new Signature(actor.login(), times.now()), WallDesk.Step.WRITTEN, "");
        actor.note(
                handle,
                times.now(),
                WallDesk.Step.WRITTEN.action(),
                version.id().value());
        return VersionRoutes.address(version.id());
    }

    private static WallVersion begun(WallStore store, WallSlot slot, WallPlace place, WallDraft words, Actor actor) {
        var number = store.nextNumber(slot.id(), place);
        var version = WallVersion.begin(WallForms.draw(), slot, place, number, words, actor.login());
        store.insert(version);
        return version;
    }

    private static WallVersion rewritten(WallStore store, WallVersion draft, WallDraft words, Actor actor) {
        if (!(draft.rewrite(words.showing(draft.draft().pictures()), actor.login())
                instanceof WallMove.Taken(var version))) {
            throw new IllegalStateException("draft " + draft.id() + " is none");
        }
        store.update(version);
        return version;
    }

    private static Optional<WallVersion> untouched(
            WallStore store, WallSlot slot, WallPlace place, Optional<Period> period) {
        return store.shelf(slot, place).stream()
                .map(WallStore.Stored::version)
                .filter(each -> each.life() instanceof WallLife.Draft)
                .filter(each -> generated(store.handle(), each.id(), period)
                        .filter(digest(each.draft().text())::equals)
                        .isPresent())
                .findFirst();
    }

    private static Optional<String> generated(Handle handle, WallPieceId id, Optional<Period> period) {
        return handle.createQuery("SELECT digest FROM wall_generated WHERE street = 1 AND version = ? AND period = ?")
                .bind(0, id.value())
                .bind(1, named(period))
                .mapTo(String.class)
                .findOne();
    }

    private static void keep(Handle handle, WallPieceId id, Optional<Period> period, WallText text) {
        handle.execute(
                "INSERT INTO wall_generated (version, period, digest) VALUES (?, ?, ?)"
                        + " ON CONFLICT (street, version) DO UPDATE SET period = excluded.period,"
                        + " digest = excluded.digest",
                id.value(),
                named(period),
                digest(text));
    }

    private static String named(Optional<Period> period) {
        return period.map(Period::toString).orElse("");
    }

    static String digest(WallText text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha.digest((text.title() + "\n" + text.body()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
