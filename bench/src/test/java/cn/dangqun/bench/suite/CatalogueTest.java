package cn.dangqun.bench.suite;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.bench.figure.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void everyBenchmarkIsAProgram() {
        var names = new HashSet<String>();
        for (var each : Catalogue.ALL) {
            assertTrue(names.add(each.name()), each.name());
            assertDoesNotThrow(() -> Class.forName(each.program()).getMethod("main", String[].class), each.name());
        }
    }

    /// Or the JSON of the suite would hold nothing of it.
    @Test
    void everyBenchmarkReportsFigures() throws Exception {
        var report = Report.class.getName().replace('.', '/');
        for (var each : Catalogue.ALL) {
            var file = "/" + each.program().replace('.', '/') + ".class";
            try (var code = CatalogueTest.class.getResourceAsStream(file)) {
                assertNotNull(code, file);
                assertTrue(new String(code.readAllBytes(), StandardCharsets.ISO_8859_1).contains(report), each.name());
            }
        }
    }

    @Test
    void asksForOneOrAll() {
        var all = Order.of(List.of("there", "--long")).orElseThrow();
        assertEquals(Catalogue.ALL, all.benchmarks());
        var first = Catalogue.ALL.getFirst();
        assertEquals(first.whole(), all.argumentsOf(first));
        var one = Order.of(List.of("there", first.name(), "--json", "to.json", "7"))
                .orElseThrow();
        assertEquals(List.of(first), one.benchmarks());
        assertEquals(List.of("7"), one.argumentsOf(first));
        assertEquals(Optional.of(Path.of("to.json").toAbsolutePath()), one.json());
    }

    @Test
    void completesNumbersThatAreNotGiven() {
        var carryover = Catalogue.named("carryover").orElseThrow();

        var order = Order.of(List.of("there", "carryover", "2000")).orElseThrow();

        assertEquals(List.of("2000", carryover.brief().getLast()), order.argumentsOf(carryover));
    }

    @Test
    void takesWhatABenchmarkUnderstands() {
        for (var each : Catalogue.ALL) {
            assertTrue(each.takes(each.brief()) && each.takes(each.whole()) && each.takes(List.of()), each.name());
        }
        assertTrue(Order.of(List.of("there", "qr", "src")).isPresent());
        assertTrue(Order.of(List.of("there", "console", "day", "50000")).isPresent());
        assertTrue(Order.of(List.of("there", "growth", "8", "growth.svg")).isPresent());
    }

    @Test
    void refusesArgumentsThatABenchmarkDoesNotUnderstand() {
        assertTrue(Order.of(List.of("there", "qr", "abc")).isEmpty());
        assertTrue(Order.of(List.of("there", "sync", "many")).isEmpty());
        assertTrue(Order.of(List.of("there", "sync", "0")).isEmpty());
        assertTrue(Order.of(List.of("there", "sync", "3", "5", "7")).isEmpty());
        assertTrue(Order.of(List.of("there", "startup", "-1")).isEmpty());
        assertTrue(Order.of(List.of("there", "console", "day", "day")).isEmpty());
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertTrue(Order.of(List.of("there", "nothing")).isEmpty());
        assertTrue(Order.of(List.of("there", "--fast")).isEmpty());
        assertTrue(Order.of(List.of("there", "--json")).isEmpty());
        assertTrue(Order.of(List.of("there", "--json", "--long")).isEmpty());
        assertTrue(Order.of(List.of()).isEmpty());
    }
}
