package cn.dangqun.kiosk.scan;

import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.scan.ScanState.Choosing;
import cn.dangqun.kiosk.scan.ScanState.Looking;
import cn.dangqun.kiosk.scan.ScanState.Said;
import cn.dangqun.kiosk.scan.ScanState.Shown;
import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// 拍签到表: look, take, look again, keep. Nothing is kept that nobody has seen. UI thread.
final class ScanViewModel {
    /// Four pictures a second let a hand be steadied.
    static final Duration NEXT_LOOK = Duration.ofMillis(250);

    private final ScanTray tray;
    private final ScanDesk desk;
    private final UiThread ui;
    private final ReadOnlyObjectWrapper<ScanState> state = new ReadOnlyObjectWrapper<>(new ScanState.Shut());
    private final ReadOnlyBooleanWrapper looks = new ReadOnlyBooleanWrapper(true);
    private @Nullable StaffMember by;
    private int kept;
    private long visit;

    ScanViewModel(ScanTray tray, ScanDesk desk, UiThread ui) {
        this.tray = tray;
        this.desk = desk;
        this.ui = ui;
        state.addListener((_, _, now) -> looks.set(looks(now)));
    }

    private boolean looks(ScanState now) {
        return switch (now) {
            case ScanState.Shut _, ScanState.Nothing _, Looking _ -> true;
            case ScanState.Reading _ -> looks.get();
            case Choosing _ -> false;
            case Shown shown -> shown.fromCamera();
        };
    }

    ReadOnlyObjectProperty<ScanState> state() {
        return state.getReadOnlyProperty();
    }

    /// False while files of a stick are chosen from and viewed: no camera is on then.
    ReadOnlyBooleanProperty looks() {
        return looks.getReadOnlyProperty();
    }

    Optional<String> back() {
        return tray.order().map(ScanTray.Order::back);
    }

    void open(StaffMember staff) {
        by = staff;
        tray.order().ifPresent(order -> {
            if (!desk.hasCamera() && !desk.hasStick()) {
                state.set(new ScanState.Nothing(title()));
                return;
            }
            wait(desk.kept(order.activity().id()), count -> {
                kept = count;
                begin(Said.NOTHING);
            });
        });
    }

    /// No picture is left.
    void shut() {
        visit++;
        state.set(new ScanState.Shut());
    }

    private String title() {
        return tray.order().map(each -> each.activity().title()).orElse("");
    }

    private void begin(Said said) {
        if (desk.hasCamera()) {
            useCamera(said);
        } else {
            useStick(said);
        }
    }

    void useCamera() {
        useCamera(Said.NOTHING);
    }

    private void useCamera(Said said) {
        visit++;
        state.set(new Looking(title(), kept, Optional.empty(), desk.hasStick(), said));
        look(visit);
    }

    private void look(long asked) {
        var _ = desk.look()
                .thenAccept(picture -> ui.execute(() -> {
                    if (asked == visit && state.get() instanceof Looking now) {
                        state.set(new Looking(now.title(), now.kept(), Optional.of(picture), now.stick(), now.said()));
                        var _ = ui.after(NEXT_LOOK, () -> {
                            if (asked == visit) {
                                look(asked);
                            }
                        });
                    }
                }));
    }

    /// 拍下: what stands there, stays.
    void take() {
        if (state.get() instanceof Looking now && now.seen().isPresent()) {
            visit++;
            state.set(new Shown(now.title(), now.kept(), now.seen().get(), true, Said.NOTHING));
        }
    }

    void useStick() {
        useStick(Said.NOTHING);
    }

    private void useStick(Said said) {
        wait(
                desk.files(),
                files -> state.set(new Choosing(
                        title(),
                        kept,
                        files.orElse(List.of()),
                        desk.hasCamera(),
                        files.isEmpty() ? Said.NO_STICK : said)));
    }

    void choose(String file) {
        if (state.get() instanceof Choosing now) {
            wait(
                    desk.open(file),
                    found -> state.set(
                            found.<ScanState>map(picture -> new Shown(now.title(), kept, picture, false, Said.NOTHING))
                                    .orElseGet(() -> new Choosing(
                                            now.title(), kept, now.files(), now.camera(), Said.NO_PICTURE))));
        }
    }

    void turn() {
        if (state.get() instanceof Shown now) {
            state.set(new Shown(now.title(), now.kept(), now.picture().turned(), now.fromCamera(), Said.NOTHING));
        }
    }

    /// 重拍, or another of the stick.
    void again() {
        if (state.get() instanceof Shown now) {
            if (now.fromCamera()) {
                useCamera();
            } else {
                useStick();
            }
        }
    }

    void keep() {
        var order = tray.order();
        var staff = by;
        if (state.get() instanceof Shown now && order.isPresent() && staff != null) {
            wait(desk.keep(order.get().activity().id(), now.picture(), staff), answer -> kept(now, answer));
        }
    }

    private void kept(Shown picture, ScanDesk.Answer answer) {
        switch (answer) {
            case KEPT -> {
                kept++;
                if (picture.fromCamera()) {
                    useCamera(Said.KEPT);
                } else {
                    useStick(Said.KEPT);
                }
            }
            case TOO_MANY -> stays(picture, Said.TOO_MANY);
            case GONE -> stays(picture, Said.GONE);
            case NOT_SAVED -> stays(picture, Said.NOT_SAVED);
        }
    }

    private void stays(Shown picture, Said said) {
        state.set(new Shown(picture.title(), kept, picture.picture(), picture.fromCamera(), said));
    }

    /// Goes on with what comes, unless somebody has gone on meanwhile.
    private <T> void wait(CompletableFuture<T> coming, Consumer<T> then) {
        long asked = ++visit;
        state.set(new ScanState.Reading(title()));
        var _ = coming.thenAccept(found -> ui.execute(() -> {
            if (asked == visit) {
                then.accept(found);
            }
        }));
    }
}
