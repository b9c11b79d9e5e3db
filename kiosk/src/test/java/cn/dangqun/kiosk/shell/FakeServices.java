package cn.dangqun.kiosk.shell;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.devices.selftest.Probe;
import cn.dangqun.devices.selftest.SelfTest;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.voice.VolumeSchedule;
import cn.dangqun.domain.wall.WallBoard;
import cn.dangqun.kiosk.activity.ActivityFeature;
import cn.dangqun.kiosk.activity.ActivityToday;
import cn.dangqun.kiosk.activity.ReadersToday;
import cn.dangqun.kiosk.activity.TodaysActivities;
import cn.dangqun.kiosk.appointment.FakeAppointments;
import cn.dangqun.kiosk.calendar.CalendarScenes;
import cn.dangqun.kiosk.card.CardFeature;
import cn.dangqun.kiosk.card.FakeCards;
import cn.dangqun.kiosk.checkin.CheckInDesk;
import cn.dangqun.kiosk.checkin.CheckInFeature;
import cn.dangqun.kiosk.device.DeviceBoard;
import cn.dangqun.kiosk.device.KioskDevices;
import cn.dangqun.kiosk.enrolment.EnrolmentFeature;
import cn.dangqun.kiosk.guest.FakeGuests;
import cn.dangqun.kiosk.guide.GuideScenes;
import cn.dangqun.kiosk.help.HelpFeature;
import cn.dangqun.kiosk.ledger.LedgerMonitor;
import cn.dangqun.kiosk.meeting.FakeMeetings;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.print.FakePrinting;
import cn.dangqun.kiosk.privacy.PrivacyFeature;
import cn.dangqun.kiosk.queue.FakeQueue;
import cn.dangqun.kiosk.queue.QueueFeature;
import cn.dangqun.kiosk.request.FakeRequests;
import cn.dangqun.kiosk.roll.FakeRolls;
import cn.dangqun.kiosk.scan.FakeScans;
import cn.dangqun.kiosk.staff.ClockDesk;
import cn.dangqun.kiosk.staff.Duty;
import cn.dangqun.kiosk.staff.FakeProgram;
import cn.dangqun.kiosk.staff.FakeReturned;
import cn.dangqun.kiosk.staff.ParkedRecords;
import cn.dangqun.kiosk.staff.Portrait;
import cn.dangqun.kiosk.staff.StaffCornerViewModel;
import cn.dangqun.kiosk.staff.StaffDesk;
import cn.dangqun.kiosk.staff.StaffFeature;
import cn.dangqun.kiosk.sync.EnrolmentDesk;
import cn.dangqun.kiosk.sync.SyncMonitor;
import cn.dangqun.kiosk.sync.SyncStatus;
import cn.dangqun.kiosk.voice.FakeSignals;
import cn.dangqun.kiosk.wall.WallFeature;
import cn.dangqun.kiosk.wall.WallService;
import cn.dangqun.kiosk.window.FakeWindowPage;
import cn.dangqun.protocol.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Everything behind the screens, told by the test what to say next; notes what it was asked.
public final class FakeServices {
    private final List<Runnable> planChanged = new ArrayList<>();
    public String siteName = "样例社区党群服务中心";
    public List<ActivityToday> activities = List.of();
    public CheckInOutcome next = new CheckInOutcome.NotSaved();
    /// When set, the next answers wait until the test completes them.
    public boolean slow;
    /// What stands in the place of a feature of this list.
    UnaryOperator<Feature> instead = feature -> feature;

    public final List<CompletableFuture<CheckInOutcome>> pending = new ArrayList<>();
    public final List<String> asked = new ArrayList<>();
    public boolean undoWorks = true;
    public List<StaffMember> staff = List.of();
    /// By the id of the person.
    public Map<String, Portrait> portraits = Map.of();
    public StaffDesk.Unlock verdict = new StaffDesk.Unlock.NotSaved();
    public Map<ContentId, byte[]> content = new HashMap<>();
    public WallBoard board = new WallBoard(List.of(WallLibrary.shipped().lastResort()));
    private final List<Runnable> wallListeners = new ArrayList<>();
    public SyncStatus sync = new SyncStatus(new SyncStatus.Link.Connecting(), 0, Optional.empty(), Optional.empty());
    public List<DeviceBoard.DeviceStatus> devices = List.of();
    public LedgerMonitor.LedgerHealth health = new LedgerMonitor.LedgerHealth(false, Optional.empty());
    public EnrolmentDesk.Enrolment enrolment = new EnrolmentDesk.Enrolment.Unreachable();

