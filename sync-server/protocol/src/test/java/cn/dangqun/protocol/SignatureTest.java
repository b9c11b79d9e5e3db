package cn.dangqun.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.protocol.Signature.Point;
import cn.dangqun.protocol.Signature.Stroke;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SignatureTest {
    @Property(tries = 200)
    void comesBackAsItWasWritten(@ForAll("signatures") Signature signature) throws UnreadableException {
        assertEquals(signature, Signature.decode(signature.encode()));
    }

    @Property(tries = 500)
    void readsAnyOtherBytesAsUnreadableAndNeverWorse(@ForAll byte[] noise) {
        try {
            Signature.decode(noise);
        } catch (UnreadableException e) {
            assertEquals("no signature", e.getMessage());
        }
    }

    @Test
    void theLargestFits() throws UnreadableException {
        var corners = List.of(new Point(0, 0), new Point(Signature.WIDTH, Signature.WIDTH));
        var points = Collections.nCopies(Signature.MOST_POINTS / 2, corners).stream()
                .flatMap(List::stream)
                .toList();
        var largest = new Signature(List.of(new Stroke(points)));

        assertTrue(largest.encode().length <= Signature.MOST_BYTES, () -> largest.encode().length + " bytes");
        assertEquals(largest, Signature.decode(largest.encode()));
    }

    @Test
    void aStrokeTooManyIsRefused() {
        var points = Collections.nCopies(Signature.MOST_POINTS, new Point(0, 0));
        var full = new Stroke(points);
        assertThrows(IllegalArgumentException.class, () -> new Signature(List.of(full, full)));
    }

    @Test
    void staysTheSameBytes() {
        var signature = new Signature(List.of(new Stroke(List.of(new Point(1, 200), new Point(3, 198)))));

        assertEquals("[1, 1, 2, 2, -112, 3, 4, 3]", java.util.Arrays.toString(signature.encode()));
        assertEquals(Math.hypot(2, 2), signature.length());
    }

    @Provide
    Arbitrary<Signature> signatures() {
        var points = Combinators.combine(
                        Arbitraries.integers().between(0, Signature.WIDTH),
                        Arbitraries.integers().between(0, Signature.WIDTH))
                .as(Point::new);
        return points.list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(Stroke::new)
                .list()
                .ofMaxSize(20)
                .map(Signature::new);
    }
}
