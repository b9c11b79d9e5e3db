package cn.dangqun.protocol;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.period.PeriodKind;
import cn.dangqun.domain.rule.RuleId;
import cn.dangqun.domain.wall.PublicityColumn;
import cn.dangqun.domain.wall.PublicityCycle;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallClassification;
import cn.dangqun.domain.wall.WallColumn;
import cn.dangqun.domain.wall.WallDemand;
import cn.dangqun.domain.wall.WallGroup;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallSource;
import cn.dangqun.domain.wall.WallText;
import cn.dangqun.protocol.wire.WallPieceItem;
import cn.dangqun.protocol.wire.WallSlotItem;
import com.google.protobuf.ByteString;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// Frames and what hangs in them, to messages and back. Content nobody has classified, or that is internal, is no
/// piece: reading it fails.
final class WallCodec {
    private WallCodec() {}

    static WallSlotItem wire(WallSlot slot) {
        var wire = WallSlotItem.newBuilder()
                .setTitle(slot.title())
                .setGroup((slot.group() == WallGroup.FLOWS ? WallGroup.RULES : slot.group()).name())
                .setFlows(slot.group() == WallGroup.FLOWS)
                .setOrder(slot.order())
                .setDemand(slot.demand().name())
                .setHolds(slot.holds().name())
                .setReach(known(slot.reach()))
                .setByBranch(slot.reach() == WallReach.BRANCH)
                .setOfficial(slot.official())
                .setRule(slot.rule().value());
        slot.column()
                .ifPresent(column -> wire.setColumn(column.column().name())
                        .setEvery(column.cycle().period().name())
                        .setByDay(column.cycle().byDay().orElse(0))
                        .setFiled(column.filed()));
        return wire.build();
    }

    /// Readers from before branches had frames take what is theirs for the community's, and show the newest.
    private static String known(WallReach reach) {
        return (reach == WallReach.BRANCH ? WallReach.COMMUNITY : reach).name();
    }

    static WallSlot slot(String id, WallSlotItem wire) {
        return new WallSlot(
                new WallSlotId(id),
                wire.getTitle(),
                wire.getFlows() ? WallGroup.FLOWS : WallGroup.valueOf(wire.getGroup()),
                wire.getOrder(),
                WallDemand.valueOf(wire.getDemand()),
                WallClassification.orInternal(wire.getHolds()),
                wire.getByBranch() ? WallReach.BRANCH : WallReach.valueOf(wire.getReach()),
                wire.getOfficial(),
                column(wire),
                new RuleId(wire.getRule()));
    }

    private static Optional<WallColumn> column(WallSlotItem wire) {
        if (wire.getColumn().isEmpty()) {
            return Optional.empty();
        }
        var byDay = wire.getByDay() == 0 ? OptionalInt.empty() : OptionalInt.of(wire.getByDay());
        return Optional.of(new WallColumn(
                PublicityColumn.valueOf(wire.getColumn()),
                new PublicityCycle(PeriodKind.valueOf(wire.getEvery()), byDay),
                wire.getFiled()));
    }

    static WallPieceItem wire(WallPiece piece) {
        var wire = WallPieceItem.newBuilder()
                .setSlot(piece.slot().value())
                .setReach(known(piece.place().reach()))
                .setOfBranch(piece.place() instanceof WallPlace.Branch)
                .setPlace(idOf(piece.place()))
                .setNumber(piece.number())
                .setClassification(piece.classification().name())
                .setTitle(piece.text().title())
                .setBody(piece.text().body())
                .setValidFrom(piece.validity().from().toString())
                .setValidUntil(piece.validity().until().map(LocalDate::toString).orElse(""))
                .setPublishedOn(piece.publishedOn().toString())
                .setPublishedAtMillis(piece.publishedAt().toEpochMilli());
        piece.source()
                .ifPresent(source -> wire.setSourceWork(source.work())
                        .setSourceEdition(source.edition())
                        .setProofreadOn(
                                source.proofreadOn().map(LocalDate::toString).orElse("")));
        piece.pictures().forEach(each -> wire.addPictures(wire(each)));
        return wire.build();
    }

    private static WallPieceItem.Picture wire(WallPicture picture) {
        return WallPieceItem.Picture.newBuilder()
                .setContent(ByteString.copyFrom(picture.file().id().raw()))
                .setBytes(picture.file().bytes())
                .setWidth(picture.width())
                .setHeight(picture.height())
                .setWords(picture.words())
                .build();
    }

    private static WallPicture picture(WallPieceItem.Picture wire) {
        return new WallPicture(
                new ContentFile(ContentId.ofRaw(wire.getContent().toByteArray()), wire.getBytes()),
                wire.getWidth(),
                wire.getHeight(),
                wire.getWords());
    }

    private static String idOf(WallPlace place) {
        return switch (place) {
            case WallPlace.Street _ -> "";
            case WallPlace.Community(var id) -> id.value();
            case WallPlace.Branch(var id) -> id.value();
            case WallPlace.Site(var id) -> id;
        };
    }

    static WallPiece piece(String id, WallPieceItem wire) {
        return new WallPiece(
                new WallPieceId(id),
                new WallSlotId(wire.getSlot()),
                place(reach(wire), wire.getPlace()),
                wire.getNumber(),
                WallClassification.orInternal(wire.getClassification()),
                new WallText(wire.getTitle(), wire.getBody()),
                source(wire),
                new Validity(LocalDate.parse(wire.getValidFrom()), day(wire.getValidUntil())),
                LocalDate.parse(wire.getPublishedOn()),
                Instant.ofEpochMilli(wire.getPublishedAtMillis()),
                wire.getPicturesList().stream().map(WallCodec::picture).toList());
    }

    private static WallReach reach(WallPieceItem wire) {
        return wire.getOfBranch() ? WallReach.BRANCH : WallReach.valueOf(wire.getReach());
    }

    private static WallPlace place(WallReach reach, String id) {
        return switch (reach) {
            case STREET -> new WallPlace.Street();
            case COMMUNITY -> new WallPlace.Community(new OrganizationId(id));
            case BRANCH -> new WallPlace.Branch(new OrganizationId(id));
            case SITE -> new WallPlace.Site(id);
        };
    }

    private static Optional<WallSource> source(WallPieceItem wire) {
        return wire.getSourceWork().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new WallSource(wire.getSourceWork(), wire.getSourceEdition(), day(wire.getProofreadOn())));
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