    public ClockQuality quality = ClockQuality.STREET;
    public boolean clockIsKept = true;
    public List<ParkedRecords.ParkedRecord> parked = List.of();
    public final FakeReturned returned = new FakeReturned();
    public boolean pictures;
    public List<Probe> probes = List.of();
    public final FakeQueue queue = new FakeQueue();
    public final FakeCards cards = new FakeCards();
    public final FakePrinting printing = new FakePrinting();
    public final FakeScans scans = new FakeScans();
    public final FakeGuests guests = new FakeGuests();
    public final FakeRolls rolls = new FakeRolls(printing.tray, scans.tray, guests.tray);
    public final FakeMeetings meetings = new FakeMeetings();
    public final FakeSignals signals = new FakeSignals();
    public final FakeProgram program = new FakeProgram();
    public final FakeWindowPage windowPage = new FakeWindowPage();
    public final FakeAppointments appointments = new FakeAppointments(queue);
    public final GuideScenes.FakeGuide guide = new GuideScenes.FakeGuide();
    public final FakeRequests requests = new FakeRequests();
    public final CalendarScenes.FakeCalendar calendar = new CalendarScenes.FakeCalendar();

    private final List<Place> places = new ArrayList<>();
    private final List<Consumer<SyncStatus>> syncListeners = new ArrayList<>();
    private final List<Consumer<String>> readListeners = new ArrayList<>();
    private final List<Consumer<DeviceBoard.DeviceStatus>> deviceListeners = new ArrayList<>();

    /// A device of this name has read something.
    public void read(String device) {
        readListeners.forEach(listener -> listener.accept(device));
    }

    public void sync(SyncStatus status) {
        sync = status;
        syncListeners.forEach(listener -> listener.accept(status));
    }

    /// A device was plugged in or out.
    public void devices(List<DeviceBoard.DeviceStatus> now) {
        devices = now;
        now.forEach(device -> deviceListeners.forEach(listener -> listener.accept(device)));
    }

    public KioskServices services(Clock clock) {
        return new KioskServices(
                clock,
                () -> quality == ClockQuality.DOUBTFUL,
                () -> siteName,
                syncMonitor(),
                wanted -> pictures = wanted,
                features(clock).stream().map(instead).map(this::noted).toList());
    }

    private List<Feature> features(Clock clock) {
        var sources = new StaffCornerViewModel.Sources(
                clock, syncMonitor(), () -> health, deviceBoard(), plan(), () -> parked, returned);
        var feedback = signals.feedback();
        return List.of(
                new CheckInFeature(checkIn(), feedback),
                rolls.feature(clock),
                meetings.feature(clock),
                new WallFeature(wall()),
                new QueueFeature(queue.services(), () -> {}),
                new ActivityFeature(plan(), syncMonitor(), new ReadersToday(deviceBoard(), false), _ -> {}),
                appointments.feature(),
                GuideScenes.feature(guide),
                requests.feature(),
                CalendarScenes.feature(calendar),
                new HelpFeature(staffDesk()),
                new PrivacyFeature(),
                new StaffFeature(
                        staffDesk(),
                        clockDesk(clock),
                        clock.getZone(),
                        sources,
                        () -> new SelfTest(probes),
                        Runnable::run,
                        program,
                        "0.1.0",
                        () -> Optional.of(new KioskDevices.Loudness(
                                true, VolumeSchedule.of("08:00=80 12:00=25 14:00=80 20:00=0"))),
                        () -> {}),
                new CardFeature(cards),
                printing.feature(),
                scans.feature(),
                guests.feature(),
                windowPage.feature(),
                new EnrolmentFeature(code -> CompletableFuture.completedFuture(enrolment), syncMonitor()));
    }

    private Feature noted(Feature feature) {
        return context -> {
            var contribution = feature.screens(context);
            places.addAll(contribution.places());
            return contribution;
        };
    }

