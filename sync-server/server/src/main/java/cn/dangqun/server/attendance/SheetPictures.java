package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.protocol.Signature;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.server.ledger.AttachmentStore;
import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was kept of an activity as a picture, opened for who may see names.
record SheetPictures(Handle handle) {
    private static final Logger log = LoggerFactory.getLogger(SheetPictures.class);
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    /// As JPEG. Empty for what the activity does not name, has not come, was forgotten or is harmed.
    Optional<ByteString> find(ActivityId activity, String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        var picture = new SealedId(name);
        if (isSheet(activity, picture)) {
            return opened(picture).map(ByteString::copyFrom);
        }
        return isHand(activity, picture)
                ? opened(picture).flatMap(SheetPictures::signature).map(HandWriting::jpeg)
                : Optional.empty();
    }

    private boolean isSheet(ActivityId activity, SealedId picture) {
        return new PaperSheetStore(handle)
                .of(activity).stream().anyMatch(each -> each.picture().equals(picture));
    }

    /// Of a guest who was registered by name.
    private boolean isHand(ActivityId activity, SealedId picture) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM guest WHERE street = 1 AND activity = :activity"
                        + " AND (name = :picture OR belongs = :picture))")
                .bind("activity", activity.value())
                .bind("picture", HexFormat.of().parseHex(picture.hex()))
                .mapTo(Boolean.class)
                .one();
    }

    private Optional<byte[]> opened(SealedId picture) {
        var attached = new AttachmentStore(handle).find(picture);
        try {
            return attached.isEmpty()
                    ? Optional.empty()
                    : Optional.of(attached.get().open());
        } catch (GeneralSecurityException e) {
            log.warn("The picture {} cannot be opened: {}", picture.hex(), e.toString());
            return Optional.empty();
        }
    }

    private static Optional<Signature> signature(byte[] plain) {
        try {
            return Optional.of(Signature.decode(plain));
        } catch (UnreadableException e) {
            log.warn("A handwriting cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
