package cn.dangqun.kiosk.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.fact.AttendanceFact.Registration;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.print.PaperOffer;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.papers.SignInSheet;
import cn.dangqun.papers.SignInSheet.Signing;
import cn.dangqun.protocol.Signature;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a roll becomes on paper.
class RollPapersTest {
    private static final Signature INK = new Signature(
            List.of(new Signature.Stroke(List.of(new Signature.Point(1, 2), new Signature.Point(90, 40)))));

    private final FakeRolls rolls = new FakeRolls();
    private final RollPapers papers =
            new RollPapers(rolls, new Look(Texts.chinese(), Orientation.PORTRAIT, ZoneId.of("Asia/Shanghai"), 1));

    private PaperOffer offer() {
        return papers.offer(rolls.sheet(rolls.planned.getFirst().id()).orElseThrow(), "roll");
    }

    private SignInSheet sheet(int number) {
        return assertInstanceOf(
                SignInSheet.class, offer().sheets().get(number).papers().get().getFirst());
    }

    private static List<String> remarks(SignInSheet sheet) {
        return sheet.rows().stream().map(SignInSheet.Row::remark).toList();
    }

    private static List<Signing> signing(SignInSheet sheet) {
        return sheet.rows().stream().map(SignInSheet.Row::signing).toList();
    }

    @Test
    void theBlankSheetHasARowForEachWhoIsDue() {
        var sheet = sheet(0);

        assertEquals(5, sheet.rows().size());
        assertTrue(signing(sheet).stream().allMatch(Signing.ByPen.class::isInstance));
        assertTrue(sheet.others() > 0);
        assertEquals(Optional.empty(), sheet.counts());
    }

    @Test
    void whoIsNotDueStandsOnNoSheet() {
        rolls.lines = List.of(
                FakeRolls.line("M-1", "样例甲", AttendanceState.NOT_COUNTED),
                FakeRolls.line("M-2", "样例乙", AttendanceState.ABSENT));

        assertEquals(1, sheet(0).rows().size());
        assertEquals(1, sheet(1).rows().size());
    }

    @Test
    void theSignedSheetDrawsWhatIsHereAndSaysTheRest() {
        rolls.planned = List.of(Samples.MEETING);
        rolls.now = Samples.MEETING.starts();
        rolls.signatures = Map.of(new MemberId("M-1"), INK);
        var sheet = sheet(1);

        assertInstanceOf(Signing.Drawn.class, sheet.rows().getFirst().signing());
        assertEquals(new Signing.Said("已电子签名"), sheet.rows().get(1).signing());
        assertEquals(new Signing.Nothing(), sheet.rows().get(2).signing());
        assertEquals(List.of("", "迟到", "", "请假（病假）", ""), remarks(sheet));
        assertEquals(Optional.of(new SignInSheet.Counts(5, 2, 3)), sheet.counts());
        assertTrue(sheet.asOf().isPresent());
    }

    @Test
    void whoSignedOnPaperIsReferredToIt() {
        var here = FakeRolls.line("M-1", "样例甲", AttendanceState.PRESENT);
        rolls.lines = List.of(new RollLine(
                here.member(),
                here.roll(),
                here.name(),
                here.organization(),
                here.state(),
                here.at(),
                Optional.of(Registration.PAPER),
                here.leave(),
                here.reason(),
                false));

        assertEquals(List.of(new Signing.Said("见纸质签到表")), signing(sheet(1)));
    }

    @Test
    void beforeCheckInOpensThereIsTheBlankSheetOnly() {
        rolls.now = Samples.THEME_DAY.window().opens().minusSeconds(1);

        assertEquals(1, offer().sheets().size());
    }

    @Test
    void theFilesNameSaysDayKindAndFormAndNobody() {
        assertEquals(
                List.of(Samples.THEME_DAY.heldOn() + "-主题党日-空白签到表", Samples.THEME_DAY.heldOn() + "-主题党日-已签签到表"),
                offer().sheets().stream().map(PaperOffer.Sheet::name).toList());
    }
}
