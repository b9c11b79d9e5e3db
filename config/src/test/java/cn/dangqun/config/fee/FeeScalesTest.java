package cn.dangqun.config.fee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.fee.FeeAmount;
import cn.dangqun.domain.fee.FeeGroup;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The scale of 2008, against figures worked out on paper.
class FeeScalesTest {
    @ParameterizedTest
    @CsvSource({
        "EMPLOYED, 0, 0.00",
        "EMPLOYED, 2999, 15.00", // 14.995
        "EMPLOYED, 3000, 15.00",
        "EMPLOYED, 3000.01, 30.00",
        "EMPLOYED, 5000, 50.00",
        "EMPLOYED, 5000.01, 75.00",
        "EMPLOYED, 10000, 150.00",
        "EMPLOYED, 10000.01, 200.00",
        "EMPLOYED, 12345.67, 246.91",
        "RETIRED, 5000, 25.00",
        "RETIRED, 5001, 50.01",
        "RETIRED, 4321, 21.61", // 21.605
        "FARMER, 900, 0.20",
        "NO_INCOME, 0, 0.20",
    })
    void proposesOneRateOnTheWholeBase(FeeGroup group, String base, String amount) {
        assertEquals(
                amount,
                FeeScales.shipped()
                        .propose(group, FeeAmount.read(base))
                        .orElseThrow()
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({"EMPLOYED, true", "RETIRED, true", "FARMER, false", "NO_INCOME, false"})
    void proposesNothingWithoutABaseWhereOneIsNeeded(FeeGroup group, boolean needed) {
        assertEquals(
                needed, FeeScales.shipped().propose(group, Optional.empty()).isEmpty());
    }
}
