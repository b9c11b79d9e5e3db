package cn.dangqun.server.web;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.store.SealedBytes;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Two lists on paper, and guests by name: one taken back, one who still waits, one who was recognised.
final class GuestExamples {
    private final ConsoleUnderTest console;
    private final Visitor reviewer;
    private final Set<String> signed = new HashSet<>();

    GuestExamples(ConsoleUnderTest console, Visitor reviewer) {
        this.console = console;
        this.reviewer = reviewer;
    }

    /// Once for each activity; returns it. `member` is on none of its rolls.
    String on(String activity, String member) {
        if (signed.add(activity)) {
            var kiosk = console.kiosk(1);
            var id = new ActivityId(activity);
            console.fact(kiosk, new AttendanceFact.PaperSheetKept(id, arrived(), "s-1"));
            console.fact(kiosk, new AttendanceFact.PaperSheetKept(id, arrived(), "s-1"));
            long mistaken = named(kiosk, id);
            console.fact(
                    kiosk,
                    new AttendanceFact.CheckInVoided(
                            id,
                            mistaken,
                            AttendanceFact.VoidReason.STAFF_CORRECTION,
                            Optional.empty(),
                            Optional.of(new Handling("s-1", "登记错人"))));
            named(kiosk, id);
            recognised(activity + "/" + kiosk + "/" + ConsoleUnderTest.EPOCH.hex() + "/" + named(kiosk, id), member);
        }
        return activity;
    }

    private void recognised(String item, String member) {
        var answer = reviewer.post(
                "/review",
                "/review/decisions",
                Map.of("kind", "GUEST", "item", item, "answer", "MATCH", "member", member, "reason", "样例", "seen", ""));
        if (answer.statusCode() != 303) {
            throw new AssertionError(answer.body());
        }
    }

    private long named(KioskId kiosk, ActivityId activity) {
        var hand = new AttendanceFact.Named(arrived(), arrived(), new Handling("s-1", "没有带证件"));
        return console.fact(
                kiosk,
                new AttendanceFact.GuestCheckedIn(
                        activity, GuestKind.REPORTED_IN, Optional.empty(), Optional.of(hand)));
    }

    private SealedId arrived() {
        var sealed = SealedBytes.seal(new byte[] {1}, new SecureRandom());
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO attachment (id, sealed, secret, kiosk, received_at) VALUES (?, ?, ?, 'kiosk-1', 1)",
                HexFormat.of().parseHex(sealed.id()),
                sealed.sealed(),
                sealed.key()));
        return new SealedId(sealed.id());
    }
}
