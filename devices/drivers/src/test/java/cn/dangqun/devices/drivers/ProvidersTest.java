package cn.dangqun.devices.drivers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceProvider;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The output drivers as the kiosk finds them.
final class ProvidersTest {
    private static DeviceProvider provider(String driver) {
        return ServiceLoader.load(DeviceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.driver().equals(driver))
                .findFirst()
                .orElseThrow();
    }

    private static Kind faultOf(String driver, String options) {
        var map = Arrays.stream(options.split(";", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        var context = new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32]));
        return assertThrows(
                        DeviceException.class,
                        () -> provider(driver).create(new DeviceSettings("x", driver, Map.copyOf(map)), context))
                .fault()
                .kind();
    }

    @ParameterizedTest
    @CsvSource({
        "escpos, TICKET_PRINTER",
        "ipp, DOCUMENT_PRINTER",
        "folder, DOCUMENT_PRINTER",
        "gpio-light, SIGNAL_LIGHT",
        "clips, VOICE"
    })
    void everyOutputDriverIsFoundByItsWord(String driver, DeviceKind kind) {
        assertEquals(kind, provider(driver).kind());
    }

    @ParameterizedTest
    @CsvSource({
        "escpos, address=",
        "escpos, address=10.0.0.5",
        "escpos, address=usb:1",
        "escpos, address=tcp:host:99999",
        "escpos, address=tcp:host:x",
        "escpos, address=serial:/dev/ttyS0;baud=fast",
        "escpos, address=serial:/dev/ttyS0;flow=maybe",
        "ipp, queue=",
        "ipp, address=http://192.0.2.1/ipp",
        "ipp, address=ipp:printer",
        "folder, directory=",
        "folder, directory=x;mounted=perhaps",
        "gpio-light, chip=0",
        "gpio-light, green=abc",
        "gpio-light, green=17;active=up",
        "clips, volume=80",
        "clips, pack=x;volume=loud",
        "clips, pack=x;zone=Mars"
    })
    void optionsThatCannotWorkAreMisconfigured(String driver, String options) {
        assertEquals(Kind.MISCONFIGURED, faultOf(driver, options));
    }

    @Test
    void aQueueMayHaveAChineseName() throws Exception {
        var context = new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32]));
        var settings = new DeviceSettings("打印机", "ipp", Map.of("queue", "办公室"));

        assertEquals("打印机", provider("ipp").create(settings, context).name());
    }

    @Test
    void anOfflinePrinterIsMadeAllTheSame() throws Exception {
        var context = new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32]));
        var settings = new DeviceSettings("小票机", "escpos", Map.of("address", "tcp:192.0.2.1"));

        assertEquals("小票机", provider("escpos").create(settings, context).name());
    }
}
