package cn.dangqun.kiosk.device;

import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/// Numbers print jobs so that none comes twice, whatever happens to the power: a number is on disk before it is given
/// out (F-46). Safe from any thread.
public final class PrintJobNumbers {
    private final Path file;
    private final Clock clock;

    public PrintJobNumbers(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /// @throws UncheckedIOException when the disk does not take the number; then nothing may be printed
    public synchronized long next() {
        try {
            long number = last() + 1;
            OwnerFiles.replace(file, Long.toString(number).getBytes(StandardCharsets.US_ASCII));
            return number;
        } catch (IOException e) {
            throw new UncheckedIOException("the number of the print job cannot be kept", e);
        }
    }

    /// When the file is damaged, counting goes on from the time in seconds: above every number ever given out.
    private long last() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return text.matches("[0-9]{1,18}")
                ? Long.parseLong(text)
                : clock.instant().getEpochSecond();
    }
}
