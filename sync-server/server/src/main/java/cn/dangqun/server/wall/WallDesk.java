package cn.dangqun.server.wall;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.wall.Signature;
import cn.dangqun.domain.wall.WallAnswer;
import cn.dangqun.domain.wall.WallBoard;
import cn.dangqun.domain.wall.WallCatalogue;
import cn.dangqun.domain.wall.WallDraft;
import cn.dangqun.domain.wall.WallLife;
import cn.dangqun.domain.wall.WallMove;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallRefusal;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallVersion;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.content.ContentStore;
import cn.dangqun.server.content.Drawing;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.wall.WallStore.Stored;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The steps of a version on its way to the wall and off it again; what is noted and what the kiosks learn is one
/// commit. Who may, and whether the place is in scope, was asked before. Blocks.
final class WallDesk {
    /// Beside what hangs for good, so many older ones wait to hang again if it is withdrawn (F-35).
    private static final int FALLBACKS = 1;

    private final Database database;
    private final ReferenceLedger reference;
    private final WallLibrary library;
    private final WallCatalogue catalogue;
    private final Times times;
    private final ZoneId zone;

    WallDesk(Database database, ReferenceLedger reference, WallLibrary library, Times times, ZoneId zone) {
        this.database = database;
        this.reference = reference;
        this.library = library;
        this.catalogue = library.catalogue();
        this.times = times;
        this.zone = zone;
    }

    /// What people do with a version, as it is recorded.
    enum Step {
        WRITTEN(Action.WALL_WRITTEN),
        REWRITTEN(Action.WALL_WRITTEN),
        SUBMITTED(Action.WALL_SUBMITTED),
        RETURNED(Action.WALL_RETURNED),
        APPROVED(Action.WALL_APPROVED),
        PUBLISHED(Action.WALL_PUBLISHED),
        REPLACED(Action.WALL_WITHDRAWN),
        WITHDRAWN(Action.WALL_WITHDRAWN),
        FILED(Action.WALL_FILED);

        private final Action action;

        Step(Action action) {
            this.action = action;
        }

        Action action() {
            return action;
        }
    }

    sealed interface Result {
        record Done(WallPieceId id) implements Result {}

        record Refused(WallRefusal why) implements Result {}

        /// Somebody else has changed it since the form was made
        record Stale() implements Result {}
    }

    /// The same id twice writes once.
    Result write(WallPieceId id, WallSlot slot, WallPlace place, WallDraft draft, Actor actor) {
        return database.write((handle, changes) -> {
            var store = new WallStore(handle, catalogue);
            if (store.find(id).isPresent()) {
                return new Result.Done(id);
            }
            if (slot.isForbidden()) {
                return refused(handle, id, WallRefusal.FORBIDDEN_FRAME, actor);
            }
            var number = store.nextNumber(slot.id(), place);
            var version = WallVersion.begin(id, slot, place, number, draft, actor.login());
            store.insert(version);
            note(handle, version, Step.WRITTEN, "", actor);
            return new Result.Done(id);
        });
    }

    /// `revision`: what the writer saw. Pictures stay.
    Result rewrite(WallPieceId id, int revision, WallDraft draft, Actor actor) {
        return step(
                id, Step.REWRITTEN, "", actor, rewriting(revision, former -> draft.showing(former.pictures()), actor));
    }

    /// The pictures of a draft: other words, another order, fewer. `remark` says what was done.
    Result show(WallPieceId id, int revision, List<WallPicture> pictures, String remark, Actor actor) {
        return step(id, Step.REWRITTEN, remark, actor, rewriting(revision, former -> former.showing(pictures), actor));
    }

    /// Pictures that were drawn anew come behind those of the draft; a file that no draft takes is not kept.
    Result add(WallPieceId id, int revision, List<Drawing> drawn, String remark, Actor actor) {
        return database.write((handle, changes) -> {
            var content = new ContentStore(handle);
            var more = drawn.stream()
                    .map(each -> new WallPicture(
                            content.keep(each.jpeg().toByteArray(), times.now().toEpochMilli()),
                            each.width(),
                            each.height(),
                            ""))
                    .toList();
            var result = step(
                    handle,
                    changes,
                    id,
                    Step.REWRITTEN,
                    ignored -> remark,
                    actor,
                    rewriting(
                            revision,
                            former -> former.showing(Stream.concat(former.pictures().stream(), more.stream())
                                    .toList()),
                            actor));
            content.forgetUnnamed(more.stream().map(each -> each.file().id()).toList());
            return result;
        });
    }

    private static Function<Stored, WallMove> rewriting(int revision, UnaryOperator<WallDraft> change, Actor actor) {
        return stored -> stored.revision() == revision
                ? stored.version().rewrite(change.apply(stored.version().draft()), actor.login())
                : new WallMove.Refused(WallRefusal.NOT_NOW);
    }

    Result submit(WallPieceId id, Actor actor) {
        return step(id, Step.SUBMITTED, "", actor, stored -> stored.version().submit(signed(actor), times.today()));
    }

    Result giveBack(WallPieceId id, String reason, Actor actor) {
        return step(
                id,
                Step.RETURNED,
                reason.strip(),
                actor,
                stored -> stored.version().giveBack(reason));
    }

