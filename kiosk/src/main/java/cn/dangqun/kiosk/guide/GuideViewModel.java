package cn.dangqun.kiosk.guide;

import cn.dangqun.domain.queue.Audience;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.kiosk.guide.GuideState.Browsing;
import cn.dangqun.kiosk.guide.GuideState.Finding;
import cn.dangqun.kiosk.guide.GuideState.One;
import cn.dangqun.kiosk.ui.PinyinInitials;
import cn.dangqun.kiosk.ui.UiThread;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Somebody looks something up. Methods on the UI thread; reading on `background`.
final class GuideViewModel {
    private static final Logger log = LoggerFactory.getLogger(GuideViewModel.class);
    private static final int LONGEST = 8;
    private static final Pattern SIGNS = Pattern.compile("(?U)\\W");

    private final GuideDesk desk;
    private final Function<ServiceItem, CompletableFuture<Handover>> printer;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<GuideState> state = new ReadOnlyObjectWrapper<>(new GuideState.Loading());

    GuideViewModel(
            GuideDesk desk,
            Function<ServiceItem, CompletableFuture<Handover>> printer,
            UiThread ui,
            Executor background) {
        this.desk = desk;
        this.printer = printer;
        this.ui = ui;
        this.background = background;
    }

    ReadOnlyObjectProperty<GuideState> state() {
        return state.getReadOnlyProperty();
    }

    void open() {
        var _ = CompletableFuture.supplyAsync(desk::entries, background)
                .whenComplete((all, problem) -> ui.execute(() -> show(all, problem)));
    }

    /// What cannot be read is asked at the desk, as what nobody has written.
    private void show(@Nullable List<GuideEntry> all, @Nullable Throwable problem) {
        if (all == null) {
            log.error("The catalogue cannot be read", problem);
        }
        state.set(all == null || all.isEmpty() ? new GuideState.Empty() : new Browsing(all, Optional.empty()));
    }

    void choose(Optional<Audience> audience) {
        switch (state.get()) {
            case Browsing(var all, var _) -> state.set(new Browsing(all, audience));
            case Finding(var all, var _, var _) -> state.set(new Browsing(all, audience));
            case GuideState.Loading _, GuideState.Empty _, One _ -> {}
        }
    }

    void find() {
        if (state.get() instanceof Browsing(var all, var _)) {
            state.set(new Finding(all, "", all));
        }
    }

    void type(String letter) {
        if (state.get() instanceof Finding(var all, var letters, var _) && letters.length() < LONGEST) {
            state.set(found(all, letters + letter));
        }
    }

    void erase() {
        if (state.get() instanceof Finding(var all, var letters, var _) && !letters.isEmpty()) {
            state.set(found(all, letters.substring(0, letters.length() - 1)));
        }
    }

    private static Finding found(List<GuideEntry> all, String letters) {
        return new Finding(
                all,
                letters,
                all.stream()
                        .filter(each -> isCalled(each.service().name(), letters))
                        .toList());
    }

    /// Anywhere in the name: people do not know how offices begin it. Brackets and the like have no letter.
    static boolean isCalled(String name, String letters) {
        var read = SIGNS.matcher(name).replaceAll("");
        return IntStream.range(0, read.length()).anyMatch(at -> PinyinInitials.fit(read.substring(at), letters));
    }

    void show(GuideEntry entry) {
        if (state.get() instanceof Browsing || state.get() instanceof Finding) {
            state.set(new One(entry, state.get(), GuideState.Paper.NOT_ASKED));
        }
    }

    /// Once; whoever presses again while it prints gets no second page.
    void print() {
        if (state.get() instanceof One(var entry, var from, var paper) && paper != GuideState.Paper.UNDER_WAY) {
            var under = new One(entry, from, GuideState.Paper.UNDER_WAY);
            state.set(under);
            var _ = printer.apply(entry.service()).thenAccept(how -> ui.execute(() -> printed(under, how)));
        }
    }

    private void printed(One asked, Handover how) {
        if (state.get().equals(asked)) {
            var paper = how == Handover.PRINTED ? GuideState.Paper.PRINTED : GuideState.Paper.NONE;
            state.set(new One(asked.entry(), asked.from(), paper));
        }
    }

    void back() {
        if (state.get() instanceof One(var _, var from, var _)) {
            state.set(from);
        }
    }

    /// The next person begins at the beginning.
    void leave() {
        state.set(new GuideState.Loading());
    }
}
