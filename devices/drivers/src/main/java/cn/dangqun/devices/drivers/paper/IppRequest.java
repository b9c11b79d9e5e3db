package cn.dangqun.devices.drivers.paper;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// One request of the Internet Printing Protocol (RFC 8010, section 3): operation attributes first, then those
/// of the job. For one thread.
final class IppRequest {
    /// RFC 8011, section 5.4.15
    enum Operation {
        PRINT_JOB(0x02),
        GET_JOB_ATTRIBUTES(0x09),
        GET_PRINTER_ATTRIBUTES(0x0B);

        private final int code;

        Operation(int code) {
            this.code = code;
        }
    }

    private static final int VERSION = 0x0200;
    private static final int OPERATION_ATTRIBUTES = 0x01;
    private static final int JOB_ATTRIBUTES = 0x02;
    private static final int END = 0x03;
    private static final int INTEGER = 0x21;
    private static final int NAME = 0x42;
    private static final int KEYWORD = 0x44;
    private static final int URI = 0x45;
    private static final int CHARSET = 0x47;
    private static final int LANGUAGE = 0x48;
    private static final int MIME_TYPE = 0x49;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /// `printer`: its `ipp://` address.
    IppRequest(Operation operation, int id, String printer, String user) {
        try {
            out.writeShort(VERSION);
            out.writeShort(operation.code);
            out.writeInt(id);
            out.write(OPERATION_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes all bytes", e);
        }
        attribute(CHARSET, "attributes-charset", "utf-8");
        attribute(LANGUAGE, "attributes-natural-language", "zh-cn");
        attribute(URI, "printer-uri", printer);
        attribute(NAME, "requesting-user-name", user);
    }

    IppRequest name(String name, String value) {
        return attribute(NAME, name, value);
    }

    IppRequest type(String name, String value) {
        return attribute(MIME_TYPE, name, value);
    }

    IppRequest keyword(String name, String... values) {
        for (int i = 0; i < values.length; i++) {
            // a further value of an attribute goes without its name
            attribute(KEYWORD, i == 0 ? name : "", values[i]);
        }
        return this;
    }

    IppRequest integer(String name, int value) {
        try {
            out.write(INTEGER);
            text(name);
            out.writeShort(Integer.BYTES);
            out.writeInt(value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes all bytes", e);
        }
    }

    /// What follows is of the job to be made.
    IppRequest job() {
        bytes.write(JOB_ATTRIBUTES);
        return this;
    }

    private IppRequest attribute(int tag, String name, String value) {
        try {
            out.write(tag);
            text(name);
            text(value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes all bytes", e);
        }
    }

    private void text(String text) throws IOException {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(encoded.length);
        out.write(encoded);
    }

    byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes.toByteArray());
        whole.write(END);
        return whole.toByteArray();
    }
}
