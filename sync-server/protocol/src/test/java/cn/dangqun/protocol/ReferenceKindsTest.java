package cn.dangqun.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.dangqun.domain.reference.ReferenceKind;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ReferenceKindsTest {
    @Test
    void carriesEveryKindAtTheNewestVersion() {
        assertEquals(EnumSet.allOf(ReferenceKind.class), ReferenceKinds.readableAt(ProtocolVersion.NEWEST));
    }

    @Test
    void sendsAnOlderKioskOnlyWhatItsSoftwareKnew() {
        var first = EnumSet.range(ReferenceKind.ORGANIZATION, ReferenceKind.SITE);

        assertEquals(first, ReferenceKinds.readableAt(1));
        assertEquals(first, ReferenceKinds.readableAt(2));
        assertFalse(first.contains(ReferenceKind.WALL_PIECE));
    }
}
