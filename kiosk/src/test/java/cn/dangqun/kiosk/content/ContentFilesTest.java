package cn.dangqun.kiosk.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.kiosk.content.ContentFiles.Taken;
import cn.dangqun.kiosk.content.ContentFiles.Wanted;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files on a real disk that is cut off, changed behind our back, and full.
class ContentFilesTest {
    private static final byte[] ONE = ContentItems.bytes(1000);
    private static final byte[] TWO = ContentItems.bytes(2000);
    private static final ContentFile FIRST = ContentItems.file(ONE);
    private static final ContentFile SECOND = ContentItems.file(TWO);

    @TempDir
    Path directory;

    private ReferenceStore reference;
    private long space = Long.MAX_VALUE;
    private ContentFiles files;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        reference = ReferenceStore.open(directory.resolve("reference.db"), Optional.empty(), Clock.systemUTC());
        reference
                .apply(
                        MadeUpStreet.page(
                                0, true, List.of(ContentItems.slot(), ContentItems.piece("v-1", FIRST, SECOND))),
                        "")
                .join();
        restart();
    }

    @AfterEach
    void close() {
        reference.close();
    }

    private void restart() {
        files = ContentFiles.open(directory.resolve("content"), reference, () -> space);
        files.onChange(() -> told.add("changed"));
    }

    @Test
    void wantsWhatItemsNameAndKeepsItWhole() throws Exception {
        assertEquals(Optional.of(new Wanted(FIRST, 0)), files.next(Set.of()));
        assertEquals(Optional.of(new Wanted(SECOND, 0)), files.next(Set.of(FIRST.id())));

        assertEquals(Taken.MORE_IS_MISSING, files.take(FIRST, 0, Arrays.copyOf(ONE, 400)));
        assertFalse(files.hasCome(FIRST.id()));
        assertEquals(Optional.empty(), files.read(FIRST.id()));
        restart();
        assertEquals(Optional.of(new Wanted(FIRST, 400)), files.next(Set.of()));
        assertEquals(Taken.WHOLE, files.take(FIRST, 400, Arrays.copyOfRange(ONE, 400, 1000)));

        assertTrue(files.hasCome(FIRST.id()));
        assertArrayEquals(ONE, files.read(FIRST.id()).orElseThrow());
        assertEquals(List.of("changed"), told);
        restart();
        assertArrayEquals(ONE, files.read(FIRST.id()).orElseThrow());
        assertEquals(Optional.of(new Wanted(SECOND, 0)), files.next(Set.of()));
    }

    /// A write that was cut off leaves anything behind what was said to be there.
    @Test
    void goesOnBehindWhatIsThereWhateverFollowedIt() throws Exception {
        files.take(FIRST, 0, Arrays.copyOf(ONE, 600));

        assertEquals(Taken.MORE_IS_MISSING, files.take(FIRST, 300, Arrays.copyOfRange(ONE, 300, 500)));
        assertEquals(Taken.WHOLE, files.take(FIRST, 500, Arrays.copyOfRange(ONE, 500, 1000)));

        assertArrayEquals(ONE, files.read(FIRST.id()).orElseThrow());
    }

    @Test
    void throwsAwayWhatCameSpoiledOrIsMoreThanWasSaid() throws Exception {
        var other = ONE.clone();
        other[999] ^= 1;
        assertEquals(Taken.SPOILED, files.take(FIRST, 0, other));
        assertEquals(Taken.MORE_IS_MISSING, files.take(FIRST, 0, Arrays.copyOf(ONE, 999)));
        assertEquals(Taken.SPOILED, files.take(FIRST, 999, new byte[2]));

        assertFalse(files.hasCome(FIRST.id()));
        assertEquals(List.of(), names());
        assertEquals(Optional.of(new Wanted(FIRST, 0)), files.next(Set.of()));
        // a part from which nothing can follow
        Files.write(part(FIRST), new byte[1000]);
        assertEquals(Optional.of(new Wanted(FIRST, 0)), files.next(Set.of()));
    }

    @Test
    void neverGivesAwayAFileThatWasChangedOnTheDisk() throws Exception {
        for (int at : new int[] {0, 500, 999}) {
            files.take(FIRST, 0, ONE);
            told.clear();
            var spoiled = ONE.clone();
            spoiled[at] ^= 1;
            Files.write(whole(FIRST), spoiled);

            assertEquals(Optional.empty(), files.read(FIRST.id()));

            assertFalse(files.hasCome(FIRST.id()));
            assertEquals(List.of("changed"), told);
            assertEquals(Optional.of(new Wanted(FIRST, 0)), files.next(Set.of()));
        }
        files.take(FIRST, 0, ONE);
        Files.delete(whole(FIRST));
        assertEquals(Optional.empty(), files.read(FIRST.id()));
        assertEquals(Optional.of(new Wanted(FIRST, 0)), files.next(Set.of()));
    }

    @Test
    void leavesRoomForFactsAndKeepsWhatItHasWhenTheDiskIsFull() throws Exception {
        files.take(FIRST, 0, ONE);
        space = ContentFiles.SPACE_FOR_FACTS - 1;
        assertEquals(Optional.empty(), files.next(Set.of()));
        space = ContentFiles.SPACE_FOR_FACTS;
        assertEquals(Optional.of(new Wanted(SECOND, 0)), files.next(Set.of()));

        Files.createSymbolicLink(part(SECOND), Path.of("/dev/full"));
        var failure = assertThrows(IOException.class, () -> files.take(SECOND, 0, TWO));

        assertTrue(String.valueOf(failure.getMessage()).contains("No space left"), failure::toString);
        assertArrayEquals(ONE, files.read(FIRST.id()).orElseThrow());
        Files.delete(part(SECOND));
        assertEquals(Taken.WHOLE, files.take(SECOND, 0, TWO));
    }

    @Test
    void throwsAwayWhatNoItemNamesAnyMore() throws Exception {
        files.take(FIRST, 0, ONE);
        files.take(SECOND, 0, Arrays.copyOf(TWO, 10));
        Files.write(directory.resolve("content").resolve("something"), new byte[1]);
        files.sweep();
        assertEquals(2, names().size());

        reference
                .apply(MadeUpStreet.page(2, false, List.of(ContentItems.piece("v-1", SECOND))), "")
                .join();
        files.sweep();
        assertEquals(List.of(part(SECOND).getFileName().toString()), names());
        assertFalse(files.hasCome(FIRST.id()));

        reference
                .apply(
                        MadeUpStreet.pageOf(
                                3, false, List.of(ReferenceChange.remove(4, ReferenceKind.WALL_PIECE, "v-1"))),
                        "")
                .join();
        files.sweep();
        assertEquals(List.of(), names());
        assertEquals(Optional.empty(), files.next(Set.of()));
    }

    private Path whole(ContentFile file) {
        return directory.resolve("content").resolve(file.id().hex());
    }

    private Path part(ContentFile file) {
        return directory.resolve("content").resolve(file.id().hex() + ".part");
    }

    private List<String> names() throws IOException {
        try (var all = Files.list(directory.resolve("content"))) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }
}
