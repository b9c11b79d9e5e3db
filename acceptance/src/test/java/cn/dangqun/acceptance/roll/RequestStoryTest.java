package cn.dangqun.acceptance.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.bench.page.ConsoleReader;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStage;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.kiosk.request.FileOutcome;
import cn.dangqun.kiosk.request.RateOutcome;
import cn.dangqun.kiosk.request.RequestServices;
import cn.dangqun.kiosk.request.RequestWork;
import cn.dangqun.kiosk.request.StatusAnswer;
import cn.dangqun.kiosk.request.Wish;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.contact.Standings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Filed offline at one kiosk, handed over once at its window and once on the console, answered by the street and
/// rated at another kiosk: one record, in order, on the page and in the book.
class RequestStoryTest {
    @Test
    void isOneRecordInOrderInTheBook(@TempDir Path folder) throws Exception {
        try (var centre = new Centre(folder, 2)) {
            for (var id : List.of("s-1", "s-2")) {
                centre.street.reference().publish(List.of(new ReferenceItem.Staff(id, "试验值守" + id.charAt(2), "", "")));
            }
            centre.meet();
            var here = centre.kiosks.get(0).requests();
            var there = centre.kiosks.get(1).requests();

            var receipt = assertInstanceOf(
                            FileOutcome.Filed.class,
                            here.desk()
                                    .file(Wish.atKiosk(RequestKind.AGENCY, Optional.empty(), "13800001234"))
                                    .join())
                    .receipt();
            var number = receipt.number();
            assertInstanceOf(StatusAnswer.Known.class, here.desk().status(number));
            assertInstanceOf(StatusAnswer.Unknown.class, there.desk().status(number));
            var id = here.work().here().getFirst().request();
            step(centre, here, id, RequestStep.TRANSFERRED, "s-1", Optional.of("s-2"));
            step(centre, here, id, RequestStep.ACCEPTED, "s-2", Optional.empty());
            tell(centre);

            var office = centre.entered("office", "样例街道", Role.STREET_REVIEWER);
            var page = "/requests/" + id;
            onConsole(centre, office, page, Map.of("step", "TRANSFERRED", "handler", "account:office"));
            onConsole(centre, office, page, Map.of("step", "ACCEPTED"));
            onConsole(centre, office, page, Map.of("step", "DONE", "note", "已经办好"));
            tell(centre);

            var known = assertInstanceOf(StatusAnswer.Known.class, there.desk().status(number))
                    .standing();
            assertEquals(RequestStage.DONE, known.state().stage());
            assertEquals("样例街道", known.answerer());
            assertFalse(
                    known.toString().contains("13800001234") || known.toString().contains("office"));
            centre.clock.pass(Duration.ofMinutes(1));
            assertEquals(RateOutcome.DONE, there.desk().rate(number, 5).join());
            centre.clock.pass(Duration.ofMinutes(1));
            assertEquals(RateOutcome.DONE, here.desk().rate(number, 1).join(), "it has not heard of the other yet");
            tell(centre);
            assertEquals(RateOutcome.ALREADY, here.desk().rate(number, 2).join());

            var read = office.get(page);
            assertTrue(read.contains(number.text()));
            assertTrue(read.contains("5 分（满分 5 分）"), read);
            assertEquals(
                    List.of("转交给 试验值守2", "接手", "转交给 样例街道", "接手", "办结并答复"),
                    Pattern.compile("<b class=\"title\">([^<]*)</b>")
                            .matcher(read)
                            .results()
                            .map(each -> each.group(1))
                            .toList());
            assertEquals(
                    1,
                    Pattern.compile("data-request=\"" + id)
                            .matcher(office.get("/requests?state=all&search=" + number.digits()))
                            .results()
                            .count());
            var book = office.get("/books/c1/volumes/contact?year=2026");
            assertEquals(
                    1, Pattern.compile(number.text()).matcher(book).results().count());
            assertTrue(book.contains("<td>5 星</td>"), book);
        }
    }

    private static void step(
            Centre centre, RequestServices at, String id, RequestStep step, String staff, Optional<String> to) {
        centre.clock.pass(Duration.ofMinutes(1));
        assertEquals(
                RequestWork.WorkOutcome.DONE,
                at.work()
                        .advance(new RequestWork.Act(id, step, to, ""), _ -> true, staff)
                        .join());
    }

    private static void onConsole(Centre centre, ConsoleReader office, String page, Map<String, String> form)
            throws Exception {
        centre.clock.pass(Duration.ofMinutes(1));
        office.send(page, page + "/steps", form);
    }

    private static void tell(Centre centre) throws Exception {
        centre.meet();
        new Standings(centre.street.database(), centre.street.reference(), centre.clock).tell();
        centre.meet();
    }
}
