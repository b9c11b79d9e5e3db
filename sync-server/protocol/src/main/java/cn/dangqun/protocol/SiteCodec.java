package cn.dangqun.protocol;

import cn.dangqun.domain.calendar.OpeningCalendar;
import cn.dangqun.domain.calendar.OpeningCalendar.OtherDay;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.staff.Rota;
import cn.dangqun.protocol.wire.SiteItem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A centre, who is on duty there and its holidays, to messages and back.
final class SiteCodec {
    private SiteCodec() {}

    static SiteItem encode(ReferenceItem.Site site) {
        var wire = SiteItem.newBuilder()
                .setName(site.name())
                .setOrganization(site.organization().value())
                .addAllOtherDays(encode(site.rota().calendar()))
                .addAllServes(site.serves().stream().map(OrganizationId::value).toList());
        for (var weekly : site.rota().weekly()) {
            wire.addTurns(encode(weekly.turn())
                    .addAllDays(weekly.days().stream()
                            .map(DayOfWeek::getValue)
                            .sorted()
                            .toList()));
        }
        for (var dated : site.rota().dated()) {
            wire.addTurns(encode(dated.turn()).setDay(dated.day().toString()));
        }
        return wire.build();
    }

    private static SiteItem.Turn.Builder encode(Rota.Turn turn) {
        return SiteItem.Turn.newBuilder()
                .setStaff(turn.staff())
                .setFrom(turn.from().toString())
                .setTo(turn.to().toString());
    }

    static ReferenceItem.Site decode(String id, SiteItem wire) {
        var weekly = wire.getTurnsList().stream()
                .filter(turn -> turn.getDay().isEmpty())
                .map(turn -> new Rota.Weekly(
                        turn.getDaysList().stream().map(DayOfWeek::of).collect(Collectors.toUnmodifiableSet()),
                        decode(turn)))
                .toList();
        var dated = wire.getTurnsList().stream()
                .filter(turn -> !turn.getDay().isEmpty())
                .map(turn -> new Rota.Dated(LocalDate.parse(turn.getDay()), decode(turn)))
                .toList();
        return new ReferenceItem.Site(
                id,
                wire.getName(),
                new OrganizationId(wire.getOrganization()),
                new Rota(weekly, dated, decode(wire.getOtherDaysList())),
                wire.getServesList().stream().map(OrganizationId::new).toList());
    }

    private static Rota.Turn decode(SiteItem.Turn wire) {
        return new Rota.Turn(wire.getStaff(), LocalTime.parse(wire.getFrom()), LocalTime.parse(wire.getTo()));
    }

    static List<cn.dangqun.protocol.wire.OtherDay> encode(OpeningCalendar calendar) {
        return calendar.days().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> cn.dangqun.protocol.wire.OtherDay.newBuilder()
                        .setDay(each.getKey().toString())
                        .setLike(like(each.getValue()))
                        .setReason(each.getValue() instanceof OtherDay.Closed(var reason) ? reason : "")
                        .build())
                .toList();
    }

    private static int like(OtherDay other) {
        return switch (other) {
            case OtherDay.Closed _ -> 0;
            case OtherDay.Like(var weekday) -> weekday.getValue();
        };
    }

    static OpeningCalendar decode(List<cn.dangqun.protocol.wire.OtherDay> wire) {
        return new OpeningCalendar(wire.stream()
                .collect(Collectors.toUnmodifiableMap(
                        each -> LocalDate.parse(each.getDay()),
                        each -> each.getLike() == 0
                                ? new OtherDay.Closed(each.getReason())
                                : new OtherDay.Like(DayOfWeek.of(each.getLike())))));
    }
}
