package cn.dangqun.acceptance.files;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each step on several files is killed before a system call by which it changes the disk; then the program starts on
/// what is there. `-Dproof.seeds=300` kills at that many calls of each step, or at all it has; the gate at one call of
/// the shorter steps.
@Tag("real-time")
@Tag("proof")
class KilledAtCallsTest {
    private static final int SEEDS = Integer.getInteger("proof.seeds", 0);
    /// Not every call is made in every run: what is timed may be left out, and then nobody is killed at it.
    private static final int TRIES = 5;
    private static final Set<FileStep> LONG =
            Set.of(StreetStep.FIRST_START, StreetStep.BACKUP, StreetStep.RESTORE, KioskStep.START_ON_A_LOG_ALONE);

    @TempDir
    Path directory;

    static Stream<FileStep> steps() {
        return FileStep.all().filter(each -> SEEDS > 0 || !LONG.contains(each));
    }

    @ParameterizedTest
    @MethodSource("steps")
    @Timeout(3 * 60 * 60)
    void losesNothing(FileStep step) throws Exception {
        assumeTrue(Traced.isAllowed(), "this machine lets nobody trace a process: the step is not proved here");
        var traced = new Traced(step, directory.resolve("log"));
        var plan = traced.watch(prepared(step, "whole"));
        step.check(directory.resolve("whole"));
        var calls = new ArrayList<>(plan.calls());
        Collections.shuffle(calls, new Random(20_261_128));

        int killed = 0;
        for (var call : calls.subList(0, Math.min(calls.size(), Math.max(TRIES, SEEDS)))) {
            if (SEEDS == 0 && killed > 0) {
                break;
            }
            var place = prepared(step, call.name() + "-" + call.nth());
            int ended = traced.kill(place, plan, call);
            killed += ended == Traced.KILLED ? 1 : 0;
            assertTrue(ended == Traced.KILLED || ended == 0, () -> ended + " at " + call);
            check(step, place, call);
        }
        assertTrue(killed > 0, () -> "nothing was killed among " + calls.size() + " calls");
    }

    private static void check(FileStep step, Path place, Traced.Call call) {
        try {
            step.check(place);
        } catch (Exception | AssertionError e) {
            fail("killed before " + call, e);
        }
    }

    private Path prepared(FileStep step, String name) throws Exception {
        var place = Files.createDirectories(directory.resolve(name));
        step.prepare(place);
        return place;
    }
}
