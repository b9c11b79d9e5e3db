package cn.dangqun.devices.recording;

import cn.dangqun.devices.api.UidRule;
import cn.dangqun.devices.transport.ApduTransport;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Records the exchange with a card. Every answer's data is somebody's serial and is replaced by a pseudonym; lengths,
/// status words and constant fillings stay, since those are what drivers stumble over.
public final class RecordingCard implements ApduTransport {
    private static final int STATUS_WORD = 2;

    private final ApduTransport card;
    private final SessionFile session;
    private final Pseudonyms pseudonyms;

    /// `pseudonyms`: one for all cards of a recording, so that the same card is recognised again.
    public RecordingCard(ApduTransport card, SessionFile session, Pseudonyms pseudonyms) {
        this.card = card;
        this.session = session;
        this.pseudonyms = pseudonyms;
        session.append(List.of(new SessionStep.Connected(HexFormat.of().formatHex(card.atr()))));
    }

    @Override
    public byte[] atr() {
        return card.atr();
    }

    @Override
    public byte[] transmit(byte[] command) throws IOException {
        session.append(List.of(SessionStep.sent(command)));
        try {
            var answer = card.transmit(command);
            session.append(List.of(SessionStep.received(scrubbed(answer))));
            return answer;
        } catch (IOException e) {
            session.append(
                    List.of(new SessionStep.Broken(String.valueOf(rootOf(e).getMessage()))));
            throw e;
        }
    }

    private byte[] scrubbed(byte[] answer) {
        int length = answer.length - STATUS_WORD;
        if (length <= 0) {
            return answer;
        }
        var data = Arrays.copyOf(answer, length);
        if (UidRule.isConstant(data)) {
            return answer;
        }
        var made = pseudonyms.of(data);
        var scrubbed = Arrays.copyOf(made, made.length + STATUS_WORD);
        System.arraycopy(answer, length, scrubbed, made.length, STATUS_WORD);
        return scrubbed;
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        for (var cause = root.getCause(); cause != null; cause = root.getCause()) {
            root = cause;
        }
        return root;
    }
}
