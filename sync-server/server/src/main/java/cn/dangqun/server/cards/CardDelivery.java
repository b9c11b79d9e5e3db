package cn.dangqun.server.cards;

import cn.dangqun.cards.CardConversion;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.protocol.ReferencePages;
import cn.dangqun.protocol.wire.ReferenceChange;
import cn.dangqun.protocol.wire.ReferenceKind;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Feed;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns the cards of a page into those of the kiosk it goes to. A kiosk that keeps them under no secret of its own is
/// sent none.
record CardDelivery(Database database, CardSecrets secrets) {

    /// Blocks; what it costs is a multiplication on the curve for every card of the page.
    Feed.Next asKeptBy(Feed.Next next) {
        var page = next.page();
        if (page.getChangesList().stream().noneMatch(change -> isOfCard(parsed(change)))) {
            return next;
        }
        var conversion =
                database.read(handle -> secrets.toKiosk(handle, next.feed().cards()));
        var changes = page.getChangesList().stream()
                .flatMap(change -> change(change, conversion))
                .toList();
        return new Feed.Next(ReferencePages.with(page, changes), next.feed());
    }

    private static Stream<ByteString> change(ByteString bytes, Optional<CardConversion> conversion) {
        var change = parsed(bytes);
        return isOfCard(change)
                ? conversion
                        .flatMap(to -> CardSecrets.converted(to, new CardKey(change.getId())))
                        .map(key -> change.toBuilder().setId(key.hex()).build().toByteString())
                        .stream()
                : Stream.of(bytes);
    }

    private static boolean isOfCard(ReferenceChange change) {
        return change.hasCardBinding()
                || (change.hasRemoved() && change.getRemoved().getKind() == ReferenceKind.CARD_BINDING);
    }

    private static ReferenceChange parsed(ByteString change) {
        try {
            return ReferenceChange.parseFrom(change);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a reference change of our own cannot be read", e);
        }
    }
}
