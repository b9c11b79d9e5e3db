package cn.dangqun.protocol;

import cn.dangqun.protocol.wire.ResidentWords;
import com.google.protobuf.InvalidProtocolBufferException;

/// Who a resident is, where to reach them and what they said, or what was answered: each may be empty. It is kept
/// sealed beside the fact that names it, and forgotten when its time is over (OQ-39).
public record ResidentNote(String name, String phone, String address, String words) {
    public static final int LONGEST_NAME = 40;
    public static final int LONGEST_PHONE = 20;
    public static final int LONGEST_ADDRESS = 80;
    public static final int LONGEST_WORDS = 2000;

    public ResidentNote {
        check(name, LONGEST_NAME);
        check(phone, LONGEST_PHONE);
        check(address, LONGEST_ADDRESS);
        check(words, LONGEST_WORDS);
    }

    public static ResidentNote words(String words) {
        return new ResidentNote("", "", "", words);
    }

    private static void check(String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw new IllegalArgumentException("at most " + longest + " characters");
        }
    }

    public boolean isEmpty() {
        return name.isEmpty() && phone.isEmpty() && address.isEmpty() && words.isEmpty();
    }

    public byte[] encode() {
        return ResidentWords.newBuilder()
                .setName(name)
                .setPhone(phone)
                .setAddress(address)
                .setWords(words)
                .build()
                .toByteArray();
    }

    /// @throws UnreadableException when these bytes are no such note
    public static ResidentNote decode(byte[] bytes) throws UnreadableException {
        try {
            var words = ResidentWords.parseFrom(bytes);
            return new ResidentNote(words.getName(), words.getPhone(), words.getAddress(), words.getWords());
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new UnreadableException("no note of a resident", e);
        }
    }

    @Override
    public String toString() {
        return "ResidentNote";
    }
}
