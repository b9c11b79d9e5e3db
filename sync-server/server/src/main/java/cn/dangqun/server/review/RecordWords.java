package cn.dangqun.server.review;

import cn.dangqun.domain.member.PersonName;
import cn.dangqun.protocol.wire.FactRecord;
import cn.dangqun.server.text.Texts;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.Optional;

/// Says what a record is, as far as it can be read: straight from its bytes, since a record that was set aside is one
/// that did not become a fact. Names are masked unless full ones are asked for.
record RecordWords(Texts texts, SetAsideReader reader, boolean fullNames) {
    /// `recorded`: the kiosk's own clock; empty when not even that can be read.
    record Words(String what, Optional<Instant> recorded) {}

    Words of(ByteString bytes) {
        try {
            var record = FactRecord.parseFrom(bytes);
            var recorded = Optional.of(record.getClock().getWallMillis())
                    .filter(millis -> millis > 0)
                    .map(Instant::ofEpochMilli);
            return new Words(what(record), recorded);
        } catch (InvalidProtocolBufferException malformed) {
            return new Words(texts.get("review.what.unreadable"), Optional.empty());
        }
    }

    /// A kind that a newer kiosk brought has no words here.
    private String what(FactRecord record) {
        return switch (record.getFactCase()) {
            case CHECKED_IN ->
                texts.get(
                        "review.what.checkedIn",
                        person("member", record.getCheckedIn().getMember()),
                        activity(record.getCheckedIn().getActivity()));
            case GUEST_CHECKED_IN ->
                texts.get(
                        "review.what.guest", activity(record.getGuestCheckedIn().getActivity()));
            case CHECK_IN_VOIDED ->
                texts.get(
                        "review.what.voided",
                        activity(record.getCheckInVoided().getActivity()),
                        record.getCheckInVoided().getVoidedSeq());
            case STAFF_UNLOCKED ->
                texts.get(
                        "review.what.unlocked",
                        person("staff", record.getStaffUnlocked().getStaff()));
            case TICKET_TAKEN ->
                texts.get("review.what.ticketTaken", record.getTicketTaken().getNumber());
            case TICKET_HANDED_OVER -> texts.get("review.what.ticketHandedOver");
            case TICKET_HANDLED ->
                texts.get(
                        "review.what.ticketHandled",
                        person("staff", record.getTicketHandled().getStaff()));
            default -> texts.get("review.what.unknown");
        };
    }

    private String activity(String id) {
        return reader.name("activity", "title", id)
                .map(title -> texts.get("review.what.activity", title))
                .orElseGet(() -> texts.get("review.what.unknownActivity", id));
    }

    private String person(String table, String id) {
        return reader.name(table, "name", id)
                .map(name -> fullNames ? name : new PersonName(name).masked())
                .orElseGet(() -> texts.get("review.what.unknownPerson", id));
    }
}
