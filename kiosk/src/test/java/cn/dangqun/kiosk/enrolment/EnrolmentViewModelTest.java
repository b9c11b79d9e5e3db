package cn.dangqun.kiosk.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.enrolment.EnrolmentState.Remark;
import cn.dangqun.kiosk.sync.EnrolmentDesk;
import cn.dangqun.kiosk.ui.HandMovedTime;
import cn.dangqun.protocol.EnrolmentQr;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EnrolmentViewModelTest {
    private final List<String> asked = new ArrayList<>();
    private final CompletableFuture<EnrolmentDesk.Enrolment> answer = new CompletableFuture<>();
    private final EnrolmentViewModel model = new EnrolmentViewModel(
            code -> {
                asked.add(code);
                return answer;
            },
            new HandMovedTime(Instant.EPOCH));

    @Test
    void takesTwelveSignsAndForgetsTheErased() {
        type("ABCD2345EFGHX");
        model.erase();
        model.type("Z");

        assertEquals(
                new EnrolmentState.Entering("ABCD2345EFGZ", new Remark.None()),
                model.state().get());
    }

    @Test
    void asksTheStreetOnceHoweverOftenItIsPressed() {
        model.confirm();
        type("ABCD");
        model.confirm();
        model.confirm();
        model.type("X");

        assertEquals(List.of("ABCD"), asked);
        assertEquals(new EnrolmentState.Asking("ABCD"), model.state().get());
    }

    @Test
    void triesTheCodeThatIsHeldBeforeTheScannerAtOnce() {
        model.presented(new Credential.Code(EnrolmentQr.of("ABCD-EFGH-JKLM")));

        assertEquals(List.of("ABCDEFGHJKLM"), asked);
        assertEquals(new EnrolmentState.Asking("ABCDEFGHJKLM"), model.state().get());
    }

    @Test
    void saysThatAMembersCodeIsNone() {
        model.presented(new Credential.Code("DQ1.somebody"));

        assertEquals(List.of(), asked);
        assertEquals(
                new EnrolmentState.Entering("", new Remark.OtherCode()),
                model.state().get());
    }

    @Test
    void triesNothingBeforeStaffMeanIt() {
        model.askFirst();

        model.presented(new Credential.Code(EnrolmentQr.of("ABCD-EFGH-JKLM")));

        assertEquals(List.of(), asked);
    }

    @Test
    void saysWhyTheStreetRefusedAndStartsAfresh() {
        type("ABCD");
        model.confirm();
        answer.complete(new EnrolmentDesk.Enrolment.Refused(EnrolmentDesk.Reason.CODE_USED));

        assertEquals(
                new EnrolmentState.Entering("", new Remark.Refused(EnrolmentDesk.Reason.CODE_USED)),
                model.state().get());
    }

    @Test
    void keepsTheCodeWhenNobodyAnswered() {
        type("ABCD");
        model.confirm();
        answer.complete(new EnrolmentDesk.Enrolment.Unreachable());

        assertEquals(
                new EnrolmentState.Entering("ABCD", new Remark.Unreachable()),
                model.state().get());
    }

    @Test
    void namesTheKioskItHasBecome() {
        type("ABCD");
        model.confirm();
        answer.complete(new EnrolmentDesk.Enrolment.Enrolled("kiosk-7"));

        assertEquals(new EnrolmentState.Enrolled("kiosk-7"), model.state().get());
    }

    private void type(String signs) {
        signs.codePoints().mapToObj(Character::toString).forEach(model::type);
    }
}
