package cn.dangqun.devices.drivers.scanner;

import cn.dangqun.devices.recording.Scrubber;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts other keys in place of those that make a code: figures for figures, letters for letters, a release with its
/// press. Times, Shift, line ends and the order of records stay; scan codes, which name the key once more, become zero.
final class KeyScrubber implements Scrubber {
    private static final int TYPE_AT = 16;
    private static final int CODE_AT = 18;
    private static final int VALUE_AT = 20;

    private final StandIn standIn = new StandIn();
    /// The keys that are down, and those that are down in their place.
    private final Map<Integer, Integer> down = new HashMap<>();
    private boolean isShifted;
    /// How much of a record came at the end of the last piece.
    private int torn;

    /// A key that types, at a record of this buffer.
    private record Press(int at, int code, boolean isShifted, char character) {}

    @Override
    public byte[] received(byte[] bytes) {
        var scrubbed = bytes.clone();
        int first = Math.min(Math.floorMod(-torn, KeyEvents.RECORD_BYTES), bytes.length);
        int end = bytes.length - (bytes.length - first) % KeyEvents.RECORD_BYTES;
        Arrays.fill(scrubbed, 0, first, (byte) 0); // a torn record cannot be told from a key
        Arrays.fill(scrubbed, end, bytes.length, (byte) 0);
        torn = (torn + bytes.length) % KeyEvents.RECORD_BYTES;

        var records = ByteBuffer.wrap(scrubbed).order(ByteOrder.nativeOrder());
        var standIns = standIns(records, first, end);
        for (int at = first; at < end; at += KeyEvents.RECORD_BYTES) {
            scrub(records, at, standIns);
        }
        return scrubbed;
    }

    private void scrub(ByteBuffer records, int at, Map<Integer, Integer> standIns) {
        int type = records.getShort(at + TYPE_AT);
        int code = records.getShort(at + CODE_AT);
        if (type != KeyEvents.TYPE_SYNC && type != KeyEvents.TYPE_KEY) {
            records.putInt(at + VALUE_AT, 0);
        } else if (type == KeyEvents.TYPE_KEY && UsLayout.character(code, false).isPresent()) {
            if (standIns.containsKey(at)) {
                down.put(code, standIns.get(at));
            }
            // 0 is no key: one that went down before the recording began
            records.putShort(at + CODE_AT, (short) (int) down.getOrDefault(code, 0));
        }
    }

    /// The key to put at each record that presses one.
    private Map<Integer, Integer> standIns(ByteBuffer records, int first, int end) {
        var standIns = new HashMap<Integer, Integer>();
        var code = new ArrayList<Press>();
        for (int at = first; at < end; at += KeyEvents.RECORD_BYTES) {
            int key = records.getShort(at + CODE_AT);
            int value = records.getInt(at + VALUE_AT);
            if (records.getShort(at + TYPE_AT) != KeyEvents.TYPE_KEY) {
                continue;
            }
            if (KeyEvents.SHIFTS.contains(key)) {
                isShifted = value != KeyEvents.RELEASED;
            } else if (value == KeyEvents.PRESSED && KeyEvents.ENDS.contains(key)) {
                put(code, standIns);
            } else if (value == KeyEvents.PRESSED) {
                var press = at;
                UsLayout.character(key, isShifted)
                        .ifPresent(character -> code.add(new Press(press, key, isShifted, character)));
            }
        }
        put(code, standIns);
        return standIns;
    }

    private void put(List<Press> code, Map<Integer, Integer> standIns) {
        var text = new StringBuilder();
        code.forEach(press -> text.append(press.character()));
        var made = standIn.of(text.toString(), StandardCharsets.US_ASCII, 0);
        for (int i = 0; i < made.length(); i++) {
            var press = code.get(i);
            standIns.put(press.at(), UsLayout.key(made.charAt(i), press.isShifted(), press.code()));
        }
        code.clear();
    }
}
