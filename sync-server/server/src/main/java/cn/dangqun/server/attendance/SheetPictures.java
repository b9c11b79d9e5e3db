package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.server.ledger.AttachmentStore;
import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
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
        return new PaperSheetStore(handle)
                .of(activity).stream()
                        .filter(each -> each.picture().equals(picture))
                        .findFirst()
                        .flatMap(_ -> new AttachmentStore(handle).find(picture))
                        .flatMap(sealed -> {
                            try {
                                return Optional.of(ByteString.copyFrom(sealed.open()));
                            } catch (GeneralSecurityException e) {
                                log.warn("The picture {} cannot be opened: {}", name, e.toString());
                                return Optional.empty();
                            }
                        });
    }
}
