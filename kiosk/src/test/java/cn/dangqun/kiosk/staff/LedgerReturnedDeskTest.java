package cn.dangqun.kiosk.staff;

import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.shell.KioskCore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerReturnedDeskTest {
    private static final ReviewItem ITEM = ReviewItem.of(ReviewItem.Kind.UNSIGNED, "morning", "M-1");

    @TempDir
    Path directory;

    @Test
    void listsWhatWasReturnedUntilItIsAnsweredAsAFact() throws Exception {
        var nine = MadeUpStreet.DAY.atTime(9, 0).atZone(MadeUpStreet.ZONE).toInstant();
        var clock = new SteppedClock(nine);
        var items =
                new ArrayList<>(MadeUpStreet.items(MadeUpStreet.activity("morning", FIRST_BRANCH, "09:00", "11:00")));
        items.add(returned(nine));
        try (var ledger = Ledger.open(directory.resolve("ledger.db"), clock, KioskCore.PROJECTIONS);
                var reference = MadeUpStreet.store(directory, clock, items)) {
            var epoch =
                    ((Commit.Done<Epoch>) ledger.adopt(new KioskId("kiosk-1")).join()).value();
            var desk = new LedgerReturnedDesk(ledger, reference);
            assertEquals(List.of(new ReturnedDesk.Returned(ITEM, "未签名：主题党日", "请补交签到表")), desk.list());

            assertTrue(desk.answer(ITEM, new Handling("staff-1", "已补齐")).join());

            assertEquals(List.of(), desk.list());
            ledger.acknowledge(epoch, 1, Map.of(1L, "NEWER_WORD")).join();
            try (var reader = ledger.newReader()) {
                assertEquals(
                        new StaffFact.ReturnAnswered(ITEM, new Handling("staff-1", "已补齐")),
                        reader.parked().getFirst().recorded().orElseThrow().fact());
            }
        }
    }

    private static ReferenceItem returned(Instant at) {
        return new ReferenceItem.ReturnedItem(ITEM.name(), FIRST_BRANCH, "未签名：主题党日", "请补交签到表", at);
    }
}
