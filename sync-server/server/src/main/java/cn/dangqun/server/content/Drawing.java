package cn.dangqun.server.content;

import com.google.protobuf.ByteString;

/// A picture drawn anew: a JPEG of at most [cn.dangqun.domain.content.ContentFile#MOST_BYTES] with nothing beside the
/// picture, no side longer than [cn.dangqun.domain.wall.WallPicture#LONGEST_SIDE]. Pixels.
public record Drawing(ByteString jpeg, int width, int height) {
    @Override
    public String toString() {
        return width + " × " + height;
    }
}
