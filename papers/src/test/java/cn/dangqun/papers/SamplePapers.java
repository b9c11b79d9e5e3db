package cn.dangqun.papers;

import cn.dangqun.papers.SignInSheet.Counts;
import cn.dangqun.papers.SignInSheet.Row;
import cn.dangqun.papers.SignInSheet.Signing;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Forms of a made-up branch, with what is hard to print: rare characters, long names, long words, many people.
final class SamplePapers {
    static final List<String> RARE = List.of("样例䶮", "㛃样例", "样例𬺈", "𠮷样例", "阿卜杜拉·买买提·样例江·吐尔逊");
    static final MeetingHead MEETING = new MeetingHead(
            "中共样例市示范区模范街道样例社区第一支部委员会",
            "支部党员大会",
            "讨论接收预备党员；学习文件（第一季度）",
            Optional.of(LocalDateTime.of(2026, 11, 29, 9, 0)),
            Optional.empty(),
            "样例社区党群服务中心二楼会议室",
            "党支部书记 样例甲",
            "样例䶮");

    private SamplePapers() {}

    static List<String> names(int count) {
        var names = new ArrayList<>(RARE);
        for (int i = names.size(); i < count; i++) {
            names.add("样例" + Character.toString(0x4E00 + i * 37) + Character.toString(0x5000 + i * 13));
        }
        return names.subList(0, count);
    }

    static SignInSheet blank(int people) {
        var rows = names(people).stream()
                .map(name -> new Row(name, "样例社区第一党支部", new Signing.ByPen(), "", ""))
                .toList();
        return new SignInSheet(MEETING, rows, 10, Optional.empty(), Optional.empty());
    }

    static SignInSheet signed(int people) {
        var rows = new ArrayList<Row>();
        for (var name : names(people)) {
            rows.add(
                    switch (rows.size() % 4) {
                        case 0, 1 -> new Row(name, "样例社区第一党支部", new Signing.Drawn(hand(rows.size())), "08:52", "");
                        case 2 -> new Row(name, "样例社区第二党支部", new Signing.Said("已电子签名"), "09:04", "迟到");
                        default -> new Row(name, "样例社区第一党支部", new Signing.Nothing(), "", "请假（病假）");
                    });
        }
        return new SignInSheet(
                MEETING,
                rows,
                0,
                Optional.of(new Counts(people, people * 3 / 4, people - people * 3 / 4)),
                Optional.of(LocalDateTime.of(2026, 11, 29, 11, 5)));
    }

    /// Loops and a dot, as a finger writes.
    static List<Stroke> hand(int seed) {
        var loop = new ArrayList<Stroke.Point>();
        for (int i = 0; i <= 80; i++) {
            loop.add(new Stroke.Point(
                    100 + i * 9, (int) (220 + 110 * Math.sin(i / 4.0 + seed) + 40 * Math.cos(i / 1.7))));
        }
        return List.of(
                new Stroke(loop),
                new Stroke(List.of(new Stroke.Point(120, 120), new Stroke.Point(400, 90), new Stroke.Point(410, 380))),
                new Stroke(List.of(new Stroke.Point(850, 90))));
    }

    static Announcement announcement() {
        return new Announcement(
                MEETING,
                List.of(
                        new Announcement.Figure("党员总数", 32, "正式党员30名，预备党员2名"),
                        new Announcement.Figure("应到", 28, "有表决权的正式党员，不含经上级批准不计入的2名"),
                        new Announcement.Figure("实到", 25, "以签到为准；预备党员2名到会，不计入"),
                        new Announcement.Figure("缺席", 3, "事先请假2名，未请假1名")),
                List.of(
                        new Announcement.Person("样例𬺈", "病假", "会前向党支部书记请假"),
                        new Announcement.Person("阿卜杜拉·买买提·样例江·吐尔逊", "因公外出", "会前向党支部书记请假"),
                        new Announcement.Person("㛃样例", "没有请假", "")),
                List.of(new Announcement.Person("𠮷样例", "长期卧床，生活不能自理", "经街道党工委批准、支部党员大会同意")),
                List.of("样例乙（街道党工委组织员）", "样例丙"),
                List.of("有表决权的到会人数超过应到会人数的五分之四，可以进行表决。赞成人数超过应到会有表决权的正式党员的半数，方可通过。"),
                "应到28名，实到25名，符合规定人数，可以开会。");
    }

    static BallotProtocol ballot() {
        return new BallotProtocol(
                MEETING,
                "接收样例䶮为中共预备党员",
                "无记名投票",
                "应到会有表决权的正式党员28名，实到25名",
                Optional.of(new BallotProtocol.Slips(25, 25, 27, 0)),
                List.of(new BallotProtocol.Votes("样例䶮", 26, 0, 1)),
                List.of(
                        new BallotProtocol.Opinion("样例𬺈", "同意", "会前以书面送达党支部"),
                        new BallotProtocol.Opinion("𠮷样例", "同意", "会前以书面送达党支部")),
                List.of("赞成票超过应到会有表决权的正式党员的半数（28名的半数是14名）。"),
                "赞成26票，超过半数，通过。");
    }

    static MinutesPage minutes() {
        return new MinutesPage(
                MEETING,
                "应到28名，实到25名",
                "样例𬺈（病假）、㛃样例（没有请假）",
                "样例乙",
                List.of(
                        new MinutesPage.Section("发言要点", List.of()),
                        new MinutesPage.Section("不同意见", List.of("没有不同意见。")),
                        new MinutesPage.Section("决议", List.of())),
                9);
    }

    static ResolutionReport report(int paragraphs) {
        var text = new ArrayList<String>();
        for (int i = 0; i < paragraphs; i++) {
            text.add("2026年11月29日，党支部召开支部党员大会，讨论接收样例䶮同志为预备党员。应到会有表决权的正式党员28名，实到会25名；"
                    + "经无记名投票，赞成26票（其中书面意见2票），不赞成0票，弃权1票。大会认为：样例䶮同志“入党动机端正……能够发挥作用”，决定接收。");
        }
        return new ResolutionReport(
                "中共样例市示范区模范街道样例社区第一支部委员会",
                "中共样例市示范区模范街道工作委员会",
                "关于接收样例䶮同志为中共预备党员的决议的报告",
                "",
                text,
                List.of("表决结果", "签到表"),
                LocalDate.of(2026, 11, 29));
    }
}
