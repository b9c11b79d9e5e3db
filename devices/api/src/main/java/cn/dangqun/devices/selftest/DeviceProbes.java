package cn.dangqun.devices.selftest;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.api.DocumentPrinter;
import cn.dangqun.devices.api.SignalLight;
import cn.dangqun.devices.api.TicketPrinter;
import cn.dangqun.devices.api.Voice;
import cn.dangqun.devices.supervisor.DeviceSnapshot;
import cn.dangqun.devices.supervisor.DeviceSupervisor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Makes the probes of the configured devices.
record DeviceProbes(DeviceSupervisor supervisor, LongSupplier nextPrintJob) {

    /// One probe a device; one that is skipped when none of this kind is configured.
    List<Probe> of(DeviceKind kind) {
        var names = names(Optional.of(kind));
        if (!names.isEmpty()) {
            return names.stream().map(name -> probe(kind, name)).toList();
        }
        return kind == DeviceKind.SIMULATOR ? List.of() : List.of(new AbsentProbe(word(kind)));
    }

    /// Devices whose driver is not installed: all that can be told is their fault.
    List<Probe> ofUnknownKind() {
        return names(Optional.empty()).stream()
                .<Probe>map(name -> state("unknown", name))
                .toList();
    }

    private List<String> names(Optional<DeviceKind> kind) {
        return supervisor.snapshots().stream()
                .filter(snapshot -> snapshot.kind().equals(kind))
                .map(DeviceSnapshot::name)
                .toList();
    }

    private Probe probe(DeviceKind kind, String name) {
        var state = state(word(kind), name);
        return switch (kind) {
            case CARD_READER -> new PresentationProbe(state, "selftest.ask.card", "selftest.advice.card");
            case CODE_SCANNER -> new PresentationProbe(state, "selftest.ask.code", "selftest.advice.code");
            case TICKET_PRINTER ->
                working(TicketPrinter.class, state, printer -> new PrinterProbe(state, printer, nextPrintJob));
            case DOCUMENT_PRINTER ->
                working(DocumentPrinter.class, state, printer -> new PageProbe(state, printer, nextPrintJob));
            case SIGNAL_LIGHT -> working(SignalLight.class, state, light -> new LightProbe(state, light));
            case VOICE -> working(Voice.class, state, voice -> new VoiceProbe(state, voice));
            case SIMULATOR -> state;
        };
    }

    /// A device that could not even be made has its state only.
    private <T extends Device> Probe working(Class<T> port, StateProbe state, Function<T, Probe> make) {
        return supervisor.devices(port).stream()
                .filter(device -> device.name().equals(state.subject().name()))
                .findFirst()
                .map(make)
                .orElse(state);
    }

    private StateProbe state(String word, String name) {
        return new StateProbe(new Probe.Subject(word, name), () -> stateOf(name));
    }

    private DeviceState stateOf(String name) {
        return supervisor.snapshots().stream()
                .filter(snapshot -> snapshot.name().equals(name))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static String word(DeviceKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
