package cn.dangqun.server.attendance;

import cn.dangqun.domain.member.PersonName;
import cn.dangqun.server.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the people of one sheet are called on it: those whose masked names would be the same are told apart by their
/// group and the end of their number.
final class SheetNames {
    private static final int END = 4;

    private final Texts texts;
    private final boolean inFull;
    private final Map<String, Long> times;

    SheetNames(AttendanceSheet.Roll roll, List<AttendanceSheet.Person> others, boolean inFull, Texts texts) {
        this.texts = texts;
        this.inFull = inFull;
        this.times = Stream.of(roll.present(), roll.unsigned(), roll.onLeave(), roll.missing(), roll.exempt(), others)
                .flatMap(Collection::stream)
                .map(this::of)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    boolean inFull() {
        return inFull;
    }

    /// By what somebody is told from others of the same name on this sheet; empty for who needs nothing.
    String apart(AttendanceSheet.Person person) {
        if (person.name().isEmpty() || times.getOrDefault(of(person), 0L) < 2) {
            return "";
        }
        var member = person.member();
        var end = member.substring(Math.max(0, member.length() - END));
        return person.groupName().isEmpty()
                ? texts.get("attendance.sheet.toldApart", end)
                : texts.get("attendance.sheet.toldApartByGroup", group(person), end);
    }

    /// A group is often called after its branch, which stands beside it.
    private static String group(AttendanceSheet.Person person) {
        var group = person.groupName();
        return group.startsWith(person.branchName())
                        && group.length() > person.branchName().length()
                ? group.substring(person.branchName().length())
                : group;
    }

    String of(AttendanceSheet.Person person) {
        return person.name()
                .map(inFull ? PersonName::full : PersonName::masked)
                .orElseGet(() -> texts.get("attendance.sheet.unknownPerson"));
    }
}
