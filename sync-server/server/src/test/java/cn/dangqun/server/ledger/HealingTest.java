package cn.dangqun.server.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.wire.Health;
import cn.dangqun.protocol.wire.Hello;
import cn.dangqun.server.Await;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestStreet;
import cn.dangqun.server.ledger.Healing.Healed;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A street that has less than it once told its kiosks.
class HealingTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");

    @TempDir
    Path directory;

    private TestStreet street;
    private final TestLedger ledger = new TestLedger(KIOSK);

    @BeforeEach
    void startStreet() throws Exception {
        street = new TestStreet(directory).withTwoCommunities();
        for (int i = 1; i <= 9; i++) {
            ledger.checkIn("M-" + i);
        }
        push(1, 3);
    }

    @AfterEach
    void stopStreet() {
        street.close();
    }

    private void push(long from, long through) {
        street.server()
                .ledger()
                .append(KIOSK, ledger.epoch(), ledger.push(from, through))
                .orElseThrow()
                .join();
    }

    private EpochState hello(long unsent, long firstKept) {
        return street.server()
                .ledger()
                .judge(
                        KIOSK,
                        ledger.epoch(),
                        Hello.newBuilder()
                                .setLastSeq(9)
                                .setFirstKept(firstKept)
                                .setHealth(Health.newBuilder().setUnsent(unsent))
                                .build());
    }

    private List<Healed> healed() {
        return street.query(handle -> new Healing(handle).all());
    }

    private void awaitNoted() {
        Await.until("it is noted", () -> !healed().isEmpty());
    }

    @Test
    void countsWhatAKioskWasToldThatTheStreetHas() {
        hello(2, 1);
        awaitNoted();
        assertEquals(List.of(new Healed("kiosk-1", 4, 0, 0)), healed());

        push(4, 5);
        assertEquals(List.of(new Healed("kiosk-1", 4, 2, 0)), healed());

        push(6, 9);
        assertEquals(List.of(new Healed("kiosk-1", 4, 4, 0)), healed());
    }

    @Test
    void saysWhatNobodyHasAnyMore() {
        var state = hello(0, 6);
        street.server().ledger().notedGap(KIOSK, ledger.epoch(), (EpochState.Gapped) state);

        Await.until("both are noted", () -> healed().equals(List.of(new Healed("kiosk-1", 6, 0, 2))));
    }

    @Test
    void countsNothingThatWasNeverAcknowledged() {
        hello(6, 1);
        push(4, 9);
        hello(0, 1);
        street.server().database().write((handle, changes) -> 0);

        assertEquals(List.of(), healed());
    }
}
