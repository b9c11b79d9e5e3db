package cn.dangqun.protocol;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencePagesTest {
    private static final ByteString ONE = ByteString.copyFromUtf8("one");
    private static final ByteString TWO = ByteString.copyFromUtf8("two");

    @Test
    void acceptsAPageAsItWasBuilt() {
        var page = ReferencePages.page(3, 5, false, List.of(ONE, TWO));

        assertDoesNotThrow(() -> ReferencePages.verify(page));
    }

    @Test
    void acceptsAnEmptyPage() {
        assertDoesNotThrow(() -> ReferencePages.verify(ReferencePages.page(0, 0, true, List.of())));
    }

    @Test
    void refusesAPageWithAnotherByte() {
        var page = ReferencePages.page(3, 5, false, List.of(ONE, TWO)).toBuilder()
                .setChanges(1, ByteString.copyFromUtf8("twp"))
                .build();

        assertThrows(UnreadableException.class, () -> ReferencePages.verify(page));
    }

    @Test
    void refusesAPageWhoseChangesAreCutElsewhere() {
        var page = ReferencePages.page(3, 5, false, List.of(ONE, TWO)).toBuilder()
                .clearChanges()
                .addChanges(ByteString.copyFromUtf8("onet"))
                .addChanges(ByteString.copyFromUtf8("wo"))
                .build();

        assertThrows(UnreadableException.class, () -> ReferencePages.verify(page));
    }

    @Test
    void refusesAPageWithoutAChecksum() {
        var page = ReferencePages.page(3, 5, false, List.of(ONE)).toBuilder()
                .clearChecksum()
                .build();

        assertThrows(UnreadableException.class, () -> ReferencePages.verify(page));
    }
}
