package cn.dangqun.acceptance.files;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallText;
import cn.dangqun.kiosk.content.ContentFiles;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.protocol.ReferenceCodec;
import cn.dangqun.protocol.ReferencePages;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A kiosk that holds a piece of the wall whose picture has not come yet.
final class PictureDay {
    private static final byte[] PICTURE = new byte[30_000];
    private static final int PIECE = 10_000;

    static {
        new Random(1).nextBytes(PICTURE);
    }

    private PictureDay() {}

    static void hang(Path directory) throws IOException {
        var day = LocalDate.of(2026, 1, 1);
        var slot = WallLibrary.shipped()
                .catalogue()
                .find(new WallSlotId("room-rules"))
                .orElseThrow();
        var file = new ContentFile(ContentId.of(PICTURE), PICTURE.length);
        var piece = new WallPiece(
                new WallPieceId("v-1"),
                slot.id(),
                new WallPlace.Community(new OrganizationId("c1")),
                1,
                slot.holds(),
                new WallText("样例标题", "样例正文"),
                Optional.empty(),
                Validity.from(day),
                day,
                Instant.EPOCH,
                List.of(new WallPicture(file, 4, 3, "样例")));
        var change = ReferenceCodec.encode(ReferenceChange.put(1, new ReferenceItem.WallPieceItem(piece)));
        try (var reference = reference(directory)) {
            reference
                    .apply(ReferencePages.page(0, 1, true, List.of(ByteString.copyFrom(change))), "")
                    .join();
        }
    }

    /// Until nothing is wanted any more.
    static void fetch(Path directory) throws IOException {
        try (var reference = reference(directory)) {
            var files = ContentFiles.open(directory.resolve("content"), reference);
            for (var next = files.next(Set.of()); next.isPresent(); next = files.next(Set.of())) {
                int from = next.get().have();
                var piece = Arrays.copyOfRange(PICTURE, from, Math.min(PICTURE.length, from + PIECE));
                files.take(next.get().file(), from, piece);
            }
            files.sweep();
        }
    }

    static boolean isWhole(Path directory) throws IOException {
        try (var reference = reference(directory)) {
            return ContentFiles.open(directory.resolve("content"), reference)
                    .read(ContentId.of(PICTURE))
                    .filter(bytes -> Arrays.equals(PICTURE, bytes))
                    .isPresent();
        }
    }

    private static ReferenceStore reference(Path directory) throws IOException {
        return ReferenceStore.open(
                directory.resolve("reference.db"), Optional.empty(), Clock.fixed(LedgerDay.NOW, ZoneOffset.UTC));
    }
}
