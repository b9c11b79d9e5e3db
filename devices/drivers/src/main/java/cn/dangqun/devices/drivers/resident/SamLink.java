package cn.dangqun.devices.drivers.resident;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.transport.ByteTransport;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// Asks and listens on one line: forgets late answers, waits as long as the command deserves. For one thread.
final class SamLink {
    static final int ATTEMPTS = 3;
    private static final Duration TAKEN_WITHIN = Duration.ofMillis(500);
    private static final int LATE_READS = 64;

    private final ByteTransport line;
    private final SamFrameDecoder decoder = new SamFrameDecoder();
    private final byte[] chunk = new byte[512];
    private boolean heardAnything;

    SamLink(ByteTransport line) {
        this.line = line;
    }

    /// Asks up to three times.
    ///
    /// @throws DeviceException NO_ANSWER, GARBLED, REFUSED by the reader itself, or DISCONNECTED
    SamReply ask(SamCommand command) throws DeviceException, InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var reply = askOnce(command);
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        throw heardAnything
                ? new DeviceException(Kind.GARBLED, command + ": no whole answer in " + ATTEMPTS + " attempts")
                : new DeviceException(Kind.NO_ANSWER, command + ": silence in " + ATTEMPTS + " attempts");
    }

    /// Empty when no whole answer came in time, or the reader did not get our command whole.
    ///
    /// @throws DeviceException REFUSED or DISCONNECTED
    Optional<SamReply> askOnce(SamCommand command) throws DeviceException, InterruptedException {
        try {
            forgetLateAnswers();
            decoder.reset();
            line.write(command.frame(), TAKEN_WITHIN);
            var reply = await(command);
            if (reply.isPresent() && reply.get().status().meaning() == SamStatus.Meaning.DEVICE) {
                throw new DeviceException(Kind.REFUSED, reply.get().status().detail());
            }
            return reply.filter(r -> r.status().meaning() != SamStatus.Meaning.LINE);
        } finally {
            decoder.reset();
        }
    }

    /// Bounded, for a reader that never stops sending is told so by its answers that make no sense.
    private void forgetLateAnswers() throws DeviceException, InterruptedException {
        int reads = 0;
        while (reads < LATE_READS && line.read(chunk, Duration.ZERO) > 0) {
            reads++;
        }
        Arrays.fill(chunk, (byte) 0);
    }

    private Optional<SamReply> await(SamCommand command) throws DeviceException, InterruptedException {
        long end = System.nanoTime() + command.patience().toNanos();
        heardAnything = false;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            int count = line.read(chunk, Duration.ofNanos(left));
            if (count == 0) {
                return Optional.empty();
            }
            heardAnything = true;
            var reply = take(count, command);
            if (reply.isPresent()) {
                return reply;
            }
        }
        return Optional.empty();
    }

    private Optional<SamReply> take(int count, SamCommand command) {
        int taken = 0;
        while (taken < count) {
            int portion = Math.min(count - taken, decoder.room());
            decoder.feed(chunk, taken, portion);
            taken += portion;
            for (var reply = decoder.next(); reply.isPresent(); reply = decoder.next()) {
                if (command.isAnsweredBy(reply.get())) {
                    Arrays.fill(chunk, (byte) 0);
                    return reply;
                }
                reply.get().wipe();
            }
        }
        Arrays.fill(chunk, 0, count, (byte) 0);
        return Optional.empty();
    }
}
