package cn.dangqun.devices.simulator.replay;

import cn.dangqun.devices.recording.SessionStep;
import cn.dangqun.devices.transport.ApduTransport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/// One recorded card. A driver that asks something else than was asked then fails with IllegalStateException.
public final class ReplayedCard implements ApduTransport {
    private final byte[] atr;
    private final Iterator<SessionStep> steps;

    private ReplayedCard(String atr, List<SessionStep> steps) {
        this.atr = HexFormat.of().parseHex(atr);
        this.steps = steps.iterator();
    }

    /// The cards of a session, in their order.
    public static List<ReplayedCard> cards(List<SessionStep> session) {
        var cards = new ArrayList<ReplayedCard>();
        for (int at = 0; at < session.size(); at++) {
            if (session.get(at) instanceof SessionStep.Connected(String atr)) {
                cards.add(new ReplayedCard(atr, until(session, at + 1)));
            }
        }
        return cards;
    }

    private static List<SessionStep> until(List<SessionStep> session, int from) {
        int to = from;
        while (to < session.size() && !(session.get(to) instanceof SessionStep.Connected)) {
            to++;
        }
        return session.subList(from, to);
    }

    @Override
    public byte[] atr() {
        return atr.clone();
    }

    @Override
    public byte[] transmit(byte[] command) throws IOException {
        var sent = new SessionStep.Sent(HexFormat.of().formatHex(command));
        var expected = next();
        if (!expected.equals(sent)) {
            throw new IllegalStateException("the session has " + expected.line() + ", the driver " + sent.line());
        }
        return switch (next()) {
            case SessionStep.Received(String hex) -> HexFormat.of().parseHex(hex);
            case SessionStep.Broken(String reason) -> throw new IOException(reason);
            case SessionStep other -> throw new IllegalStateException("no answer in a session: " + other.line());
        };
    }

    private SessionStep next() throws IOException {
        if (!steps.hasNext()) {
            throw new IOException("the session ends here");
        }
        return steps.next();
    }
}
