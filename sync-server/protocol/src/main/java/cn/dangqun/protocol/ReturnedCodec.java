package cn.dangqun.protocol;

import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.protocol.wire.ReturnedItem;
import java.time.Instant;

/// What reviewers gave back, to messages and back.
final class ReturnedCodec {
    private ReturnedCodec() {}

    static ReturnedItem encode(ReferenceItem.ReturnedItem returned) {
        var item = ReviewItem.named(returned.id());
        return ReturnedItem.newBuilder()
                .setKind(item.kind().name())
                .setKey(item.key())
                .setOrganization(returned.organization().value())
                .setTitle(returned.title())
                .setNote(returned.note())
                .setAtMillis(returned.at().toEpochMilli())
                .build();
    }

    static ReferenceItem decode(ReturnedItem wire) {
        return new ReferenceItem.ReturnedItem(
                item(wire.getKind(), wire.getKey()).name(),
                new OrganizationId(wire.getOrganization()),
                wire.getTitle(),
                wire.getNote(),
                Instant.ofEpochMilli(wire.getAtMillis()));
    }

    static ReviewItem item(String kind, String key) {
        return new ReviewItem(ReviewItem.Kind.valueOf(kind), key);
    }
}
