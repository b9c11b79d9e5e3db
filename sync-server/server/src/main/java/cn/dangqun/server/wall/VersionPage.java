package cn.dangqun.server.wall;

import cn.dangqun.domain.wall.WallBoard;
import cn.dangqun.domain.wall.WallLife;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.domain.wall.WallSource;
import cn.dangqun.domain.wall.WallStage;
import cn.dangqun.domain.wall.WallVersion;
import cn.dangqun.server.content.PictureWorkshop;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.wall.WallStore.Stored;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Viewer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Puts the page of a version into words.
record VersionPage(WallForms forms, Times times, ZoneId zone) {
    VersionModel write(Handle handle, Viewer viewer, WallPlaces.Named place, Stored stored, String notice) {
        var version = stored.version();
        var words = forms.words();
        var shelf = new WallStore(handle, forms.library().catalogue()).shelf(version.slot(), version.place());
        var frame = shelf.stream()
                .flatMap(each -> each.version().piece(zone).stream())
                .toList();
        var stage = WallBoard.stage(version, frame, times.today());
        var draft = version.draft();
        return new VersionModel(
                version.id().value(),
                stored.revision(),
                version.slot().title(),
                FrameRoutes.address(version.slot().id(), version.place()),
                words.place(place),
                version.number(),
                draft.text().title(),
                draft.text().blocks(),
                stage.name(),
                words.stage(stage),
                words.classification(draft.classification()),
                !draft.classification().mayHang(),
                draft.source().map(this::source).orElse(""),
                days(version),
                notice,
                hints(version, stage, viewer),
                pictures(version, mayShow(version) && deeds(viewer, version).edit(), shelf),
                difference(version),
                filing(handle, viewer, stored),
                deeds(viewer, version),
                delivery(handle, stored),
                steps(handle, version));
    }

    private Texts texts() {
        return forms.words().texts();
    }

    private String source(WallSource source) {
        return source.proofreadOn()
                .map(day -> texts().get("wall.version.proofread", source.work(), source.edition(), day))
                .orElseGet(() -> texts().get("wall.version.unread", source.work(), source.edition()));
    }

    private String days(WallVersion version) {
        var validity = version.draft().validity();
        return validity.until()
                .map(last -> texts().get("wall.version.until", validity.from(), last))
                .orElseGet(() -> texts().get("wall.version.forGood", validity.from()));
    }

    /// Not where words must be compared; what is there already can be taken away.
    private static boolean mayShow(WallVersion version) {
        return !version.slot().official() || !version.draft().pictures().isEmpty();
    }

    private static VersionModel.Pictures pictures(WallVersion version, boolean mayEdit, List<Stored> shelf) {
        var all = new ArrayList<VersionModel.Picture>();
        for (var each : version.draft().pictures()) {
            int number = all.size() + 1;
            all.add(new VersionModel.Picture(
                    number, PictureRoutes.address(version.id(), number), each.words(), each.width(), each.height()));
        }
        var former = PictureRoutes.former(version, shelf)
                .filter(ignored -> all.isEmpty())
                .map(WallVersion::number);
        return new VersionModel.Pictures(all, mayEdit, WallPicture.MOST, PictureWorkshop.LONGEST_FILE, former);
    }

    /// Why it could not hang as it is; asked before anybody tries.
    private List<String> hints(WallVersion version, WallStage stage, Viewer viewer) {
        return switch (version.life()) {
            case WallLife.Draft ignored ->
                Stream.concat(unfit(version).stream(), forWhoMayApprove(version, viewer).stream())
                        .toList();
            case WallLife.Submitted ignored -> unfit(version);
            case WallLife.Approved ignored -> unfit(version);
            case WallLife.Published ignored ->
                stage == WallStage.STANDBY ? List.of(texts().get("wall.version.standby")) : List.of();
            case WallLife.Withdrawn(var ignored, var by, var reason) ->
                List.of(
                        reason.isEmpty()
                                ? texts().get("wall.version.replaced")
                                : texts().get("wall.version.withdrawn", times.when(by.at()), reason));
        };
    }

