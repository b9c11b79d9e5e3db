package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceFigures;
import cn.dangqun.domain.attendance.AttendanceFigures.Share;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.AttendanceFact.Registration;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.kiosk.guest.GuestTray;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.print.PaperTray;
import cn.dangqun.kiosk.scan.ScanTray;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.protocol.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Rolls that say what the test wants, and note what was recorded.
public final class FakeRolls implements RollDesk {
    public List<Activity> planned = List.of();
    public boolean frozen;
    public Instant now = Samples.NOW;
    public final List<String> asked = new ArrayList<>();
    List<RollLine> lines = List.of();
    List<String> approvers = List.of();
    Map<GuestKind, Integer> heads = Map.of();
    List<Organization> organizers = List.of();
    Map<MemberId, Signature> signatures = Map.of();
    public final PaperTray tray;
    private final ScanTray scans;
    private final GuestTray guests;
    Answer answer = Answer.DONE;

    public FakeRolls() {
        this(new PaperTray(), new ScanTray(), new GuestTray());
    }

    public FakeRolls(PaperTray tray, ScanTray scans, GuestTray guests) {
        this.tray = tray;
        this.scans = scans;
        this.guests = guests;
        reset();
    }

    public void reset() {
        planned = List.of(Samples.THEME_DAY);
        frozen = true;
        now = Samples.NOW;
        asked.clear();
        answer = Answer.DONE;
        heads = Map.of();
        signatures = Map.of();
        organizers = List.of(organizer(1, "样例社区第一党支部"), organizer(2, Samples.LONG_BRANCH));
        approvers = List.of("样例书记", "样例委员");
        lines = List.of(
                line("M-1", "陈样例", AttendanceState.PRESENT),
                line("M-2", "李样例", AttendanceState.LATE),
                line("M-3", "王小明", AttendanceState.ABSENT),
                line("M-4", "张样例", AttendanceState.LEAVE),
                line("M-5", "赵样例", AttendanceState.ABSENT));
    }

    static RollLine line(String id, String name, AttendanceState state) {
        return line(id, name, state, 1, "样例社区第一党支部");
    }

    static RollLine line(String id, String name, AttendanceState state, int branch, String branchName) {
        boolean here = state.isPresent();
        return new RollLine(
                new MemberId(id),
                new OrganizationId("c1-b" + branch),
                name,
                branchName,
                state,
                here ? Optional.of(Samples.NOW) : Optional.empty(),
                here ? Optional.of(Registration.AT_DOOR) : Optional.empty(),
                state == AttendanceState.LEAVE ? Optional.of(LeaveKind.SICK) : Optional.empty(),
                Optional.empty(),
                false);
    }

    public Feature feature(Clock clock) {
        return new RollFeature(this, () -> "样例社区党群服务中心", clock, tray, scans, guests);
    }

    @Override
    public List<Activity> activities() {
        return planned;
    }

    @Override
    public Optional<RollSheet> sheet(ActivityId id) {
        return planned.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(activity -> new RollSheet(
                        activity,
                        "样例社区第一党支部",
                        now,
                        frozen,
                        lines,
                        AttendanceFigures.sum(lines.stream()
                                .map(line -> new Share(line.state(), true, false, 1))
                                .toList()),
                        rolls(),
                        heads,
                        approvers));
    }

    private List<RollSheet.Part> rolls() {
        var byRoll = new LinkedHashMap<OrganizationId, List<RollLine>>();
        lines.forEach(line ->
                byRoll.computeIfAbsent(line.roll(), fresh -> new ArrayList<>()).add(line));
        return byRoll.entrySet().stream()
                .map(each -> new RollSheet.Part(
                        each.getKey(),
                        each.getValue().getFirst().organization(),
                        AttendanceFigures.sum(each.getValue().stream()
                                .map(line -> new Share(line.state(), true, false, 1))
                                .toList())))
                .toList();
    }

    @Override
    public Map<MemberId, Signature> signatures(ActivityId id) {
        return signatures;
    }

    @Override
    public List<Organization> organizers(ActivityType type) {
        return organizers;
    }

    @Override
    public CompletableFuture<Optional<ActivityId>> begin(SessionFact.AdHoc activity, StaffMember by) {
        asked.add(
                by.id() + " begins " + activity.type() + " of " + activity.organization() + " at " + activity.place());
        return CompletableFuture.completedFuture(
                answer == Answer.DONE ? Optional.of(planned.getFirst().id()) : Optional.empty());
    }

    static Organization organizer(int number, String name) {
        return new Organization(
                new OrganizationId("branch-" + number),
                Optional.of(new OrganizationId("community")),
                OrganizationLevel.BRANCH,
                OrganizationClass.COMMUNITY,
                name);
    }

    @Override
    public CompletableFuture<Answer> record(ActivityId activity, RollAct act, StaffMember by) {
        asked.add(by.id() + " " + act);
        return CompletableFuture.completedFuture(answer);
    }
}
