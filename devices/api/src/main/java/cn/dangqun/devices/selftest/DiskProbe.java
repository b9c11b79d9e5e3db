package cn.dangqun.devices.selftest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the directory of the ledger takes data to the disk, gives it back, and has room.
public record DiskProbe(Path directory) implements Probe {
    private static final Logger log = LoggerFactory.getLogger(DiskProbe.class);
    private static final long MEGABYTE = 1_000_000;
    private static final long ENOUGH = 200 * MEGABYTE;
    private static final long AMPLE = 1000 * MEGABYTE;

    @Override
    public Subject subject() {
        return new Subject("disk", "");
    }

    @Override
    public ProbeResult run() {
        try {
            if (!keepsWhatIsWritten()) {
                return new ProbeResult.Failed(ProbeText.of("selftest.advice.disk_wrong"));
            }
            long free = Files.getFileStore(directory).getUsableSpace();
            var megabytes = Long.toString(free / MEGABYTE);
            if (free < ENOUGH) {
                return new ProbeResult.Failed(ProbeText.of("selftest.advice.disk_full", megabytes));
            }
            return free < AMPLE
                    ? new ProbeResult.Passed(Optional.of(ProbeText.of("selftest.note.disk", megabytes)))
                    : ProbeResult.passed();
        } catch (IOException e) {
            log.warn("the disk probe failed: {}", e.toString());
            return new ProbeResult.Failed(ProbeText.of("selftest.advice.disk_wrong"));
        }
    }

    private boolean keepsWhatIsWritten() throws IOException {
        var block = new byte[65_536];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) (i * 31);
        }
        var file = Files.createTempFile(directory, "probe", ".tmp");
        try {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(block));
                channel.force(true);
            }
            return Arrays.equals(block, Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
