package cn.dangqun.devices.simulator.resident;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The text of an ID card of a made-up person, written as the card does: 256 bytes of UTF-16LE, padded with spaces.
/// `kind`: blank 居民身份证, J 港澳台居民居住证, I and Y 外国人永久居留身份证 of 2017 and 2023, or anything to be refused.
public record SampleIdCard(
        char kind, String number, String sex, String birth, String validFrom, String validTo, String name) {
    private static final int LENGTH = 256;
    private static final int KIND_AT = 248;
    private static final String ADDRESS = "样例市样例路一号";

    /// A man born in 1900 in a region that does not exist; his card never expires.
    public static SampleIdCard resident() {
        return new SampleIdCard(' ', withCheckCharacter("00000019000101001"), "1", "19000101", "20200101", "长期", "样例甲");
    }

    /// By ISO 7064 MOD 11-2 as a recursion.
    public static String withCheckCharacter(String seventeenDigits) {
        int p = 0;
        for (int i = 0; i < seventeenDigits.length(); i++) {
            p = (p + (seventeenDigits.charAt(i) - '0')) * 2 % 11;
        }
        int check = (12 - p) % 11;
        return seventeenDigits + (check == 10 ? "X" : Integer.toString(check));
    }

    public SampleIdCard withKind(char newKind) {
        return new SampleIdCard(newKind, number, sex, birth, validFrom, validTo, name);
    }

    public SampleIdCard withNumber(String newNumber) {
        return new SampleIdCard(kind, newNumber, sex, birth, validFrom, validTo, name);
    }

    public SampleIdCard withSex(String newSex) {
        return new SampleIdCard(kind, number, newSex, birth, validFrom, validTo, name);
    }

    public SampleIdCard withBirth(String newBirth) {
        return new SampleIdCard(kind, number, sex, newBirth, validFrom, validTo, name);
    }

    public SampleIdCard withValidity(String from, String to) {
        return new SampleIdCard(kind, number, sex, birth, from, to, name);
    }

    /// The 256 bytes.
    public byte[] text() {
        var text = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i += 2) {
            text[i] = ' ';
        }
        switch (kind) {
            case 'I' -> writeForeigner(text);
            default -> writeOthers(text);
        }
        put(text, 122, number);
        put(text, 188, validFrom);
        put(text, 204, validTo);
        put(text, KIND_AT, String.valueOf(kind));
        return text;
    }

    private void writeForeigner(byte[] text) {
        put(text, 0, "SAMPLE PERSON");
        put(text, 120, sex);
        put(text, 152, "XXX");
        put(text, 158, name);
        put(text, 220, birth);
    }

    private void writeOthers(byte[] text) {
        put(text, 0, name);
        put(text, 30, sex);
        put(text, 32, "01");
        put(text, 36, birth);
        put(text, 52, ADDRESS);
        put(text, 158, "样例市公安局");
    }

    private static void put(byte[] text, int at, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(bytes, 0, text, at, bytes.length);
    }

    /// Text and photo as the read command returns them: two lengths, the text, 1024 bytes of nobody's picture.
    byte[] readReply() {
        var reply = new byte[4 + LENGTH + 1024];
        reply[0] = 1;
        reply[2] = 4;
        System.arraycopy(text(), 0, reply, 4, LENGTH);
        Arrays.fill(reply, 4 + LENGTH, reply.length, (byte) 0x5A);
        return reply;
    }
}
