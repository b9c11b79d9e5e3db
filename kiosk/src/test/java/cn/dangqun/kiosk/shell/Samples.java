package cn.dangqun.kiosk.shell;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.selftest.Probe;
import cn.dangqun.devices.selftest.ProbeResult;
import cn.dangqun.devices.selftest.ProbeText;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.activity.Preparation;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.activity.ActivityToday;
import cn.dangqun.kiosk.activity.ActivityToday.Phase;
import cn.dangqun.kiosk.device.DeviceBoard.DeviceStatus;
import cn.dangqun.kiosk.place.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A made-up day at a made-up centre: Tuesday, 10 November 2026, three minutes past nine in Shanghai.
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-10T01:03:20Z");
    public static final Credential CARD = new Credential.Card(new CardKey("0".repeat(64)), CardKind.CONTACTLESS_UID);
    public static final Credential NEXT_CARD =
            new Credential.Card(new CardKey("1".repeat(64)), CardKind.CONTACTLESS_UID);
    public static final FactId FACT =
            new FactId(new KioskId("kiosk-07"), new Epoch("0123456789abcdef0123456789abcdef"), 42);
    public static final PersonName RARE = new PersonName("龚䶮㛃");
    public static final PersonName RARER = new PersonName("欧阳小𬺈");
    public static final PersonName LONG = new PersonName("阿依古丽·买买提艾力·热合曼");
    /// 32 characters, some of them rare.
    public static final PersonName LONGEST = new PersonName("阿卜杜热依木江·买买提艾力䶮㛃·热合曼尼牙孜·吐尔逊江𬺈样例字字");
    public static final String LONG_BRANCH = "中国共产党样例市示范区模范街道样例社区第十二网格楼宇经济与新就业群体联合支部委员会";

    public static final Activity THEME_DAY =
            activity("a-1", ActivityType.THEME_DAY, "学习贯彻全会精神　共建美好家园", "二楼党员活动室", 9, 11);
    public static final Activity LECTURE =
            activity("a-2", ActivityType.PARTY_LECTURE, "“老书记讲党史”专题党课暨第四季度集中学习", "一楼多功能会议室（东侧，请从北门进入）", 9, 10);
    public static final Activity EVENING = activity("a-3", ActivityType.CONSULTATION, "老旧小区加装电梯居民议事会", "三楼议事厅", 19, 21);
    public static final Activity MEETING =
            activity("a-4", ActivityType.MEMBER_MEETING, "第四季度支部党员大会", "二楼党员活动室", 14, 16);
    /// The same, prepared with a note for each person and an agenda.
    public static final Activity PREPARED = MEETING.with(new Preparation(
            Optional.of("请到二楼党员活动室就座，会后到门口领取学习材料和纪念徽章各一"),
            List.of(
                    new Preparation.PlannedItem(AgendaKind.STUDY, "传达学习上级全会精神"),
                    new Preparation.PlannedItem(AgendaKind.CONFIRM_MEMBER, "讨论预备党员转为正式党员"),
                    new Preparation.PlannedItem(AgendaKind.RESOLUTION, "讨论并决定本年度服务群众重点项目和党员责任区划分方案"),
                    new Preparation.PlannedItem(AgendaKind.REPORT, "听取支部委员会半年工作报告"))));

    private Samples() {}

    private static Activity activity(String id, ActivityType type, String title, String place, int from, int until) {
        var day = LocalDate.of(2026, 11, 10);
        var midnight = Instant.parse("2026-11-09T16:00:00Z");
        var starts = midnight.plus(Duration.ofHours(from));
        var ends = midnight.plus(Duration.ofHours(until));
        return new Activity(
                new ActivityId(id),
                type,
                new OrganizationId("o-1"),
                title,
                place,
                day,
                starts,
                ends,
                CheckInWindow.around(starts, ends));
    }

    public static ActivityToday open() {
        return new ActivityToday(THEME_DAY, "样例社区第一党支部", Phase.OPEN, new Tally(32, 18), 2, true);
    }

    public static ActivityToday openToo() {
        return new ActivityToday(LECTURE, LONG_BRANCH, Phase.OPEN, new Tally(128, 107), 0, true);
    }

    public static ActivityToday upcoming() {
        return new ActivityToday(MEETING, "样例社区第二党支部", Phase.UPCOMING, new Tally(26, 0), 0, true);
    }

    public static ActivityToday evening() {
        return new ActivityToday(EVENING, "样例社区党委", Phase.UPCOMING, new Tally(40, 0), 0, true);
    }

    public static ActivityToday closed() {
        return new ActivityToday(THEME_DAY, "样例社区第一党支部", Phase.CLOSED, new Tally(32, 30), 2, true);
    }

    public static CheckInOutcome.CheckedIn checkedIn(PersonName name, AttendanceRole role, boolean late) {
        return new CheckInOutcome.CheckedIn(
                THEME_DAY, new MemberId("M-1"), name, role, late, NOW, FACT, new Tally(32, 19));
    }

    public static List<StaffMember> staff() {
        return List.of(
                new StaffMember("s-1", "样例甲", "上午 8:30–12:00", StaffRole.DUTY_STAFF),
                new StaffMember("s-2", "样例乙", "下午 13:30–17:30", StaffRole.DUTY_STAFF),
                new StaffMember("s-3", "古丽娜尔·样例", "", StaffRole.DUTY_STAFF),
                new StaffMember("s-4", "样例䶮", "", StaffRole.DUTY_STAFF));
    }

    public static List<DeviceStatus> readers(boolean reader, boolean scanner) {
        return List.of(
                new DeviceStatus("读卡器", DeviceKind.CARD_READER, plugged(reader)),
                new DeviceStatus("扫码窗", DeviceKind.CODE_SCANNER, plugged(scanner)));
    }

    private static DeviceState plugged(boolean in) {
        var gone = new DeviceFault(DeviceFault.Kind.DISCONNECTED, "no such file");
        return in ? new DeviceState.Working(NOW) : new DeviceState.Failed(NOW, gone, NOW.plusSeconds(2));
    }

    public static List<DeviceStatus> devices() {
        var since = NOW.minus(Duration.ofHours(1));
        return List.of(
                new DeviceStatus("读卡器", DeviceKind.CARD_READER, new DeviceState.Working(since)),
                new DeviceStatus(
                        "扫码窗",
                        DeviceKind.CODE_SCANNER,
                        new DeviceState.Failed(
                                since,
                                new DeviceFault(DeviceFault.Kind.DISCONNECTED, "no such file"),
                                NOW.plusSeconds(2))),
                new DeviceStatus("小票打印机", DeviceKind.TICKET_PRINTER, new DeviceState.Attention(since, "paper low")),
                new DeviceStatus("指示灯", DeviceKind.SIGNAL_LIGHT, new DeviceState.Starting(since)),
                new DeviceStatus("扬声器", DeviceKind.VOICE, new DeviceState.Stopped(since)));
    }

    /// As many as the demonstration has; the one that fails is configured last.
    public static List<DeviceStatus> allDevices() {
        var all = new ArrayList<DeviceStatus>();
        for (var name : List.of("读卡器", "扫码器", "摄像头", "小票打印机（模拟）", "三色灯", "音箱", "模拟器")) {
            all.add(new DeviceStatus(name, DeviceKind.SIMULATOR, new DeviceState.Working(NOW)));
        }
        var fault = new DeviceFault(DeviceFault.Kind.PAPER_OUT, "out of paper");
        all.add(new DeviceStatus(
                "小票打印机", DeviceKind.TICKET_PRINTER, new DeviceState.Failed(NOW, fault, NOW.plusSeconds(2))));
        return all;
    }

    /// Every result there is, each with the longest text it may carry.
    public static List<Probe> probes() {
        return List.of(
                probe(
                        "card_reader",
                        "读卡器",
                        new ProbeResult.NeedsPerson(
                                ProbeText.of("selftest.ask.card", "读卡器"), ProbeText.of("selftest.advice.card", "读卡器"))),
                probe("code_scanner", "扫码窗", ProbeResult.failed("扫码窗", fault())),
                probe(
                        "ticket_printer",
                        "小票打印机",
                        new ProbeResult.Passed(Optional.of(ProbeText.of("selftest.note.paper")))),
                probe("signal_light", "", new ProbeResult.Skipped(ProbeText.of("selftest.skipped.absent"))),
                probe(
                        "voice",
                        "扬声器",
                        new ProbeResult.NeedsPerson(
                                ProbeText.of("selftest.ask.voice"), ProbeText.of("selftest.advice.voice", "扬声器"))),
                probe("clock", "", new ProbeResult.Failed(ProbeText.of("selftest.advice.clock_off", "190"))),
                probe("disk", "", ProbeResult.passed()),
                probe("sync", "", new ProbeResult.Failed(ProbeText.of("selftest.advice.sync_silent_days", "2", "57"))));
    }

    private static DeviceFault fault() {
        return new DeviceFault(DeviceFault.Kind.GARBLED, "noise");
    }

    public static Probe probe(String kind, String name, ProbeResult result) {
        return new Probe() {
            @Override
            public Subject subject() {
                return new Subject(kind, name);
            }

            @Override
            public ProbeResult run() {
                return result;
            }
        };
    }

    public static Probe brokenProbe() {
        return new Probe() {
            @Override
            public Subject subject() {
                return new Subject("disk", "");
            }

            @Override
            public ProbeResult run() {
                throw new IllegalStateException("a probe that breaks");
            }
        };
    }
}
