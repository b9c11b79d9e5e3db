package cn.dangqun.devices.drivers.resident;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.transport.ByteTransport;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// Asks and listens on one line: forgets late answers, waits as long as the command deserves. For one thread.
final class SamLink {
    static final int ATTEMPTS = 3;

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
            line.discardInput();
            decoder.reset();
            line.write(command.frame());
            var reply = await(command);
            if (reply.isPresent() && reply.get().status().meaning() == SamStatus.Meaning.DEVICE) {
                throw new DeviceException(Kind.REFUSED, reply.get().status().detail());
            }
            return reply.filter(r -> r.status().meaning() != SamStatus.Meaning.LINE);
        } catch (IOException e) {
            throw new DeviceException(Kind.DISCONNECTED, "the line to the reader broke", e);
        } finally {
            decoder.reset();
        }
    }

    private Optional<SamReply> await(SamCommand command) throws IOException, InterruptedException {
        long end = System.nanoTime() + command.patience().toNanos();
        heardAnything = false;
        while (System.nanoTime() < end) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int count = line.read(chunk);
            heardAnything |= count > 0;
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
