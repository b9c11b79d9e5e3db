package cn.dangqun.devices.drivers.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DocumentJob;
import cn.dangqun.devices.api.DocumentResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// U 盘: a whole file, or none.
class FolderPrinterTest {
    private static final byte[] PDF = "%PDF-1.4 some pages".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path stick;

    private Folder folder() {
        return new Folder(stick, false);
    }

    private static DocumentJob job(long number, String name) {
        return new DocumentJob(number, name, PDF);
    }

    private static Kind faultOf(Folder folder) {
        return assertThrows(DeviceException.class, () -> folder.save(job(1, "签到表")))
                .fault()
                .kind();
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(stick)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void savesTheWholeFileUnderItsName() throws Exception {
        var file = folder().save(job(1, "2026-11-29-支部党员大会-签到表"));

        assertEquals("2026-11-29-支部党员大会-签到表.pdf", file);
        assertArrayEquals(PDF, Files.readAllBytes(stick.resolve(file)));
        assertEquals(List.of(file), files());
    }

    @Test
    void neverWritesOverWhatIsThere() throws Exception {
        Files.writeString(stick.resolve("签到表.pdf"), "theirs");

        assertEquals("签到表-2.pdf", folder().save(job(1, "签到表")));
        assertEquals("签到表-3.pdf", folder().save(job(2, "签到表")));
        assertEquals("theirs", Files.readString(stick.resolve("签到表.pdf")));
    }

    @Test
    void replacesSignsThatSticksDoNotKnow() throws Exception {
        assertEquals("a_b_c_.pdf", folder().save(job(1, "a/b:c?")));
    }

    @Test
    void saysThatThereIsNoStick() {
        assertEquals(Kind.NOT_FOUND, faultOf(new Folder(stick.resolve("gone"), false)));
    }

    @Test
    void doesNotTakeTheKiosksOwnDiskForAStick() throws Exception {
        assertEquals(Kind.NOT_FOUND, faultOf(new Folder(stick, true)));
        assertEquals(List.of(), files());
    }

    /// Memory that Linux mounts on every machine, as a stick is mounted.
    @Test
    void savesOnWhatIsMounted() throws Exception {
        var mounted = Path.of("/dev/shm");
        var name = "test-" + UUID.randomUUID();
        try {
            assertEquals(name + ".pdf", new Folder(mounted, true).save(job(1, name)));
        } finally {
            Files.deleteIfExists(mounted.resolve(name + ".pdf"));
        }
    }

    /// The process file system is mounted everywhere and never has room.
    @Test
    void saysThatTheStickIsFull() {
        assertEquals(Kind.FULL, faultOf(new Folder(Path.of("/proc"), true)));
    }

    @Test
    void leavesNothingBehindWhenWritingFails() throws Exception {
        Files.createDirectories(stick.resolve(".1.part/in the way"));

        assertThrows(DeviceException.class, () -> folder().save(job(1, "签到表")));

        assertTrue(files().stream().noneMatch(each -> each.endsWith(".pdf")), files().toString());
    }

    @Test
    void tellsEachOrderAndGoesOnWorkingWithoutAStick() throws Exception {
        var gone = new Folder(stick.resolve("later"), false);
        try (var running = new RunningQueue(new FolderPrinter("U盘", gone)).working()) {
            var not = assertInstanceOf(DocumentResult.NotPrinted.class, running.print(1, PDF));
            assertEquals(Kind.NOT_FOUND, not.fault().kind());
            running.working();

            Files.createDirectory(stick.resolve("later"));

            assertEquals(new DocumentResult.Saved(2, "2026-11-29-支部党员大会-签到表.pdf"), running.print(2, PDF));
        }
    }

    @Test
    void showsThePicturesThatSomebodyBroughtTheNewestFirst() throws Exception {
        put("a.jpg", 1);
        put("DCIM/100/b.PNG", 3);
        put("签到表.jpeg", 2);
        put(".hidden.jpg", 9);
        put(".trash/c.jpg", 9);
        put("letter.pdf", 9);
        Files.createSymbolicLink(stick.resolve("d.jpg"), Path.of("/etc/hostname"));
        var pictures = new FolderPictures(folder());

        assertEquals(List.of("DCIM/100/b.PNG", "签到表.jpeg", "a.jpg"), pictures.newest(20));
        assertEquals(List.of("DCIM/100/b.PNG"), pictures.newest(1));
        assertArrayEquals(PDF, pictures.read("DCIM/100/b.PNG", PDF.length));
        assertEquals(Kind.REFUSED, fault(pictures, "a.jpg", PDF.length - 1));
        for (var name : List.of("none.jpg", "../" + stick.getFileName() + "/../x.jpg", "d.jpg", "letter.pdf")) {
            assertEquals(Kind.NOT_FOUND, fault(pictures, name, 100), name);
        }
    }

    @Test
    void hasNoPicturesWithoutAStick() {
        var none = new FolderPictures(new Folder(stick.resolve("none"), false));
        var own = new FolderPictures(new Folder(stick, true));

        for (var each : List.of(none, own)) {
            var fault = assertThrows(DeviceException.class, () -> each.newest(20));
            assertEquals(Kind.NOT_FOUND, fault.fault().kind());
        }
    }

    private static Kind fault(FolderPictures pictures, String name, int most) {
        return assertThrows(DeviceException.class, () -> pictures.read(name, most))
                .fault()
                .kind();
    }

    private void put(String name, int day) throws IOException {
        var file = stick.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, PDF);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(86_400L * day)));
    }
}
