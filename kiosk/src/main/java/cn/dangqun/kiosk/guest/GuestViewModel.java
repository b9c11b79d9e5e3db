package cn.dangqun.kiosk.guest;

import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.kiosk.guest.GuestDesk.Answer;
import cn.dangqun.kiosk.guest.GuestDesk.GuestAct;
import cn.dangqun.kiosk.guest.GuestSheet.Guest;
import cn.dangqun.kiosk.guest.GuestSheet.Known;
import cn.dangqun.kiosk.guest.GuestState.Finding;
import cn.dangqun.kiosk.guest.GuestState.Listed;
import cn.dangqun.kiosk.guest.GuestState.Said;
import cn.dangqun.kiosk.guest.GuestState.Whom;
import cn.dangqun.kiosk.guest.GuestState.Why;
import cn.dangqun.kiosk.guest.GuestState.Writing;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.ui.PinyinInitials;
import cn.dangqun.kiosk.ui.UiThread;
import cn.dangqun.protocol.Signature;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// 来宾登记: of what kind, who, why. Every act is read back from the disk before the list stands again. UI thread;
/// reading on `background`.
final class GuestViewModel {
    private static final Logger log = LoggerFactory.getLogger(GuestViewModel.class);
    private static final int MOST_LETTERS = 4;

    private final GuestTray tray;
    private final GuestDesk desk;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<GuestState> state = new ReadOnlyObjectWrapper<>(new GuestState.Shut());
    private @Nullable StaffMember by;
    private long visit;

    GuestViewModel(GuestTray tray, GuestDesk desk, UiThread ui, Executor background) {
        this.tray = tray;
        this.desk = desk;
        this.ui = ui;
        this.background = background;
    }

    ReadOnlyObjectProperty<GuestState> state() {
        return state.getReadOnlyProperty();
    }

    Optional<String> back() {
        return tray.order().map(GuestTray.Order::back);
    }

    void open(StaffMember staff) {
        by = staff;
        list(Said.NOTHING);
    }

    /// No name is left.
    void shut() {
        visit++;
        state.set(new GuestState.Shut());
    }

    private void list(Said said) {
        tray.order().ifPresent(order -> {
            long asked = ++visit;
            state.set(new GuestState.Reading());
            var _ = CompletableFuture.supplyAsync(() -> desk.sheet(order.activity()), background)
                    .whenComplete((found, problem) -> ui.execute(() -> {
                        if (asked == visit && found != null) {
                            state.set(found.<GuestState>map(sheet -> new Listed(sheet, said))
                                    .orElseGet(GuestState.Unreadable::new));
                        } else if (asked == visit) {
                            log.error("The guests cannot be read", problem);
                            state.set(new GuestState.Unreadable());
                        }
                    }));
        });
    }

    /// 双报到, 流动 or 列席; whom the street lists can be found by name.
    void begin(GuestKind kind) {
        if (state.get() instanceof Listed now && now.sheet().isOpen()) {
            boolean any = now.sheet().known().stream().anyMatch(each -> each.kind() == kind);
            state.set(any ? finding(now.sheet(), kind, "") : new Writing(now.sheet(), kind));
        }
    }

    private static Finding finding(GuestSheet sheet, GuestKind kind, String letters) {
        return new Finding(
                sheet,
                kind,
                letters,
                sheet.known().stream()
                        .filter(each -> each.kind() == kind && PinyinInitials.fit(each.name(), letters))
                        .toList());
    }

    void type(String letter) {
        if (state.get() instanceof Finding now && now.letters().length() < MOST_LETTERS) {
            state.set(finding(now.sheet(), now.kind(), now.letters() + letter));
        }
    }

    void erase() {
        if (state.get() instanceof Finding now && !now.letters().isEmpty()) {
            var letters = now.letters();
            state.set(finding(now.sheet(), now.kind(), letters.substring(0, letters.length() - 1)));
        }
    }

    void choose(Known known) {
        if (state.get() instanceof Finding now) {
            state.set(new Why(now.sheet(), new Whom.Listed(known)));
        }
    }

    /// 名单里没有: the guest writes.
    void write() {
        if (state.get() instanceof Finding now) {
            state.set(new Writing(now.sheet(), now.kind()));
        }
    }

    void written(Signature name, Signature belongs) {
        if (state.get() instanceof Writing now) {
            state.set(new Why(now.sheet(), new Whom.Unlisted(now.kind(), name, belongs)));
        }
    }

    /// A guest was touched who was registered by staff.
    void withdraw(Guest guest) {
        if (state.get() instanceof Listed now && guest.mayBeWithdrawn()) {
            state.set(new Why(now.sheet(), new Whom.Mistaken(guest)));
        }
    }

    void because(String reason) {
        if (state.get() instanceof Why now) {
            switch (now.whom()) {
                case Whom.Listed(var known) -> record(new GuestAct.Admit(known.member(), reason), Said.ADMITTED);
                case Whom.Unlisted(var kind, var name, var belongs) ->
                    record(new GuestAct.Name(kind, name, belongs, reason), Said.REGISTERED);
                case Whom.Mistaken(var guest) -> record(new GuestAct.Withdraw(guest, reason), Said.WITHDRAWN);
            }
        }
    }

    private void record(GuestAct act, Said said) {
        var order = tray.order();
        var staff = by;
        if (order.isPresent() && staff != null) {
            long asked = ++visit;
            state.set(new GuestState.Reading());
            var _ = desk.record(order.get().activity(), act, staff)
                    .thenAccept(answer -> ui.execute(() -> {
                        if (asked == visit) {
                            list(said(answer, said));
                        }
                    }));
        }
    }

    private static Said said(Answer answer, Said done) {
        return switch (answer) {
            case DONE -> done;
            case OVERTAKEN -> Said.OVERTAKEN;
            case NOT_SAVED -> Said.NOT_SAVED;
        };
    }

    /// Back to the list, with nothing done.
    void stepBack() {
        switch (state.get()) {
            case Finding now -> state.set(new Listed(now.sheet(), Said.NOTHING));
            case Writing now -> state.set(new Listed(now.sheet(), Said.NOTHING));
            case Why now -> state.set(new Listed(now.sheet(), Said.NOTHING));
            case Listed _, GuestState.Shut _, GuestState.Reading _, GuestState.Unreadable _ -> {}
        }
    }
}
