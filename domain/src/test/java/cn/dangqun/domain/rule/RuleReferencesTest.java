package cn.dangqun.domain.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RuleReferencesTest {
    @Test
    void aProfileReferenceShowsNameAndVersion() {
        assertEquals("CHENGDU_2021@2021.1", new ProfileRef("CHENGDU_2021", "2021.1").toString());
    }

    @Test
    void aProfileReferenceNeedsBothParts() {
        assertThrows(IllegalArgumentException.class, () -> new ProfileRef(" ", "1"));
        assertThrows(IllegalArgumentException.class, () -> new ProfileRef("NATIONAL", ""));
    }

    @Test
    void aRuleIdHasThreeDigits() {
        assertEquals("R-080", new RuleId("R-080").toString());
        assertTrue(RuleId.isRuleId("R-107"));
        assertFalse(RuleId.isRuleId("R-80"));
        assertThrows(IllegalArgumentException.class, () -> new RuleId("080"));
    }
}
