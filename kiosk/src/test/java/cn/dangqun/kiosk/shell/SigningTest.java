package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Toolkit;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A finger signs on the real screen (OQ-27): 签到成功 stands after the signature only.
class SigningTest {
    private static final PersonName NAME = new PersonName("样例甲");
    private static final MemberId MEMBER = new MemberId("M-1");
    private static final CheckInOutcome ASKED = new CheckInOutcome.SignatureAsked(Samples.MEETING, MEMBER, NAME, false);
    private static final CheckInOutcome SIGNED = new CheckInOutcome.Signed(
            Samples.MEETING, MEMBER, NAME, false, Samples.NOW, Samples.FACT, new Tally(32, 20));

    private TestKiosk kiosk;

    private void open(Orientation orientation) {
        kiosk = new TestKiosk(orientation, 1, Scenes::ordinaryDay);
        kiosk.does(() -> kiosk.tapped(ASKED));
        kiosk.does(() -> kiosk.time.pass(Duration.ofSeconds(1)));
    }

    @AfterEach
    void close() {
        kiosk.close();
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void aFingerSignsAndOnlyThenSuccessStandsThere(Orientation orientation) {
        open(orientation);
        assertTrue(sees("已报到，请签名"));
        assertFalse(sees("签到成功"));
        assertTrue(node("#sign-done").isDisabled(), "nothing is written yet");

        Toolkit.draw(node("#signature"));
        kiosk.services.next = SIGNED;
        Toolkit.tap(node("#sign-done"));
        Toolkit.pulses(kiosk.scene(), 2);

        assertEquals("sign 1", kiosk.services.asked.getLast());
        assertTrue(sees("签到成功"));
        assertFalse(sees("撤销"), "a signature is taken back by staff alone");
    }

    @Test
    void writesAgainAndLeavesThePaperToStaff() {
        open(Orientation.PORTRAIT);
        Toolkit.draw(node("#signature"));
        Toolkit.tap(node("#sign-again"));
        assertTrue(node("#sign-done").isDisabled());

        Toolkit.tap(node("#sign-paper"));
        Toolkit.pulses(kiosk.scene(), 2);
        assertTrue(sees("已报到未签名"));
    }

    @Test
    void nobodyIsSentAwayWhileTheyWrite() {
        open(Orientation.PORTRAIT);
        for (int i = 0; i < 3; i++) {
            kiosk.does(() -> kiosk.time.pass(Duration.ofSeconds(30)));
            Toolkit.draw(node("#signature"));
        }
        assertTrue(sees("已报到，请签名"));

        kiosk.does(() -> kiosk.time.pass(Duration.ofSeconds(40)));
        assertTrue(sees("已报到未签名"));
    }

    private Node node(String selector) {
        return Toolkit.call(() -> kiosk.scene().getRoot().lookup(selector));
    }

    private boolean sees(String words) {
        return Toolkit.call(() -> kiosk.scene().getRoot().lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .anyMatch(text -> text.contains(words)));
    }
}