    /// Who submits does not approve: somebody who could do either should know before pressing.
    private Optional<String> forWhoMayApprove(WallVersion version, Viewer viewer) {
        return viewer.may(Permission.APPROVE_WALL) && !version.writers().contains(viewer.login())
                ? Optional.of(texts().get("wall.version.leaveSubmitting"))
                : Optional.empty();
    }

    private List<String> unfit(WallVersion version) {
        return version.unfit(times.today()).map(forms.words()::refusal).stream().toList();
    }

    private Optional<VersionModel.Difference> difference(WallVersion version) {
        return OfficialText.difference(forms.library(), version)
                .filter(difference -> !difference.isNone())
                .map(difference -> new VersionModel.Difference(
                        texts().get("wall.difference.places", difference.places()),
                        forms.library()
                                .textFor(version.slot().id())
                                .map(pack -> texts().get(
                                                "wall.difference.edition",
                                                pack.source().work(),
                                                pack.source().edition()))
                                .orElse(""),
                        difference.shipped(),
                        difference.typed()));
    }

    private Optional<VersionModel.Filing> filing(Handle handle, Viewer viewer, Stored stored) {
        boolean filed = stored.version()
                .slot()
                .column()
                .filter(column -> column.filed())
                .isPresent();
        if (!filed || stored.publication().isEmpty()) {
            return Optional.empty();
        }
        var entered = WallFiling.of(handle, stored.version().id());
        return Optional.of(new VersionModel.Filing(
                entered.map(each -> texts().get("wall.filing.entered", each.on(), each.to(), each.by()))
                        .orElse(""),
                viewer.may(Permission.WRITE_WALL),
                times.today().toString(),
                entered.map(WallFiling::to).orElse(""),
                entered.map(WallFiling::by).orElse("")));
    }

    /// What this viewer may do next; nothing is offered that would be refused.
    private VersionModel.Deeds deeds(Viewer viewer, WallVersion version) {
        boolean writes = viewer.may(Permission.WRITE_WALL);
        boolean approves = viewer.may(Permission.APPROVE_WALL);
        boolean fit = version.unfit(times.today()).isEmpty();
        return switch (version.life()) {
            case WallLife.Draft ignored ->
                new VersionModel.Deeds(writes, writes && fit, false, false, false, false, false);
            case WallLife.Submitted ignored -> {
                boolean other = version.mayBeApprovedBy(viewer.login());
                yield new VersionModel.Deeds(
                        false, false, approves, approves && other && fit, approves && !other, false, false);
            }
            case WallLife.Approved ignored ->
                new VersionModel.Deeds(false, false, approves, false, false, approves && fit, false);
            case WallLife.Published ignored -> new VersionModel.Deeds(false, false, false, false, false, false, writes);
            case WallLife.Withdrawn ignored -> new VersionModel.Deeds(false, false, false, false, false, false, false);
        };
    }

    private Optional<VersionModel.Delivery> delivery(Handle handle, Stored stored) {
        boolean down = stored.withdrawal().isPresent();
        return stored.withdrawal()
                .or(stored::publication)
                .map(number -> WallDelivery.of(handle, stored.version().place(), number))
                .map(delivery -> new VersionModel.Delivery(
                        down,
                        delivery.confirmed(),
                        delivery.kiosks().stream()
                                .map(each -> kiosk(each, down))
                                .toList()));
    }

    private VersionModel.Kiosk kiosk(WallDelivery.Kiosk kiosk, boolean down) {
        var words = switch (kiosk.arrival()) {
            case CONFIRMED -> texts().get(down ? "wall.delivery.down" : "wall.delivery.up");
            case WAITING -> texts().get(down ? "wall.delivery.notDown" : "wall.delivery.notUp");
            case TOO_OLD -> texts().get("wall.delivery.tooOld");
        };
        return new VersionModel.Kiosk(
                kiosk.name(),
                kiosk.site(),
                kiosk.arrival().name(),
                words,
                kiosk.lastContact().map(times::when).orElseGet(() -> texts().get("wall.delivery.never")));
    }

    private List<VersionModel.Step> steps(Handle handle, WallVersion version) {
        return new WallStore(handle, forms.library().catalogue())
                .steps(version.id()).stream()
                        .map(step -> new VersionModel.Step(
                                times.when(step.at()),
                                step.login(),
                                forms.words().step(step.kind()),
                                step.remark()))
                        .toList();
    }
}
