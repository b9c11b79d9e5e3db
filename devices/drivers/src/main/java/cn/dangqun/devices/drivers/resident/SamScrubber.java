package cn.dangqun.devices.drivers.resident;

import cn.dangqun.devices.recording.Scrubber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Takes the person out of recorded answers and leaves their shape. A card's text becomes that of a made-up resident
/// with the same kind letter, everything else that is data becomes zero, and bytes outside a good frame, which may be
/// half a card, become filling behind their first ten bytes.
final class SamScrubber implements Scrubber {
    private static final int HEAD = SamFrame.HEADER + 3;
    private static final byte FILLING = 0x55;
    private static final int LENGTHS = 4;

    @Override
    public byte[] received(byte[] answer) {
        var scrubbed = answer.clone();
        int at = 0;
        while (at < scrubbed.length) {
            int frame = goodFrame(scrubbed, at);
            if (frame == 0) {
                int next = nextGoodFrame(scrubbed, at + 1);
                fill(scrubbed, at, next);
                at = next;
            } else {
                scrub(scrubbed, at, frame);
                at += frame;
            }
        }
        return scrubbed;
    }

    private static int nextGoodFrame(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && goodFrame(bytes, at) == 0) {
            at++;
        }
        return at;
    }

    /// Its length, or 0.
    private static int goodFrame(byte[] bytes, int at) {
        if (at + HEAD >= bytes.length || !SamFrame.couldBegin(bytes, at, bytes.length)) {
            return 0;
        }
        int frame = SamFrame.HEADER + SamFrame.length(bytes, at);
        boolean isGood = frame > HEAD
                && at + frame <= bytes.length
                && SamFrame.checksum(bytes, at, frame) == bytes[at + frame - 1];
        return isGood ? frame : 0;
    }

    /// The head of a torn frame holds lengths and a status; a tail without a head may hold anything.
    private static void fill(byte[] bytes, int from, int to) {
        boolean hasHead = to - from >= HEAD && SamFrame.couldBegin(bytes, from, to);
        Arrays.fill(bytes, hasHead ? from + HEAD : from, to, FILLING);
    }

    private static void scrub(byte[] bytes, int at, int frame) {
        int data = at + HEAD;
        int end = at + frame - 1;
        if (end - data >= LENGTHS + CardLayout.TEXT_LENGTH) {
            int text = data + LENGTHS;
            char kind = (char) bytes[text + CardLayout.KIND_AT];
            Arrays.fill(bytes, text, end, (byte) 0);
            bytes[text + CardLayout.KIND_AT] = (byte) kind;
            CardLayout.of(kind).ifPresent(layout -> writePerson(bytes, text, layout));
        } else {
            Arrays.fill(bytes, data, end, (byte) 0);
        }
        bytes[end] = SamFrame.checksum(bytes, at, frame);
    }

    /// Born in 1900 in a region that does not exist, and good enough for the driver to accept.
    private static void writePerson(byte[] bytes, int text, CardLayout layout) {
        var number = switch (layout) {
            case RESIDENT, HONG_KONG_MACAO_TAIWAN -> "000000190001010017";
            case FOREIGN_PERMANENT -> "XXX000000010100";
            case FOREIGN_PERMANENT_2023 -> "900000190001010010";
        };
        put(bytes, text + layout.sexAt(), "1");
        put(bytes, text + layout.birthAt(), "19000101");
        put(bytes, text + CardLayout.NUMBER_AT, number);
        put(bytes, text + CardLayout.VALID_FROM_AT, "20200101");
        put(bytes, text + CardLayout.VALID_TO_AT, "长期");
    }

    private static void put(byte[] bytes, int at, String value) {
        var text = value.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(text, 0, bytes, at, text.length);
    }
}
