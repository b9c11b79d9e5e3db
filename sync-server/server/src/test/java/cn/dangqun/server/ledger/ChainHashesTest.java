package cn.dangqun.server.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestStreet;
import cn.dangqun.store.SqliteFile;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hashes that no row keeps are those that the kiosk made.
class ChainHashesTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final int FACTS = 75;

    @TempDir
    Path directory;

    private TestStreet street;
    private final TestLedger ledger = new TestLedger(KIOSK);

    @BeforeEach
    void push() throws Exception {
        street = new TestStreet(directory).withTwoCommunities();
        for (int each = 1; each <= FACTS; each++) {
            ledger.checkIn("M-" + each);
        }
        street.server()
                .ledger()
                .append(KIOSK, ledger.epoch(), ledger.push(1, FACTS))
                .orElseThrow()
                .join();
    }

    @AfterEach
    void close() {
        street.close();
    }

    private Map<Long, ByteString> made() {
        var made = new HashMap<Long, ByteString>();
        var walk = new FactChain.Walk(FactChain.genesis(KIOSK, ledger.epoch()));
        for (var record : ledger.push(1, FACTS).getRecordsList()) {
            made.put(made.size() + 1L, ByteString.copyFrom(walk.next(record.toByteArray())));
        }
        return made;
    }

    @Test
    void givesEveryHashWhicheverRangeIsAsked() {
        var made = made();
        street.server().database().read(handle -> {
            var store = new LedgerStore(handle);
            for (long from = 1; from <= FACTS; from++) {
                for (long through = from; through <= FACTS; through += 7) {
                    var asked = store.hashes(KIOSK, ledger.epoch(), from, through);
                    assertEquals(through - from + 1, asked.size());
                    asked.forEach((seq, hash) -> assertEquals(made.get(seq), hash, "after " + seq));
                }
            }
            return store;
        });
    }

    @Test
    void knowsNoneWhereThereIsNoRecord() {
        var beyond =
                street.query(handle -> new LedgerStore(handle).hashes(KIOSK, ledger.epoch(), FACTS + 1, FACTS + 9));
        var elsewhere = street.query(handle -> new LedgerStore(handle).hashes(new KioskId("no"), ledger.epoch(), 1, 9));

        assertEquals(Map.of(), beyond);
        assertEquals(Map.of(), elsewhere);
    }

    @Test
    void keepsFew() {
        assertEquals(
                FACTS / ChainHashes.EVERY,
                street.count("SELECT count(*) FROM fact f JOIN chain c ON c.number = f.chain"
                        + " WHERE c.kiosk = 'kiosk-1' AND length(f.hash) > 0"));
    }

    /// A record that was changed in the file shows at the next hash that is kept.
    @Test
    void showsAChangedRecord() throws Exception {
        street.server()
                .database()
                .write((handle, changes) -> handle.execute("UPDATE fact SET record = x'08010203'"
                        + " WHERE seq = 3 AND chain = (SELECT number FROM chain WHERE kiosk = 'kiosk-1')"));
        var copy = directory.resolve("copy.db");
        street.server().database().copyTo(copy);

        var broken = assertThrows(IOException.class, () -> ChainCheck.check(new SqliteFile(copy), GuestSeal.NONE));

        assertTrue(String.valueOf(broken.getMessage()).contains("breaks at 16"), broken.getMessage());
    }
}
