package cn.dangqun.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NameOrderTest {
    @Test
    void rareSurnamesStandUnderTheirLetterAndThoseReadOtherwiseToo() {
        var sorted = List.of("赵样例", "闫样例", "安样例", "覃样例", "单样例", "䶮样例", "陈样例", "Anna", "王样例", "曾样例").stream()
                .sorted(NameOrder.of(Function.identity()))
                .toList();

        assertEquals(List.of("Anna", "安样例", "陈样例", "覃样例", "单样例", "王样例", "闫样例", "䶮样例", "曾样例", "赵样例"), sorted);
    }

    @Test
    void whatNobodyCanReadComesLast() {
        assertEquals(
                List.of("赵样例", "𬺈样例"),
                List.of("𬺈样例", "赵样例").stream()
                        .sorted(NameOrder.of(Function.identity()))
                        .toList());
    }
}
