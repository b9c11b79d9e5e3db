package cn.dangqun.server.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.member.PersonName;
import cn.dangqun.server.text.Texts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SheetNamesTest {
    private static final AttendanceSheet.Person FIRST = person("M-0001", "样甲子", "第一党支部第一党小组");
    private static final AttendanceSheet.Person SECOND = person("M-0013", "样乙子", "第一党支部第二党小组");
    private static final AttendanceSheet.Person ALONE = person("M-0007", "例丙寅", "");
    private static final AttendanceSheet.Person UNGROUPED = person("M-0009", "样丁子", "");

    @Test
    void tellsApartWhoWouldBeTheSameUnderTheMask() {
        var names = names(false);

        assertEquals("样*子", names.of(FIRST));
        assertEquals("第一党小组 尾号 0001", names.apart(FIRST));
        assertEquals("第二党小组 尾号 0013", names.apart(SECOND));
        assertEquals("尾号 0009", names.apart(UNGROUPED));
        assertEquals("", names.apart(ALONE));
    }

    @Test
    void needsNothingMoreWhereNamesAreInFull() {
        assertEquals("样甲子", names(true).of(FIRST));
        assertEquals("", names(true).apart(FIRST));
    }

    private static SheetNames names(boolean inFull) {
        var roll = new AttendanceSheet.Roll(List.of(FIRST), List.of(), List.of(SECOND), List.of(ALONE), List.of());
        return new SheetNames(roll, List.of(UNGROUPED), inFull, new Texts());
    }

    private static AttendanceSheet.Person person(String member, String name, String group) {
        return new AttendanceSheet.Person(
                member, Optional.of(new PersonName(name)), "第一党支部", group, Optional.empty(), List.of(), List.of());
    }
}
