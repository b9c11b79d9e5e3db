package cn.dangqun.devices.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceKind;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ProbeTextTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    private static Set<String> placeholders(String text) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() {
        var chinese = ProbeText.bundle(Locale.SIMPLIFIED_CHINESE);
        var english = ProbeText.bundle(Locale.UK);

        assertEquals(new TreeSet<>(chinese.keySet()), new TreeSet<>(english.keySet()));
        for (var key : chinese.keySet()) {
            assertEquals(placeholders(chinese.getString(key)), placeholders(english.getString(key)), key);
        }
    }

    @Test
    void chineseIsTheLanguageOfEveryOtherPlace() {
        assertEquals("时钟", ProbeText.bundle(Locale.FRANCE).getString("selftest.subject.clock"));
        assertEquals("Clock", ProbeText.bundle(Locale.ENGLISH).getString("selftest.subject.clock"));
    }

    @ParameterizedTest
    @EnumSource(DeviceFault.Kind.class)
    void everyFaultHasItsAdvice(DeviceFault.Kind kind) {
        var result = ProbeResult.failed("打印机", new DeviceFault(kind, "by the test"));

        var advice = ((ProbeResult.Failed) result).advice();
        assertTrue(advice.in(ProbeText.bundle(Locale.CHINA)).length() > 8);
    }

    @ParameterizedTest
    @EnumSource(DeviceKind.class)
    void everyKindOfDeviceHasItsTitle(DeviceKind kind) {
        var title = new Probe.Subject(kind.name().toLowerCase(Locale.ROOT), "甲").title(ProbeText.bundle(Locale.CHINA));

        assertTrue(title.length() > 2 && title.endsWith(" 甲"), title);
    }

    @Test
    void aDeviceNamedLikeItsKindIsNamedOnce() {
        var texts = ProbeText.bundle(Locale.CHINA);

        assertEquals("读卡器", new Probe.Subject("card_reader", "读卡器").title(texts));
        assertEquals("前台读卡器", new Probe.Subject("card_reader", "前台读卡器").title(texts));
        assertEquals("扫码器 窗口", new Probe.Subject("code_scanner", "窗口").title(texts));
        assertEquals("时钟", new Probe.Subject("clock", "").title(texts));
    }
}
