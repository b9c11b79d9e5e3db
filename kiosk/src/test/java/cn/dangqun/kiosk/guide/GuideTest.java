package cn.dangqun.kiosk.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.TicketLayout;
import cn.dangqun.devices.api.TicketLine;
import cn.dangqun.domain.queue.Audience;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.QueueRules;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.Window;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.queue.QueueStreet;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.ui.HandMovedTime;
import cn.dangqun.kiosk.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a street sent, looked up by whom it is for and by letters.
class GuideTest {
    private static final ServiceItem AID = QueueStreet.AID.going(List.of("登记", "审核"));

    private final List<TicketLayout> paper = new ArrayList<>();
    private boolean paperLeft = true;
    private GuideViewModel model;

    @BeforeEach
    void open() {
        var items = new ArrayList<>(MadeUpStreet.items());
        items.add(new ReferenceItem.Site("site", "样例社区党群服务中心", MadeUpStreet.COMMUNITY));
        for (var service : List.of(AID, QueueStreet.CARE, QueueStreet.ADVICE)) {
            items.add(new ReferenceItem.Service(service, MadeUpStreet.STREET));
        }
        items.add(new ReferenceItem.SiteQueue(new QueuePlan(
                "site", List.of(new Window(1, "综合窗口", Set.of(QueueStreet.CARE.id()))), QueueRules.STANDARD)));
        var index = new ReferenceIndex(items);
        model = new GuideViewModel(
                () -> GuideDesk.of(index), this::print, new HandMovedTime(Samples.NOW), Runnable::run);
        model.open();
    }

    private CompletableFuture<Handover> print(ServiceItem service) {
        paper.add(new GuidePaper(Texts.chinese(), () -> "样例社区党群服务中心").layout(service));
        return CompletableFuture.completedFuture(paperLeft ? Handover.PRINTED : Handover.SHOWN);
    }

    @Test
    void printsThePageThatIsReadAndSaysWhatBecameOfIt() {
        model.show(new GuideEntry(AID, true));
        model.print();

        var words = paper.getFirst().lines().stream().map(TicketLine::text).toList();
        assertEquals("临时救助", words.getFirst());
        assertTrue(words.containsAll(List.of("第 1 步：登记", "第 2 步：审核")), words.toString());
        assertEquals(GuideState.Paper.PRINTED, ((GuideState.One) model.state().get()).paper());

        paperLeft = false;
        model.print();
        assertEquals(GuideState.Paper.NONE, ((GuideState.One) model.state().get()).paper());
    }

    @Test
    void aLongPageEndsByTellingThatThereIsMore() {
        var steps = IntStream.rangeClosed(1, 60).mapToObj(i -> "步骤".repeat(120)).toList();
        model.show(new GuideEntry(AID.going(steps), true));
        model.print();

        assertTrue(
                paper.getFirst().lines().getLast().text().contains("没有写完"),
                paper.getFirst().lines().getLast().text());
    }

    private List<ServiceItem> shown() {
        return switch (model.state().get()) {
            case GuideState.Browsing browsing ->
                browsing.shown().stream().map(GuideEntry::service).toList();
            case GuideState.Finding finding ->
                finding.found().stream().map(GuideEntry::service).toList();
            case GuideState.Loading _, GuideState.Empty _, GuideState.One _ -> List.of();
        };
    }

    private void types(String letters) {
        letters.chars().forEach(each -> model.type(Character.toString(each)));
    }

    @Test
    void sendsToTheDeskWhereTheCatalogueCannotBeRead() {
        var broken = new GuideViewModel(
                () -> {
                    throw new IllegalStateException("a disk that cannot be read");
                },
                this::print,
                new HandMovedTime(Samples.NOW),
                Runnable::run);

        broken.open();

        assertInstanceOf(GuideState.Empty.class, broken.state().get());
    }

    @Test
    void showsWhatIsForSomebody() {
        assertEquals(List.of(QueueStreet.CARE, AID, QueueStreet.ADVICE), shown());

        model.choose(Optional.of(Audience.NEWCOMERS));
        assertEquals(List.of(), shown());
        model.choose(Optional.of(Audience.RESIDENTS));
        assertEquals(3, shown().size());
    }

    @Test
    void findsANameByLettersAnywhereInIt() {
        model.find();
        types("JZ");
        assertEquals(List.of(AID), shown());
        types("X");
        assertEquals(List.of(), shown());
        model.erase();
        model.erase();
        model.erase();
        types("LS");
        assertEquals(List.of(AID), shown());
    }

    /// However many steps and materials there are, each stands on one page, and no page holds more than it can.
    @Test
    void cutsNothingOfTwelveSteps() {
        var steps = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "第" + i + "步，" + "说明".repeat(i))
                .toList();
        var told = new GuideLines(Texts.chinese(), Audience::name);
        for (var space : List.of(GuideLines.Space.PORTRAIT, GuideLines.Space.LANDSCAPE)) {
            var pages = told.pages(AID.going(steps), space);

            assertEquals(
                    told.of(AID.going(steps)),
                    pages.stream().flatMap(List::stream).toList());
            assertTrue(pages.size() > 1);
            assertTrue(pages.stream().allMatch(page -> page.size() <= space.lines()));
        }
        assertTrue(told.code(AID.going(steps)).length() < 400);
        assertTrue(told.code(AID.going(List.of("说明".repeat(400)))).endsWith("请看一体机的屏幕）"));
    }

    @Test
    void leadsBackToWhereOneWasAndToNumbersWhereTheyAreGiven() {
        model.find();
        types("LS");
        var finding = assertInstanceOf(GuideState.Finding.class, model.state().get());
        model.show(finding.found().getFirst());
        var one = assertInstanceOf(GuideState.One.class, model.state().get());
        assertEquals(List.of("登记", "审核"), one.entry().service().steps());
        assertFalse(one.entry().givesNumbers());

        model.back();

        assertEquals(finding, model.state().get());
        model.choose(Optional.empty());
        assertTrue(assertInstanceOf(GuideState.Browsing.class, model.state().get())
                .shown()
                .getFirst()
                .givesNumbers());
    }
}
