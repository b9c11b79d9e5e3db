package cn.dangqun.kiosk.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DocumentResult;
import cn.dangqun.kiosk.print.PrintState.Telling;
import cn.dangqun.kiosk.ui.Texts;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrintWordsTest {
    private final PrintWords words = new PrintWords(Texts.chinese());

    private PrintWords.Said said(DocumentResult result) {
        return words.said(new Telling.Came("打印机", new PrintDesk.Outcome.Answered(result)))
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(DeviceFault.Kind.class)
    void everyFaultSaysWhereAndWhatToDo(DeviceFault.Kind kind) {
        var fault = new DeviceFault(kind, "by the test");

        var refused = said(new DocumentResult.NotPrinted(1, fault));
        var held = said(new DocumentResult.Queued(1, Optional.of(fault)));

        assertTrue(refused.words().startsWith("打印机：没有打印。"), refused.words());
        assertTrue(held.words().contains("不用再按"), held.words());
        assertFalse((refused.words() + held.words()).contains("{"));
        assertEquals("amber", refused.colour());
    }

    @Test
    void onlyWhatTheQueueConfirmedIsCalledPrinted() {
        assertEquals("打印机：已打印", said(new DocumentResult.Printed(1)).words());
        assertFalse(said(new DocumentResult.Queued(1, Optional.empty())).words().contains("已打印"));
        assertTrue(said(new DocumentResult.Saved(1, "a.pdf")).words().contains("a.pdf"));
    }

    @Test
    void nothingIsSaidBeforeAnythingHappened() {
        assertEquals(Optional.empty(), words.said(new Telling.Nothing()));
    }
}
