package cn.dangqun.devices.drivers.resident;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/// Finds, selects and reads one card, and reduces it to its key.
final class SamCard {
    sealed interface Result {}

    /// Nothing lies on the reader.
    record None() implements Result {}

    record Read(Credential.Card card) implements Result {}

    record Refused(DeviceFault fault) implements Result {}

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int TEXT_AT = 4;

    private final SamLink link;
    private final CardKeyer keyer;
    private final Clock clock;

    SamCard(SamLink link, CardKeyer keyer, Clock clock) {
        this.link = link;
        this.keyer = keyer;
        this.clock = clock;
    }

    /// Looks once; a card that is there is tried three times.
    ///
    /// @throws DeviceException when the reader itself fails
    Result look() throws DeviceException, InterruptedException {
        Result result = new None();
        for (int attempt = 1; attempt <= SamLink.ATTEMPTS; attempt++) {
            if (link.ask(SamCommand.FIND).status() != SamStatus.FOUND) {
                return result;
            }
            result = attempt();
            if (!isWorthAnotherAttempt(result)) {
                return result;
            }
        }
        return result;
    }

    private static boolean isWorthAnotherAttempt(Result result) {
        return result instanceof Refused refused && refused.fault().kind() == Kind.CARD_MOVED;
    }

    private Result attempt() throws DeviceException, InterruptedException {
        var selected = link.askOnce(SamCommand.SELECT);
        if (selected.isEmpty() || selected.get().status() != SamStatus.OK) {
            return refused(SamCommand.SELECT, selected.map(SamReply::status).orElse(SamStatus.UNDEFINED));
        }
        var read = link.askOnce(SamCommand.READ);
        if (read.isEmpty()) {
            return refused(SamCommand.READ, SamStatus.UNDEFINED);
        }
        try {
            return understand(read.get());
        } catch (DeviceException e) {
            return new Refused(e.fault());
        } finally {
            read.get().wipe();
        }
    }

    private Result understand(SamReply reply) throws DeviceException {
        if (reply.status() != SamStatus.OK || !hasText(reply.data())) {
            return refused(SamCommand.READ, reply.status());
        }
        var text = CardText.parse(reply.data(), TEXT_AT);
        text.check(LocalDate.ofInstant(clock.instant(), CHINA));
        var key = keyer.ofResidentNumber(text.number().digits());
        return new Read(new Credential.Card(key, CardKind.RESIDENT_NUMBER));
    }

    /// The data begin with the lengths of text and photo, two bytes each.
    private static boolean hasText(byte[] data) {
        return data.length >= TEXT_AT + CardLayout.TEXT_LENGTH && data[0] == 1 && data[1] == 0;
    }

    private static Refused refused(SamCommand command, SamStatus status) {
        var kind = status.meaning() == SamStatus.Meaning.CARD_KIND ? Kind.CARD_UNSUPPORTED : Kind.CARD_MOVED;
        return new Refused(new DeviceFault(kind, command + ": " + status.detail()));
    }
}
