package cn.dangqun.kiosk.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.TicketLine;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStage;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.ui.HandMovedTime;
import cn.dangqun.kiosk.ui.Texts;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Step by step, as a finger goes.
class RequestViewModelTest {
    private static final String NUMBER = ReceiptNumber.of(FakeRequests.ID).digits();

    private final FakeRequests requests = new FakeRequests();
    private final HandMovedTime time = new HandMovedTime(Samples.NOW);
    private int homes;
    private RequestViewModel model;

    @BeforeEach
    void open() {
        requests.reset();
        model = new RequestViewModel(requests.services(), time, Runnable::run, () -> homes++);
        model.open();
    }

    private void type(String digits) {
        digits.chars().forEach(each -> model.type(Character.toString(each)));
    }

    private FilingState now() {
        return model.state().get();
    }

    @Test
    void leadsFromWhatForToTheReceiptAndGoesHomeWhenItIsPrinted() {
        model.choose(RequestKind.AGENCY);
        model.about(Optional.of(requests.services.getFirst()));
        type("13800001234");
        model.confirm();
        model.file();

        var filed = assertInstanceOf(FilingState.Filed.class, now());
        assertEquals(Optional.of(Handover.PRINTED), filed.paper());
        assertEquals("13800001234", requests.filed.getFirst().resident().phone());
        time.pass(RequestViewModel.PRINTED_STAYS);
        assertEquals(1, homes);
    }

    @Test
    void staysWithoutPaperUntilTheScreenAsks() {
        requests.paper = Optional.of(Handover.SHOWN);
        model.choose(RequestKind.OPINION);
        model.about(Optional.empty());
        model.stayAnonymous();
        model.file();

        time.pass(Duration.ofMinutes(5));
        assertInstanceOf(FilingState.Filed.class, now());
        assertEquals(0, homes);
        assertTrue(requests.filed.getFirst().resident().isEmpty());
    }

    @Test
    void takesNoNumberThatCannotBeOneAndNobodyElseMayStayAnonymous() {
        model.choose(RequestKind.CONSULTING);
        model.about(Optional.empty());
        for (var wrong : new String[] {"", "138000012", "12800001234", "00112345678", "138000012345"}) {
            type(wrong);
            model.confirm();
            assertTrue(assertInstanceOf(FilingState.Phone.class, now()).wrong(), wrong);
            wrong.chars().forEach(_ -> model.erase());
        }
        model.stayAnonymous();
        assertInstanceOf(FilingState.Phone.class, now());
        for (var right : new String[] {"13800001234", "02812345678", "81234567"}) {
            type(right);
            model.confirm();
            assertInstanceOf(FilingState.Confirming.class, now(), right);
            model.back();
            right.chars().forEach(_ -> model.erase());
        }
    }

    @Test
    void looksUpANumberThatIsTypedOrScannedAndRatesOnce() {
        requests.answer = new StatusAnswer.Known(FakeRequests.standing(RequestStage.DONE, false));
        model.askNumber();
        type(NUMBER.substring(1) + "0");
        model.confirm();
        assertInstanceOf(
                FilingState.Remark.Wrong.class,
                assertInstanceOf(FilingState.Asking.class, now()).said());
        assertTrue(requests.asked.isEmpty());
        assertEquals("", ((FilingState.Asking) now()).typed(), "begun anew");
        type("12");
        model.confirm();
        assertEquals("12", ((FilingState.Asking) now()).typed(), "to be gone on with");

        model.scanned(ReceiptNumber.of(FakeRequests.ID));
        assertInstanceOf(FilingState.Standing.class, now());
        model.rate(5);
        model.rate(1);
        assertEquals(List.of(NUMBER, NUMBER + " 5"), requests.asked);
    }

    @Test
    void aNumberThatNobodyHasIsTypedAnewAndADoneOnePromisesNoCall() {
        requests.answer = new StatusAnswer.Unknown(Optional.empty());
        model.askNumber();
        type(NUMBER);
        model.confirm();

        assertEquals(new FilingState.Asking("", new FilingState.Remark.Unknown(Optional.empty())), now());
        var done = new RequestWords(Texts.chinese()).meaning(RequestStage.DONE);
        assertFalse(done.contains("来电") || done.contains("电话"), done);
    }

    @Test
    void isNotTornFromAReceiptByAnotherCode() {
        model.choose(RequestKind.OPINION);
        model.about(Optional.empty());
        model.stayAnonymous();
        model.file();

        model.scanned(ReceiptNumber.of(FakeRequests.ID));

        assertInstanceOf(FilingState.Filed.class, now());
    }

    @Test
    void theReceiptOnPaperSaysWhatItsPersonNeedsAndNothingOfThem() {
        model.choose(RequestKind.AGENCY);
        model.about(Optional.of(requests.services.getFirst()));
        type("13800001234");
        model.confirm();
        model.file();
        var receipt = assertInstanceOf(FilingState.Filed.class, now()).receipt();

        var paper = new ReceiptPaper(Texts.chinese(), () -> "样例社区党群服务中心", ZoneId.of("Asia/Shanghai")).layout(receipt);

        var text = paper.lines().stream().map(TicketLine::text).toList().toString() + paper.footer();
        assertTrue(text.contains(receipt.number().text()) && text.contains("负责人 样例甲"), text);
        assertTrue(text.contains("会来电"), text);
        assertTrue(text.contains("请人代办"), text);
        assertTrue(paper.code().isPresent());
        assertFalse(text.contains("1380000"), text);
    }
}
