package cn.dangqun.devices.drivers.resident;

import java.util.Arrays;

/// One answer of a reader. Its data may be a whole card: [#wipe] it.
final class SamReply {
    private final SamStatus status;
    private final byte[] data;

    SamReply(SamStatus status, byte[] data) {
        this.status = status;
        this.data = data;
    }

    SamStatus status() {
        return status;
    }

    /// Not a copy, so that there is only one to wipe.
    byte[] data() {
        return data;
    }

    void wipe() {
        Arrays.fill(data, (byte) 0);
    }

    @Override
    public String toString() {
        return "SamReply[" + status + ", " + data.length + " bytes]";
    }
}