    /// The place of this kind, once the screens are made.
    public <P extends Place> P place(Class<P> kind) {
        return places.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    /// Null stands for a disk that cannot be read.
    public List<ActivityToday> today() {
        if (activities == null) {
            throw new IllegalStateException("a disk that cannot be read");
        }
        return activities;
    }

    /// As when the street has sent another plan.
    public void planArrives(List<ActivityToday> plan) {
        activities = plan;
        planChanged.forEach(Runnable::run);
    }

    public TodaysActivities plan() {
        return new TodaysActivities() {
            @Override
            public List<ActivityToday> list() {
                return today();
            }

            @Override
            public void onChange(Runnable changed) {
                planChanged.add(changed);
            }

            @Override
            public boolean isClockInDoubt() {
                return quality == ClockQuality.DOUBTFUL;
            }
        };
    }

    private ClockDesk clockDesk(Clock clock) {
        return new ClockDesk() {
            @Override
            public ClockReading.Decided time() {
                return new ClockReading.Decided(clock.instant(), quality);
            }

            @Override
            public CompletableFuture<Boolean> confirm(String staff, java.time.Instant now) {
                asked.add("clock " + staff + " " + now);
                return CompletableFuture.completedFuture(clockIsKept);
            }
        };
    }

    private CompletableFuture<CheckInOutcome> answer(String question) {
        asked.add(question);
        if (!slow) {
            return CompletableFuture.completedFuture(next);
        }
        var later = new CompletableFuture<CheckInOutcome>();
        pending.add(later);
        return later;
    }

    public CheckInDesk checkIn() {
        return new CheckInDesk() {
            @Override
            public CompletableFuture<CheckInOutcome> present(Credential credential) {
                return answer("present");
            }

            @Override
            public CompletableFuture<CheckInOutcome> presentFor(Credential credential, ActivityId choice) {
                return answer("for " + choice);
            }

            @Override
            public CompletableFuture<CheckInOutcome> admitGuest(
                    Credential credential, ActivityId activity, GuestKind kind) {
                return answer("guest " + kind + " of " + activity);
            }

            @Override
            public CompletableFuture<CheckInOutcome> sign(CheckInOutcome.SignatureAsked asked, Signature signature) {
                return answer("sign " + signature.strokes().size());
            }

            @Override
            public CompletableFuture<Boolean> undo(FactId checkIn) {
                asked.add("undo " + checkIn.seq());
                return CompletableFuture.completedFuture(undoWorks);
            }
        };
    }

    public SyncMonitor syncMonitor() {
        return new SyncMonitor() {
            @Override
            public SyncStatus status() {
                return sync;
            }

            @Override
            public void onChange(Consumer<SyncStatus> listener) {
                syncListeners.add(listener);
            }
        };
    }

    private StaffDesk staffDesk() {
        return new StaffDesk() {
            @Override
            public List<StaffMember> staff() {
                return staff;
            }

            // Whoever has a duty is on duty, until noon; nobody, until the day after.
            @Override
            public Duty onDuty() {
                var here = staff.stream()
                        .filter(each -> !each.duty().isBlank())
                        .map(each -> new Duty.Person(
                                each.name(), LocalTime.NOON, Optional.ofNullable(portraits.get(each.id()))))
                        .toList();
                return here.isEmpty()
                        ? new Duty.Nobody(
                                LocalDate.of(2026, 11, 10), Optional.of(LocalDateTime.of(2026, 11, 11, 8, 30)))
                        : new Duty.Here(here);
            }

            @Override
            public CompletableFuture<Unlock> unlock(String staffId, String pin) {
                asked.add("unlock " + staffId + " " + pin);
                return CompletableFuture.completedFuture(verdict);
            }

            @Override
            public CompletableFuture<Unlock> unlockFrom(String place, String staffId, String pin) {
                return unlock(staffId, pin);
            }

            @Override
            public Optional<Instant> turnsEnd(String staffId) {
                return Optional.empty();
            }

            @Override
            public CompletableFuture<Unlock> choosePin(String staffId, String code, String pin) {
                asked.add("choose " + staffId + " " + code + " " + pin);
                return CompletableFuture.completedFuture(verdict);
            }
        };
    }

    /// The street has changed what hangs.
    public void wall(WallBoard now) {
        board = now;
        wallListeners.forEach(Runnable::run);
    }

    private WallService wall() {
        return new WallService() {
            @Override
            public WallBoard today() {
                return board;
            }

            @Override
            public boolean hasCome(ContentId file) {
                return content.containsKey(file);
            }

            @Override
            public Optional<byte[]> picture(ContentId file) {
                return Optional.ofNullable(content.get(file));
            }

            @Override
            public void onChange(Runnable changed) {
                wallListeners.add(changed);
            }
        };
    }

    public DeviceBoard deviceBoard() {
        return new DeviceBoard() {
            @Override
            public List<DeviceStatus> devices() {
                return devices;
            }

            @Override
            public void onChange(Consumer<DeviceStatus> listener) {
                deviceListeners.add(listener);
            }

            @Override
            public void onRead(Consumer<String> listener) {
                readListeners.add(listener);
            }
        };
    }
}
