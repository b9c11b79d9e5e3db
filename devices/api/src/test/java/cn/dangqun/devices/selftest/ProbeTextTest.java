package cn.dangqun.devices.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceKind;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ProbeTextTest {
    @Test
    void isChineseWhateverTheMachineSpeaks() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.UK);
        try {
            assertEquals("时钟", ProbeText.bundle().getString("selftest.subject.clock"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource(DeviceFault.Kind.class)
    void everyFaultHasItsAdvice(DeviceFault.Kind kind) {
        var result = ProbeResult.failed("打印机", new DeviceFault(kind, "by the test"));

        var advice = ((ProbeResult.Failed) result).advice();
        assertTrue(advice.in(ProbeText.bundle()).length() > 8);
    }

    @ParameterizedTest
    @EnumSource(DeviceKind.class)
    void everyKindOfDeviceHasItsTitle(DeviceKind kind) {
        var title = new Probe.Subject(kind.name().toLowerCase(Locale.ROOT), "甲").title(ProbeText.bundle());

        assertTrue(title.length() > 2 && title.endsWith(" 甲"), title);
    }

    @Test
    void aDeviceNamedLikeItsKindIsNamedOnce() {
        var texts = ProbeText.bundle();

        assertEquals("读卡器", new Probe.Subject("card_reader", "读卡器").title(texts));
        assertEquals("前台读卡器", new Probe.Subject("card_reader", "前台读卡器").title(texts));
        assertEquals("扫码器 窗口", new Probe.Subject("code_scanner", "窗口").title(texts));
        assertEquals("时钟", new Probe.Subject("clock", "").title(texts));
    }
}
