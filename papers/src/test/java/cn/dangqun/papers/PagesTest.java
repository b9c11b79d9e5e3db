package cn.dangqun.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.papers.Pages.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What stands on which page.
class PagesTest {
    private static final double THIRD = Sheet.height() / 3;

    private static Piece piece(double height) {
        return Piece.of(height, (_, _) -> {});
    }

    private static List<List<Pages.Placed>> of(List<Piece> pieces) {
        return Pages.of(pieces, Leaf.UPRIGHT);
    }

    @Test
    void turnsThePageBeforeWhatDoesNotFit() {
        var pages = of(List.of(piece(THIRD), piece(THIRD), piece(THIRD + 1)));

        assertEquals(List.of(2, 1), pages.stream().map(List::size).toList());
        assertEquals(Sheet.TOP, pages.getLast().getFirst().top());
    }

    @Test
    void takesAHeadingToWhatItIsTheHeadingOf() {
        var pages = of(List.of(piece(THIRD), piece(THIRD), piece(10).glued(), piece(THIRD)));

        assertEquals(List.of(2, 2), pages.stream().map(List::size).toList());
    }

    @Test
    void partsWhatIsGluedAndLongerThanAPage() {
        var pieces =
                IntStream.range(0, 5).mapToObj(_ -> piece(THIRD - 1).glued()).toList();

        assertEquals(List.of(2, 3), of(pieces).stream().map(List::size).toList());
    }

    @Test
    void repeatsTheHeadAtTheTopOfEachPage() {
        var head = piece(20);
        var pieces = new ArrayList<Piece>();
        pieces.add(head.glued());
        for (int i = 0; i < 100; i++) {
            pieces.add(piece(30).under(List.of(head)));
        }

        var pages = of(pieces);

        assertEquals(101 + pages.size() - 1, pages.stream().mapToInt(List::size).sum());
        assertTrue(pages.stream().allMatch(page -> page.getFirst().piece().height() == 20));
        assertTrue(pages.stream()
                .flatMap(List::stream)
                .allMatch(placed -> placed.top() + placed.piece().height() <= Sheet.BOTTOM + 0.01));
    }

    @Test
    void placesOnePieceUnderTheOther() {
        var page = of(List.of(piece(10), piece(20), piece(5))).getFirst();

        assertEquals(
                List.of(0.0, 10.0, 30.0),
                page.stream()
                        .map(Placed::top)
                        .map(top -> Math.rint(top - Sheet.TOP))
                        .toList());
    }

    @Test
    void refusesWhatFitsOnNoPage() {
        assertThrows(IllegalStateException.class, () -> of(List.of(piece(Sheet.height() + 1))));
    }
}
