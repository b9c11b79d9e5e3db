package cn.dangqun.kiosk.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.store.SealedBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// What a fact names, sealed beside it.
class LedgerAttachmentTest extends LedgerOnDisk {
    private static final byte[] STROKES = "笔迹".repeat(900).getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random = new SecureRandom();

    /// A signature and what it names, together or not at all.
    private SealedId sign(String member) {
        return done(ledger.write(transaction -> {
            var strokes = transaction.attach(STROKES, random);
            transaction.append(
                    new AttendanceFact.Signed(ACTIVITY, new MemberId(member), Optional.of(strokes), Optional.empty()),
                    clock.read());
            return strokes;
        }));
    }

    @Test
    void keepsWhatAFactNamesAcrossRestarts() throws Exception {
        var strokes = sign("M-1");

        reopen();

        assertArrayEquals(
                STROKES, ledger.newReader().attachment(strokes).orElseThrow().open());
        assertEquals(1, ledger.position().orElseThrow().attachments());
    }

    @Test
    void staysUntilTheStreetHasItAndIsGoneForGoodAfterwards() throws Exception {
        var strokes = sign("M-1");
        var key = ledger.newReader().attachment(strokes).orElseThrow().key();

        assertFalse(done(ledger.forget(strokes)), "nobody else has it");
        done(ledger.kept(strokes));
        assertEquals(0, ledger.position().orElseThrow().attachments());
        assertTrue(done(ledger.forget(strokes)));

        assertEquals(Optional.empty(), ledger.newReader().attachment(strokes));
        assertEquals(1, all().records().size(), "the fact stays");
        ledger.close();
        var left = Files.readAllBytes(file());
        assertEquals(-1, indexOf(left, key), "no page holds the key");
        open();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int at = 0; at <= bytes.length - part.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }

    @Test
    void refusesWhatNoFrameCanCarryAndWritesNothingThen() throws Exception {
        var commit = ledger.write(transaction -> transaction.attach(new byte[SealedBytes.MOST + 1], random))
                .join();

        assertEquals(new Commit.NotSaved<>(Commit.Reason.FAILED), commit);
        assertEquals(0, ledger.position().orElseThrow().attachments());
        assertThrows(IllegalArgumentException.class, () -> SealedBytes.seal(new byte[SealedBytes.MOST + 1], random));
    }

    @Test
    void goesOnWithTheLedgerWhenItsEpochEnds() throws Exception {
        var strokes = sign("M-1");

        done(ledger.restart(ledger.position().orElseThrow().epoch(), "decision-1"));

        assertArrayEquals(
                STROKES, ledger.newReader().attachment(strokes).orElseThrow().open());
    }

    @Test
    void survivesInAWreck() throws Exception {
        var strokes = sign("M-1");
        ledger.close();
        var bytes = Files.readAllBytes(file());
        Arrays.fill(bytes, 0, 4096, (byte) 0x5A);
        Files.write(file(), bytes);

        open();

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (ledger.newReader().attachment(strokes).isEmpty()) {
            assertTrue(System.nanoTime() < end, "nothing was salvaged");
            LockSupport.parkNanos(1_000_000);
        }
        assertArrayEquals(
                STROKES, ledger.newReader().attachment(strokes).orElseThrow().open());
    }
}
