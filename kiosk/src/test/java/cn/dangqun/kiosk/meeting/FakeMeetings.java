package cn.dangqun.kiosk.meeting;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.config.profile.ProfileReading;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceLine;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.profile.MeetingTerms;
import cn.dangqun.domain.profile.ProfileChoice;
import cn.dangqun.domain.session.SessionRecord;
import cn.dangqun.kiosk.meeting.MeetingView.Chair;
import cn.dangqun.kiosk.meeting.MeetingView.Person;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.print.PaperTray;
import cn.dangqun.kiosk.shell.Samples;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Sessions that say what the test wants, and note what was recorded.
public final class FakeMeetings implements MeetingDesk {
    public List<Activity> planned = List.of();
    public final List<String> asked = new ArrayList<>();
    List<Person> people = List.of();
    List<Chair> chairs = List.of();
    SessionRecord record = SessionRecord.NOTHING;
    String profile = "NATIONAL";
    boolean merged;
    Answer answer = Answer.DONE;
    final FakeProjector projector = new FakeProjector();

    public FakeMeetings() {
        reset();
    }

    public void reset() {
        planned = List.of(Samples.MEETING);
        asked.clear();
        record = SessionRecord.NOTHING;
        profile = "NATIONAL";
        merged = true;
        answer = Answer.DONE;
        projector.there = false;
        projector.clear();
        people = List.of(
                person("M-1", "陈样例", AttendanceState.PRESENT),
                person("M-2", "李样例", AttendanceState.PRESENT),
                person("M-3", "王小明", AttendanceState.PRESENT),
                person("M-4", "张样例", AttendanceState.LEAVE),
                person("M-5", "赵样例", AttendanceState.ABSENT));
        chairs = List.of(
                new Chair(new MemberId("M-1"), "陈样例", Optional.of(CommitteePost.SECRETARY)),
                new Chair(new MemberId("M-2"), "李样例", Optional.of(CommitteePost.ORGANIZATION)));
    }

    static Person person(String id, String name, AttendanceState state) {
        return new Person(
                name,
                new AttendanceLine(new RollEntry(new MemberId(id), true, Optional.empty()), state, Optional.empty()),
                state == AttendanceState.LEAVE ? "SICK" : "",
                false);
    }

    /// What the desk says of the session stands after these.
    void recorded(SessionFact... facts) {
        record = SessionRecord.of(List.of(facts).stream()
                .map(each -> new SessionRecord.Noted(Samples.MEETING.starts(), each))
                .toList());
    }

    SessionFact declared() {
        return new SessionFact.FiguresDeclared(
                planned.getFirst().id(),
                planned.getFirst().organization(),
                current().count(),
                true,
                new MemberId("M-1"),
                "NATIONAL@1",
                List.of(),
                "staff-1");
    }

    MeetingView current() {
        return view(planned.getFirst().id()).orElseThrow();
    }

    public Feature feature(Clock clock) {
        return new MeetingFeature(this, clock, new PaperTray(), projector);
    }

    @Override
    public List<Activity> activities() {
        return planned;
    }

    @Override
    public Optional<MeetingView> view(ActivityId id) {
        return planned.stream().filter(each -> each.id().equals(id)).findFirst().map(this::view);
    }

    private MeetingView view(Activity activity) {
        return new MeetingView(
                activity, "样例社区第一党支部", "样例社区党委", activity.starts(), people, chairs, terms(), record, merged);
    }

    private MeetingTerms terms() {
        return switch (ProfileLibrary.shipped().read(new ProfileChoice(profile, Map.of()))) {
            case ProfileReading.Accepted(var read, var _) -> MeetingTerms.of(read);
            case ProfileReading.Refused(var faults) -> throw new IllegalStateException(faults.toString());
        };
    }

    @Override
    public CompletableFuture<Answer> record(ActivityId activity, MeetingAct act, StaffMember by) {
        asked.add(by.id() + " " + act);
        return CompletableFuture.completedFuture(answer);
    }
}