    /// `seen`, in words for the record, counts where the words differ from the official text that came with the
    /// program.
    Result approve(WallPieceId id, int revision, boolean secrecyReviewed, Optional<String> seen, Actor actor) {
        return step(
                id,
                Step.APPROVED,
                stored -> seen.filter(ignored -> differs(stored.version())).orElse(""),
                actor,
                stored -> stored.revision() == revision
                        ? stored.version()
                                .approve(
                                        signed(actor),
                                        new WallAnswer(secrecyReviewed, differs(stored.version()), seen.isPresent()),
                                        times.today())
                        : new WallMove.Refused(WallRefusal.NOT_NOW));
    }

    Result publish(WallPieceId id, Actor actor) {
        return step(id, Step.PUBLISHED, "", actor, stored -> stored.version().publish(signed(actor), times.today()));
    }

    Result withdraw(WallPieceId id, String reason, Actor actor) {
        return step(
                id,
                Step.WITHDRAWN,
                reason.strip(),
                actor,
                stored -> stored.version().withdraw(signed(actor), reason));
    }

    private boolean differs(WallVersion version) {
        return OfficialText.difference(library, version)
                .filter(difference -> !difference.isNone())
                .isPresent();
    }

    /// A notice that was published is filed with the superior; a later entry takes the place of an earlier one.
    Result file(WallPieceId id, WallFiling filing, Actor actor) {
        return database.write((handle, changes) -> {
            var stored = new WallStore(handle, catalogue).find(id);
            if (stored.filter(each -> each.publication().isPresent()).isEmpty()) {
                return new Result.Stale();
            }
            filing.keep(handle, id, signed(actor));
            note(handle, stored.get().version(), Step.FILED, filing.on() + " " + filing.to(), actor);
            return new Result.Done(id);
        });
    }

    private Signature signed(Actor actor) {
        return new Signature(actor.login(), times.now());
    }

    private Result step(WallPieceId id, Step step, String remark, Actor actor, Function<Stored, WallMove> move) {
        return step(id, step, ignored -> remark, actor, move);
    }

    private Result step(
            WallPieceId id, Step step, Function<Stored, String> remark, Actor actor, Function<Stored, WallMove> move) {
        return database.write((handle, changes) -> step(handle, changes, id, step, remark, actor, move));
    }

    private Result step(
            Handle handle,
            ChangeLog changes,
            WallPieceId id,
            Step step,
            Function<Stored, String> remark,
            Actor actor,
            Function<Stored, WallMove> move) {
        var store = new WallStore(handle, catalogue);
        var stored = store.find(id);
        if (stored.isEmpty()) {
            return new Result.Stale();
        }
        return switch (move.apply(stored.get())) {
            case WallMove.Refused(var why) ->
                why == WallRefusal.NOT_NOW ? new Result.Stale() : refused(handle, id, why, actor);
            case WallMove.Taken(var version) -> {
                store.update(version);
                note(handle, version, step, remark.apply(stored.get()), actor);
                tellKiosks(store, changes, version, actor);
                yield new Result.Done(id);
            }
        };
    }

    private void tellKiosks(WallStore store, ChangeLog changes, WallVersion version, Actor actor) {
        switch (version.life()) {
            case WallLife.Published ignored -> {
                var piece = version.piece(zone).orElseThrow();
                var item = new ReferenceItem.WallPieceItem(piece);
                store.published(version.id(), reference.publish(store.handle(), changes, List.of(item)));
                replaceFormer(store, changes, version, actor);
            }
            case WallLife.Withdrawn ignored -> takeDown(store, changes, version.id());
            case WallLife.Draft ignored -> {}
            case WallLife.Submitted ignored -> {}
            case WallLife.Approved ignored -> {}
        }
    }

    private void takeDown(WallStore store, ChangeLog changes, WallPieceId id) {
        store.withdrawn(id, reference.remove(store.handle(), changes, ReferenceKind.WALL_PIECE, id.value()));
    }

    /// What can never hang again leaves the kiosks.
    private void replaceFormer(WallStore store, ChangeLog changes, WallVersion newest, Actor actor) {
        var frame = store.shelf(newest.slot(), newest.place()).stream()
                .map(Stored::version)
                .flatMap(each -> each.piece(zone).stream())
                .toList();
        WallBoard.outlived(frame, times.today(), FALLBACKS).stream()
                .flatMap(piece -> store.find(piece.id()).stream())
                .map(former -> former.version().replace(signed(actor)))
                .forEach(move -> {
                    if (move instanceof WallMove.Taken(var replaced)) {
                        store.update(replaced);
                        note(store.handle(), replaced, Step.REPLACED, "", actor);
                        takeDown(store, changes, replaced.id());
                    }
                });
    }

    private Result refused(Handle handle, WallPieceId id, WallRefusal why, Actor actor) {
        actor.note(handle, times.now(), Action.WALL_REFUSED, id + " " + why);
        return new Result.Refused(why);
    }

    private void note(Handle handle, WallVersion version, Step step, String remark, Actor actor) {
        new WallStore(handle, catalogue).step(version.id(), signed(actor), step, remark);
        actor.note(handle, times.now(), step.action, version.id().value());
    }
}
