package cn.dangqun.devices.drivers.pcsc;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.transport.ApduTransport;
import cn.dangqun.domain.credential.Credential;
import java.io.IOException;
import java.util.function.UnaryOperator;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;

/// One card, from connect to disconnect, tried [#ATTEMPTS] times while it lies there.
final class CardSession {
    sealed interface Result {}

    record Read(Credential.Card card) implements Result {}

    /// Read, and not acceptable; reading again will not help.
    record Refused(DeviceFault fault) implements Result {}

    /// Not read; it may be read at the next attempt.
    record Moved(DeviceFault fault) implements Result {}

    /// The reader itself went away; nothing to tell the member.
    record Vanished() implements Result {}

    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 60;

    private final CardIdentification identification;

    private final UnaryOperator<ApduTransport> tap;

    /// `tap`: what to put between us and each card, such as a recorder.
    CardSession(CardIdentification identification, UnaryOperator<ApduTransport> tap) {
        this.identification = identification;
        this.tap = tap;
    }

    /// @throws CardException when pcscd is gone
    Result read(CardTerminal reader) throws CardException, InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return new Read(readOnce(reader));
            } catch (DeviceException e) {
                return new Refused(e.fault());
            } catch (CardException e) {
                switch (PcscError.of(e)) {
                    case CARD_GONE, SHARED -> Thread.sleep(PAUSE_MILLIS);
                    case NO_READERS, READER_GONE -> {
                        return new Vanished();
                    }
                    case SERVICE_GONE -> throw e;
                }
            }
        }
        return new Moved(new DeviceFault(DeviceFault.Kind.CARD_MOVED, ATTEMPTS + " attempts"));
    }

    private Credential.Card readOnce(CardTerminal reader) throws CardException, DeviceException {
        var card = reader.connect("*");
        try {
            return identification.identify(tap.apply(new Connected(card)));
        } catch (IOException e) {
            throw e.getCause() instanceof CardException cause ? cause : new CardException(e);
        } finally {
            card.disconnect(false);
        }
    }

    private record Connected(Card card) implements ApduTransport {
        @Override
        public byte[] atr() {
            return card.getATR().getBytes();
        }

        @Override
        public byte[] transmit(byte[] command) throws IOException {
            try {
                return card.getBasicChannel().transmit(new CommandAPDU(command)).getBytes();
            } catch (CardException e) {
                throw new IOException(e);
            } catch (IllegalArgumentException | IllegalStateException e) {
                // the JDK's way to say that a pulled card left a torn answer or a closed channel
                throw new IOException(new CardNotPresentException(e));
            }
        }
    }
}
