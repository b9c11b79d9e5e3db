package cn.dangqun.devices.simulator.resident;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Plays a SAM-V reader on a pair of streams, on a thread of its own: cards are placed and lifted, answers disturbed
/// by script. All methods are safe from any thread.
public final class SamSimulator {
    /// What a reader can be asked.
    public enum Command {
        STATUS(0x11FF),
        FIND(0x2001),
        SELECT(0x2002),
        READ(0x3001);

        private final int code;

        Command(int code) {
            this.code = code;
        }

        private static Optional<Command> of(int code) {
            return Arrays.stream(values()).filter(c -> c.code == code).findFirst();
        }
    }

    private static final byte[] PREAMBLE = HexFormat.of().parseHex("aaaaaa9669");
    private static final int DONE = 0x90;

    private final InputStream in;
    private final OutputStream out;
    private final Map<Command, Queue<Disturbance>> script = new EnumMap<>(Command.class);
    private final Map<Command, Integer> counts = new EnumMap<>(Command.class);
    private @Nullable SampleIdCard card;
    private boolean findsReadCards = true;
    private boolean isRead;

    private SamSimulator(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /// Answers until the streams end.
    public static SamSimulator start(InputStream in, OutputStream out) {
        var simulator = new SamSimulator(in, out);
        Thread.ofPlatform().daemon().name("sam-simulator").start(simulator::serve);
        return simulator;
    }

    public synchronized void place(SampleIdCard newCard) {
        card = newCard;
        isRead = false;
    }

    public synchronized void lift() {
        card = null;
    }

    /// As some models do: a card that was read is not found again until it is lifted.
    public synchronized void hideReadCards() {
        findsReadCards = false;
    }

    /// Disturbs the next answers to one command, one each.
    public synchronized void disturb(Command command, Disturbance... next) {
        script.computeIfAbsent(command, _ -> new ArrayDeque<>()).addAll(Arrays.asList(next));
    }

    /// How often a command was heard.
    public synchronized int count(Command command) {
        return counts.getOrDefault(command, 0);
    }

    private void serve() {
        try {
            var data = new DataInputStream(in);
            while (true) {
                answer(hear(data));
            }
        } catch (IOException e) {
            // the cable was pulled, which is how a simulator ends
            Thread.currentThread().interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int hear(DataInputStream data) throws IOException {
        var preamble = data.readNBytes(PREAMBLE.length);
        if (!Arrays.equals(preamble, PREAMBLE)) {
            throw new IOException("not a command");
        }
        var body = data.readNBytes(data.readUnsignedShort());
        return ((body[0] & 0xFF) << 8) | (body[1] & 0xFF);
    }

    private void answer(int code) throws IOException, InterruptedException {
        var command = Command.of(code);
        if (command.isEmpty()) {
            out.write(frame(0x24));
            return;
        }
        byte[] answer;
        Optional<Disturbance> disturbance;
        synchronized (this) {
            counts.merge(command.get(), 1, Integer::sum);
            answer = usual(command.get());
            disturbance = Optional.ofNullable(script.get(command.get())).map(Queue::poll);
        }
        if (disturbance.isPresent()) {
            send(answer, disturbance.get());
        } else {
            out.write(answer);
        }
    }

    private byte[] usual(Command command) {
        var lying = card;
        return switch (command) {
            case STATUS -> frame(DONE);
            case FIND -> lying == null || (isRead && !findsReadCards) ? frame(0x80) : frame(0x9F, new byte[4]);
            case SELECT -> lying == null ? frame(0x81) : frame(DONE, new byte[8]);
            case READ -> {
                if (lying == null) {
                    yield frame(0x41);
                }
                isRead = true;
                yield frame(DONE, lying.readReply());
            }
        };
    }

    private void send(byte[] answer, Disturbance disturbance) throws IOException, InterruptedException {
        switch (disturbance) {
            case Disturbance.Status(int code) -> out.write(frame(code));
            case Disturbance.Silence() -> out.flush();
            case Disturbance.Cut(int bytes) -> out.write(answer, 0, Math.min(bytes, answer.length));
            case Disturbance.Noise(String hex) -> {
                out.write(HexFormat.of().parseHex(hex));
                out.write(answer);
            }
            case Disturbance.WrongChecksum() -> {
                answer[answer.length - 1] ^= 1;
                out.write(answer);
            }
            case Disturbance.Late(var delay) -> {
                Thread.sleep(delay);
                out.write(answer);
            }
        }
    }

    /// A whole answer frame with this status and these data.
    public static byte[] frame(int status, byte... data) {
        var frame = new ByteArrayOutputStream();
        frame.writeBytes(PREAMBLE);
        int length = data.length + 4;
        frame.write(length >> 8);
        frame.write(length);
        frame.write(0);
        frame.write(0);
        frame.write(status);
        frame.writeBytes(data);
        var bytes = frame.toByteArray();
        byte sum = 0;
        for (int i = PREAMBLE.length; i < bytes.length; i++) {
            sum ^= bytes[i];
        }
        frame.write(sum);
        return frame.toByteArray();
    }
}
