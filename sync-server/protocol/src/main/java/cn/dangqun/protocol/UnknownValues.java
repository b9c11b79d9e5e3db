package cn.dangqun.protocol;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Message;
import java.util.Collection;

/// Finds choices that only a newer version has words for: such a record is not damaged, it is ahead of its reader.
final class UnknownValues {
    /// What the runtime gives a number without a name.
    private static final int NOT_DECLARED = -1;

    private UnknownValues() {}

    static boolean in(Message message) {
        return message.getAllFields().values().stream().anyMatch(UnknownValues::isUnknown);
    }

    private static boolean isUnknown(Object value) {
        return switch (value) {
            case EnumValueDescriptor choice -> choice.getIndex() == NOT_DECLARED;
            case Message part -> in(part);
            case Collection<?> several -> several.stream().anyMatch(UnknownValues::isUnknown);
            default -> false;
        };
    }
}
