package cn.dangqun.kiosk.guest;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.guest.GuestSheet.Guest;
import cn.dangqun.kiosk.guest.GuestSheet.Known;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.protocol.Signature;
import cn.dangqun.protocol.Signature.Point;
import cn.dangqun.protocol.Signature.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Guests that the test wants, noting what was recorded.
public final class FakeGuests implements GuestDesk {
    static final Signature HAND = new Signature(List.of(
            new Stroke(List.of(new Point(50, 60), new Point(300, 80), new Point(200, 250))),
            new Stroke(List.of(new Point(400, 60), new Point(700, 200)))));

    public final GuestTray tray = new GuestTray();
    public final List<String> asked = new ArrayList<>();
    boolean isOpen = true;
    List<Known> known = List.of();
    List<Guest> here = List.of();
    Answer answer = Answer.DONE;

    public FakeGuests() {
        reset();
    }

    public void reset() {
        asked.clear();
        isOpen = true;
        answer = Answer.DONE;
        known = List.of(
                known("M-11", "李样例", GuestKind.REPORTED_IN),
                known("M-12", "王样例", GuestKind.REPORTED_IN),
                known("M-13", Samples.LONGEST.full(), GuestKind.FLOATING));
        here = List.of(
                new Guest(
                        Optional.empty(),
                        7,
                        "",
                        Optional.of(GuestKind.FLOATING),
                        Samples.NOW,
                        Optional.of(new GuestSheet.Ink(Optional.of(HAND), Optional.of(HAND))),
                        true),
                new Guest(
                        Optional.of(new MemberId("M-14")),
                        6,
                        "赵样例",
                        Optional.of(GuestKind.REPORTED_IN),
                        Samples.NOW,
                        Optional.empty(),
                        true),
                new Guest(
                        Optional.empty(),
                        5,
                        "",
                        Optional.of(GuestKind.OBSERVER),
                        Samples.NOW,
                        Optional.empty(),
                        false));
    }

    static Known known(String id, String name, GuestKind kind) {
        return new Known(new MemberId(id), name, "样例社区第一党支部", kind);
    }

    public Feature feature() {
        return new GuestFeature(tray, this);
    }

    @Override
    public Optional<GuestSheet> sheet(ActivityId activity) {
        return Samples.THEME_DAY.id().equals(activity)
                ? Optional.of(new GuestSheet(Samples.THEME_DAY, isOpen, known, here))
                : Optional.empty();
    }

    @Override
    public CompletableFuture<Answer> record(ActivityId activity, GuestAct act, StaffMember by) {
        asked.add(by.id() + " " + act.getClass().getSimpleName() + " " + act.reason());
        return CompletableFuture.completedFuture(answer);
    }
}
