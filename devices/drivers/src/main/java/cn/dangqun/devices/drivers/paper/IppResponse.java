package cn.dangqun.devices.drivers.paper;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An answer of a printer or queue (RFC 8010, section 3): its status, and the attributes we understand; of an
/// attribute that comes in several groups the first counts.
record IppResponse(int status, Map<String, List<String>> attributes) {
    static final int NOT_FOUND = 0x0406;
    private static final int FIRST_ERROR = 0x0100;
    private static final int END = 0x03;
    private static final int FIRST_VALUE = 0x10;
    private static final int INTEGER = 0x21;
    private static final int BOOLEAN = 0x22;
    private static final int ENUM = 0x23;
    private static final int FIRST_TEXT = 0x40;

    IppResponse {
        attributes = Map.copyOf(attributes);
    }

    boolean isSuccess() {
        return status < FIRST_ERROR;
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return attributes.getOrDefault(name, List.of());
    }

    /// -1 when it is not there.
    int number(String name) {
        return first(name)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(-1);
    }

    /// @throws DeviceException with GARBLED when these bytes are no answer
    static IppResponse parse(byte[] bytes) throws DeviceException {
        try {
            return parse(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException e) {
            throw new DeviceException(Kind.GARBLED, "an IPP answer of " + bytes.length + " bytes is cut short", e);
        }
    }

    private static IppResponse parse(ByteBuffer in) {
        in.getShort();
        int status = Short.toUnsignedInt(in.getShort());
        in.getInt();
        var attributes = new HashMap<String, List<String>>();
        var values = new ArrayList<String>();
        while (true) {
            int tag = Byte.toUnsignedInt(in.get());
            if (tag == END) {
                return new IppResponse(status, attributes);
            }
            if (tag >= FIRST_VALUE) {
                var name = new String(taken(in), StandardCharsets.UTF_8);
                if (!name.isEmpty()) {
                    values = new ArrayList<>();
                    attributes.putIfAbsent(name, values);
                }
                value(tag, taken(in)).ifPresent(values::add);
            }
        }
    }

    private static byte[] taken(ByteBuffer in) {
        var taken = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(taken);
        return taken;
    }

    private static Optional<String> value(int tag, byte[] bytes) {
        return switch (tag) {
            case INTEGER, ENUM ->
                bytes.length == Integer.BYTES
                        ? Optional.of(Integer.toString(ByteBuffer.wrap(bytes).getInt()))
                        : Optional.empty();
            case BOOLEAN -> bytes.length == 1 ? Optional.of(Boolean.toString(bytes[0] != 0)) : Optional.empty();
            default -> tag >= FIRST_TEXT ? Optional.of(new String(bytes, StandardCharsets.UTF_8)) : Optional.empty();
        };
    }
}
