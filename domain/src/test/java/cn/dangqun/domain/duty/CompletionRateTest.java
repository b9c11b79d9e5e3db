package cn.dangqun.domain.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionRateTest {
    @ParameterizedTest
    @CsvSource({
        "3,2,1,66.7%,33.3%",
        "8,1,1,12.5%,12.5%",
        "2000,1,0,0.1%,0.0%",
        "2001,1,0,0.0%,0.0%",
        "7,7,7,100.0%,100.0%"
    })
    void showsOneDecimalHalfUp(int closed, int fulfilled, int inTime, String completion, String punctuality) {
        var rate = new CompletionRate(closed, fulfilled, inTime);

        assertEquals(completion, rate.completion());
        assertEquals(punctuality, rate.punctuality());
    }

    @Test
    void showsADashWhereNothingIsClosed() {
        assertEquals("—", new CompletionRate(0, 0, 0).completion());
        assertEquals("—", new CompletionRate(0, 0, 0).punctuality());
    }

    @Test
    void countsClosedApplicableBranchRowsOnly() {
        var day = Street.fixedDay(10);
        var rows = new ArrayList<>(List.of(
                Street.row(day, "2021-01", "2021-04-30", Street.held("e1", "2021-01-10")),
                Street.row(day, "2021-02", "2021-04-30", Street.held("e2", "2021-02-11")),
                Street.row(day, "2021-03", "2021-04-30"),
                Street.row(Street.monthly(), "2021-03", "2021-04-30"),
                Street.row(day, "2021-04", "2021-04-30", Street.held("e3", "2021-04-10")),
                Street.row(Street.condition(day, new Condition.HasGroups()), "2021-01", "2021-04-30")));
        rows.addAll(Street.groupRows(day, "2021-01", "2021-04-30"));

        assertEquals(new CompletionRate(5, 2, 1), CompletionRate.of(rows));
    }

    @Test
    void refusesMoreFulfilledThanClosed() {
        assertThrows(IllegalArgumentException.class, () -> new CompletionRate(1, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> new CompletionRate(2, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> new CompletionRate(2, 1, -1));
    }
}
