package cn.dangqun.kiosk.staff;

import cn.dangqun.devices.selftest.Probe;
import cn.dangqun.devices.selftest.ProbeResult;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.ledger.LedgerMonitor;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.shell.FakeServices;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.Scenes;
import cn.dangqun.kiosk.shell.TestKiosk;
import cn.dangqun.kiosk.staff.ParkedRecords.ParkedRecord;
import cn.dangqun.kiosk.sync.ClockOffset;
import cn.dangqun.kiosk.sync.SyncStatus;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.kiosk.sync.SyncStatus.RefusalReason;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The door of the staff corner, the corner and the self-test, in every state.
public final class StaffScenes {
    private final BiConsumer<String, Consumer<TestKiosk>> scenes;

    private StaffScenes(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        this.scenes = scenes;
    }

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        var all = new StaffScenes(scenes);
        all.staff();
        all.corner();
        all.clock();
        all.parked();
        all.selfTest();
        all.program();
    }

    private void scene(String name, Consumer<TestKiosk> steps) {
        scenes.accept(name, steps);
    }

    private void staff() {
        scene("staff-choose", kiosk -> kiosk.shell().go("staff"));
        scene("staff-choose-many", kiosk -> {
            var many = new ArrayList<>(Samples.staff());
            for (int i = 5; i < 12; i++) {
                many.add(new StaffMember(
                        "s-" + i, "样例第" + i + "位", "周" + "一二三四五六日".charAt(i % 7), StaffRole.DUTY_STAFF));
            }
            kiosk.services.staff = many;
            kiosk.shell().go("staff");
        });
        scene("staff-nobody", kiosk -> {
            kiosk.services.staff = List.of();
            kiosk.shell().go("staff");
        });
        // one of the two has agreed to it
        scene("home-duty-photo", kiosk -> {
            kiosk.services.portraits = Map.of("s-1", Portraits.somebody());
            kiosk.home();
        });
        scene("home-duty-photo-spoiled", kiosk -> {
            kiosk.services.portraits =
                    Map.of("s-1", new Portrait(ByteString.copyFromUtf8("样例")), "s-2", Portraits.somebody());
            kiosk.home();
        });
        scene("staff-pin", kiosk -> pin(kiosk, "123", false));
        scene("staff-pin-wrong", kiosk -> {
            kiosk.services.verdict = new StaffDesk.Unlock.WrongPin(3);
            pin(kiosk, "123456", true);
        });
        scene("staff-pin-not-saved", kiosk -> {
            kiosk.services.verdict = new StaffDesk.Unlock.NotSaved();
            pin(kiosk, "123456", true);
        });
        scene("staff-pin-choose", kiosk -> choose(kiosk, ""));
        scene("staff-pin-simple", kiosk -> choose(kiosk, "111111"));
        scene("staff-pin-again", kiosk -> choose(kiosk, "802715"));
        scene("staff-locked-out", kiosk -> {
            kiosk.services.verdict = new StaffDesk.Unlock.LockedOut(Samples.NOW.plus(Duration.ofMinutes(5)));
            pin(kiosk, "123456", true);
        });
    }

    private void corner() {
        scene("staff-corner", kiosk -> {
            kiosk.services.devices(Samples.devices());
            kiosk.services.sync = Scenes.linked(0, Duration.ofMinutes(3));
            kiosk.shell().admit(Samples.staff().getFirst());
        });
        scene("staff-corner-all-devices", kiosk -> {
            kiosk.services.sync = Scenes.linked(0, Duration.ofMinutes(3));
            kiosk.services.devices = Samples.allDevices();
            kiosk.shell().admit(Samples.staff().getFirst());
        });
        scene("staff-corner-clock-off", kiosk -> {
            var contact = Optional.of(Samples.NOW);
            kiosk.services.sync = new SyncStatus(
                    new Link.Connected(),
                    0,
                    Optional.empty(),
                    contact,
                    Optional.of(new ClockOffset(Duration.ofMinutes(-7), Duration.ofMillis(40))));
            kiosk.shell().admit(Samples.staff().getFirst());
        });
        scene("staff-corner-offline", kiosk -> {
            kiosk.services.sync = new SyncStatus(
                    new Link.Connecting(),
                    57,
                    Optional.of(Samples.NOW.minus(Duration.ofHours(49))),
                    Optional.of(Samples.NOW.minus(Duration.ofHours(50))));
            kiosk.services.health = new LedgerMonitor.LedgerHealth(true, Optional.of(Duration.ofMinutes(190)));
            kiosk.services.devices(Samples.devices());
            kiosk.services.activities =
                    List.of(Samples.closed(), Samples.openToo(), Samples.upcoming(), Samples.evening(), Samples.open());
            kiosk.shell().admit(Samples.staff().get(2));
        });
        scene("staff-corner-salvaged", kiosk -> {
            kiosk.services.sync = Scenes.linked(214, Duration.ofMinutes(3));
            kiosk.services.health =
                    new LedgerMonitor.LedgerHealth(true, Optional.empty(), new LedgerMonitor.Salvaged(214, 3, false));
            kiosk.shell().admit(Samples.staff().getFirst());
        });
        scene("staff-corner-vanished", kiosk -> {
            kiosk.services.sync = Scenes.linked(0, Duration.ofMinutes(3));
            kiosk.services.health =
                    new LedgerMonitor.LedgerHealth(false, Optional.empty(), new LedgerMonitor.Salvaged(0, 3, false), 3);
            kiosk.shell().admit(Samples.staff().getFirst());
        });
        scene("staff-corner-locked", kiosk -> {
            kiosk.services.sync = Scenes.linked(0, Duration.ofMinutes(3));
            kiosk.services.health =
                    new LedgerMonitor.LedgerHealth(false, Optional.empty(), LedgerMonitor.Salvaged.NOTHING, 0, true);
            kiosk.shell().admit(Samples.staff().getFirst());
        });
        for (var reason : RefusalReason.values()) {
            scene("staff-corner-refused-" + reason.name().toLowerCase(java.util.Locale.ROOT), kiosk -> {
                kiosk.services.sync = Scenes.refused(reason);
                kiosk.shell().admit(Samples.staff().getFirst());
            });
        }
        scene("staff-corner-certificate-expired", kiosk -> {
            kiosk.services.sync =
                    new SyncStatus(new Link.CertificateExpired(), 57, Optional.empty(), Optional.of(Samples.NOW));
            kiosk.shell().admit(Samples.staff().getFirst());
        });
        for (var role : StaffRole.values()) {
            scene(
                    "staff-corner-role-" + role.name().toLowerCase(java.util.Locale.ROOT),
                    kiosk -> kiosk.shell().admit(new StaffMember("s-9", "样例壬", "", role)));
        }
        scene("staff-corner-empty", kiosk -> {
            kiosk.services.activities = List.of();
            kiosk.services.devices = List.of();
            kiosk.shell().admit(Samples.staff().getFirst());
        });
    }

    private void program() {
        scene("program", StaffScenes::program);
        scene("program-alone", kiosk -> {
            kiosk.services.program.startedAgain = false;
            program(kiosk);
            kiosk.services.program.startedAgain = true;
        });
        for (var wish : ProgramState.Wish.values()) {
            scene("program-asks-" + wish, kiosk -> {
                program(kiosk);
                kiosk.services.place(ProgramPlace.class).model().ask(wish);
            });
        }
        scene("program-closing", kiosk -> {
            program(kiosk);
            var model = kiosk.services.place(ProgramPlace.class).model();
            model.ask(ProgramState.Wish.END);
            model.yes();
        });
    }

    private static void program(TestKiosk kiosk) {
        kiosk.shell().admit(Samples.staff().getFirst());
        kiosk.shell().go("program");
    }

    private void parked() {
        scene("parked", kiosk -> {
            kiosk.services.parked = Stream.of(ParkedRecords.Why.values())
                    .flatMap(why -> Stream.of(ParkedRecords.What.values())
                            .map(what -> new ParkedRecord(
                                    Optional.of(Samples.NOW),
                                    what,
                                    Optional.of(Samples.LONGEST.full()),
                                    Samples.LECTURE.title(),
                                    why)))
                    .toList();
            parked(kiosk);
        });
        scene("parked-returned", kiosk -> {
            for (int i = 1; i < 6; i++) {
                kiosk.services.returned.items.add(new ReturnedDesk.Returned(
                        ReviewItem.of(ReviewItem.Kind.UNSIGNED, Samples.LECTURE.id(), "M-" + i),
                        "未签名：" + Samples.LECTURE.title() + "（11月23日 · 样例一支部 · 样＊＊）",
                        "请到中心补交当天的纸质签到表，拍照后告诉街道组织科"));
            }
            parked(kiosk);
        });
        scene("parked-none", StaffScenes::parked);
        scene("staff-corner-parked", kiosk -> {
            kiosk.services.parked = List.of(new ParkedRecord(
                    Optional.empty(), ParkedRecords.What.OTHER, Optional.empty(), "", ParkedRecords.Why.OTHER));
            kiosk.shell().admit(Samples.staff().getFirst());
        });
    }

    private static void parked(TestKiosk kiosk) {
        kiosk.shell().admit(Samples.staff().getFirst());
        kiosk.shell().go("parked");
    }

    private void clock() {
        scene("care", kiosk -> {
            kiosk.shell().admit(Samples.staff().getFirst());
            kiosk.shell().go("care");
        });
        for (var quality : ClockQuality.values()) {
            scene("staff-clock-" + quality.name().toLowerCase(java.util.Locale.ROOT), kiosk -> clock(kiosk, quality));
        }
        scene("staff-clock-none", kiosk -> {
            var model = clock(kiosk, ClockQuality.DOUBTFUL);
            "20261131".codePoints().mapToObj(Character::toString).forEach(model::type);
            model.check();
        });
        scene("staff-clock-impossible", kiosk -> {
            var model = clock(kiosk, ClockQuality.DOUBTFUL);
            "2010".codePoints().mapToObj(Character::toString).forEach(model::type);
            model.check();
        });
        scene(
                "staff-clock-confirm",
                kiosk -> clock(kiosk, ClockQuality.DOUBTFUL).check());
        scene("staff-clock-done", kiosk -> {
            var model = clock(kiosk, ClockQuality.DOUBTFUL);
            model.check();
            model.confirm();
        });
        scene("staff-clock-unsaved", kiosk -> {
            kiosk.services.clockIsKept = false;
            var model = clock(kiosk, ClockQuality.DOUBTFUL);
            model.check();
            model.confirm();
        });
    }

    private static ClockViewModel clock(TestKiosk kiosk, ClockQuality quality) {
        kiosk.services.quality = quality;
        kiosk.shell().admit(Samples.staff().getFirst());
        kiosk.shell().go("staff-clock");
        return kiosk.services.place(ClockPlace.class).model();
    }

    private void selfTest() {
        scene("self-test", kiosk -> tested(kiosk, Samples.probes()));
        scene("self-test-good", kiosk -> {
            tested(kiosk, List.of(Samples.probe("disk", "", ProbeResult.passed())));
        });
        scene("self-test-broken", kiosk -> tested(kiosk, List.of(Samples.brokenProbe())));
    }

    private static void tested(TestKiosk kiosk, List<Probe> probes) {
        kiosk.services.probes = probes;
        kiosk.shell().admit(Samples.staff().getFirst());
        kiosk.shell().go("self-test");
    }

    private static void pin(TestKiosk kiosk, String digits, boolean confirm) {
        kiosk.shell().go("staff");
        unlock(kiosk.services).choose(Samples.staff().getFirst());
        digits.codePoints().mapToObj(Character::toString).forEach(unlock(kiosk.services)::type);
        if (confirm) {
            unlock(kiosk.services).confirm();
        }
    }

    /// With a one-time code, and then `digits`.
    private static void choose(TestKiosk kiosk, String digits) {
        kiosk.services.verdict =
                new StaffDesk.Unlock.CodeAccepted(Samples.staff().getFirst());
        pin(kiosk, "13572468", true);
        digits.codePoints().mapToObj(Character::toString).forEach(unlock(kiosk.services)::type);
        if (!digits.isEmpty()) {
            unlock(kiosk.services).confirm();
        }
    }

    public static StaffUnlockViewModel unlock(FakeServices services) {
        return services.place(StaffUnlockPlace.class).model();
    }
}
