package cn.dangqun.server.ledger;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    @Test
    void letsInWhileThereIsRoomForTheBytes() {
        var turnstile = new Turnstile(10, 100);
        var first = turnstile.enter(60);
        var second = turnstile.enter(60);
        assertTrue(first.isDone());
        assertFalse(second.isDone(), "60 and 60 are more than 100");

        first.join().giveBack();

        assertTrue(second.isDone());
    }

    @Test
    void nobodyOvertakesWhoeverWaits() {
        var turnstile = new Turnstile(10, 100);
        var first = turnstile.enter(60);
        var large = turnstile.enter(90);
        var small = turnstile.enter(1);
        assertFalse(small.isDone(), "there would be room, but somebody came earlier");

        first.join().giveBack();

        assertTrue(large.isDone());
        assertTrue(small.isDone());
    }

    @Test
    void letsOneInThatIsLargerThanAllRoom() {
        var turnstile = new Turnstile(10, 100);

        assertTrue(turnstile.enter(1000).isDone());
        assertFalse(turnstile.enter(1).isDone());
    }

    @Test
    void isBoundedByNumberToo() {
        var turnstile = new Turnstile(2, 100);
        var first = turnstile.enter(1);
        assertTrue(turnstile.enter(1).isDone());
        var third = turnstile.enter(1);
        assertFalse(third.isDone());

        first.join().giveBack();

        assertTrue(third.isDone());
    }

    /// In the order of coming, never more than there is room for, and nobody is forgotten.
    @Test
    void everybodyGetsInInOrder() {
        var random = new Random(20261130);
        var turnstile = new Turnstile(5, 1000);
        var sizes = new ArrayList<Integer>();
        var come = new ArrayList<CompletableFuture<Turnstile.Pass>>();
        var inside = new ArrayDeque<Integer>();
        int let = 0;
        while (let < 2000 || !inside.isEmpty()) {
            if (come.size() < 2000 && (inside.isEmpty() || random.nextBoolean())) {
                sizes.add(1 + random.nextInt(600));
                come.add(turnstile.enter(sizes.getLast()));
            } else {
                come.get(inside.remove()).join().giveBack();
            }
            while (let < come.size() && come.get(let).isDone()) {
                inside.add(let++);
            }
            assertTrue(come.subList(let, come.size()).stream().noneMatch(CompletableFuture::isDone), "overtaken");
            int bytes = inside.stream().mapToInt(sizes::get).sum();
            assertTrue(inside.size() <= 1 || (inside.size() <= 5 && bytes <= 1000));
        }
    }
}
