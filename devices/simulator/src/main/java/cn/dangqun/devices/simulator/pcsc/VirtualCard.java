package cn.dangqun.devices.simulator.pcsc;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// A card as the reader sees it. Asked on the thread of its [VirtualReader].
public interface VirtualCard {
    byte[] atr();

    /// The answer to one command; empty: the card is pulled before it answers.
    Optional<byte[]> answer(byte[] command);

    /// An ordinary contactless card: tells its UID, knows nothing else.
    static VirtualCard contactless(String uidHex) {
        return new Scripted("3b8f8001804f0ca000000306030001000000006a", "ffca000000", uidHex, "");
    }

    /// A resident ID card on an ordinary reader: an all-zero PUPI for a UID, and its chip serial by its own command.
    static VirtualCard residentId(String serialHex) {
        return new Scripted("3b888001d10386050080800058", "0036000008", serialHex, "00000000");
    }

    /// As this card, but pulled at its first command.
    default VirtualCard pulledWhenAsked() {
        var atr = atr();
        return new VirtualCard() {
            @Override
            public byte[] atr() {
                return atr;
            }

            @Override
            public Optional<byte[]> answer(byte[] command) {
                return Optional.empty();
            }
        };
    }

    /// Answers one command with `dataHex`, the UID command with `uidHex` when there is one, and refuses the rest.
    record Scripted(String atrHex, String commandHex, String dataHex, String uidHex) implements VirtualCard {
        private static final byte[] OK = {(byte) 0x90, 0};
        private static final byte[] UNKNOWN = {0x6D, 0};

        @Override
        public byte[] atr() {
            return HexFormat.of().parseHex(atrHex);
        }

        @Override
        public Optional<byte[]> answer(byte[] command) {
            var asked = HexFormat.of().formatHex(command);
            if (asked.equals(commandHex)) {
                return Optional.of(ok(dataHex));
            }
            return Optional.of(asked.startsWith("ffca") && !uidHex.isEmpty() ? ok(uidHex) : UNKNOWN);
        }

        private static byte[] ok(String hex) {
            var data = HexFormat.of().parseHex(hex);
            var answer = Arrays.copyOf(data, data.length + OK.length);
            System.arraycopy(OK, 0, answer, data.length, OK.length);
            return answer;
        }
    }
}
