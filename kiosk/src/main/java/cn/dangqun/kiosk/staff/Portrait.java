package cn.dangqun.kiosk.staff;

import com.google.protobuf.ByteString;

/// The photo of somebody on duty: a square JPEG, as the street drew it.
public record Portrait(ByteString jpeg) {
    @Override
    public String toString() {
        return "Portrait[" + jpeg.size() + " bytes]";
    }
}
