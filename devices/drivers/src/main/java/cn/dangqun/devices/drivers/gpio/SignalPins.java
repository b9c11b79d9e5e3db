package cn.dangqun.devices.drivers.gpio;

import cn.dangqun.devices.api.Signal.Lamp;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.library.gpiod.internal.GpioDException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The open output pins of one signal light. A lamp that is not wired is simply not lit. One thread.
final class SignalPins implements AutoCloseable {
    private final Context context;
    private final DigitalState on;
    private final DigitalState off;
    private final Map<Lamp, DigitalOutput> lamps = new EnumMap<>(Lamp.class);
    private final List<DigitalOutput> all = new ArrayList<>();
    private @Nullable DigitalOutput buzzer;

    private SignalPins(Context context, boolean isActiveHigh) {
        this.context = context;
        this.on = isActiveHigh ? DigitalState.HIGH : DigitalState.LOW;
        this.off = isActiveHigh ? DigitalState.LOW : DigitalState.HIGH;
    }

    static SignalPins open(Context context, String device, Wiring wiring) {
        var pins = new SignalPins(context, wiring.isActiveHigh());
        try {
            wiring.lamps().forEach((lamp, pin) -> pins.lamps.put(lamp, pins.output(id(device, lamp), pin)));
            wiring.buzzer().ifPresent(pin -> pins.buzzer = pins.output(device + "-buzzer", pin));
            return pins;
        } catch (Pi4JException | GpioDException | IllegalStateException e) {
            pins.close();
            throw e;
        }
    }

    static String id(String device, Lamp lamp) {
        return device + "-" + lamp.name().toLowerCase(Locale.ROOT);
    }

    private DigitalOutput output(String id, int pin) {
        var config = DigitalOutput.newConfigBuilder(context)
                .id(id)
                .address(pin)
                .initial(off)
                .shutdown(off)
                .build();
        var output = context.create(config);
        all.add(output);
        return output;
    }

    void light(Lamp lamp) {
        lamps.forEach((each, output) -> output.state(each == lamp ? on : off));
    }

    void buzz(boolean sounding) {
        if (buzzer != null) {
            buzzer.state(sounding ? on : off);
        }
    }

    void allOff() {
        all.forEach(output -> output.state(off));
    }

    @Override
    public void close() {
        all.forEach(output -> context.shutdown(output.id()));
    }
}
