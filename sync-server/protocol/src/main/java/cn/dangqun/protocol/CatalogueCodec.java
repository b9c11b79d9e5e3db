package cn.dangqun.protocol;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.AppointmentDay;
import cn.dangqun.domain.queue.Audience;
import cn.dangqun.domain.queue.CentreKiosk;
import cn.dangqun.domain.queue.Charge;
import cn.dangqun.domain.queue.OpeningHours;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.QueueRules;
import cn.dangqun.domain.queue.ServiceCategory;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.Window;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.protocol.wire.QueuePlanItem;
import cn.dangqun.protocol.wire.ServiceCatalogueItem;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// The service catalogue and a site's windows, to messages and back.
final class CatalogueCodec {
    private CatalogueCodec() {}

    static ServiceCatalogueItem encode(ReferenceItem.Service offered) {
        var service = offered.service();
        var wire = ServiceCatalogueItem.newBuilder()
                .setOrganization(offered.organization().value())
                .setCategory(service.category().name())
                .setName(service.name())
                .addAllAudiences(
                        service.audiences().stream().map(Enum::name).sorted().toList())
                .addAllMaterials(service.materials())
                .addAllSteps(service.steps())
                .setLetter(Character.toString(service.letter()))
                .setDailyCap(service.dailyCap())
                .setUsualSeconds(Math.toIntExact(service.usual().toSeconds()))
                .setSample(service.sample());
        switch (service.charge()) {
            case Charge.Free() -> {}
            case Charge.LowCost(var price) -> wire.setPrice(price);
        }
        service.limitDays().ifPresent(wire::setLimitDays);
        service.hours().shifts().forEach(shift -> wire.addShifts(encode(shift)));
        return wire.build();
    }

    private static ServiceCatalogueItem.Shift encode(OpeningHours.Shift shift) {
        return ServiceCatalogueItem.Shift.newBuilder()
                .addAllDays(
                        shift.days().stream().map(DayOfWeek::getValue).sorted().toList())
                .setFrom(shift.from().toString())
                .setTo(shift.to().toString())
                .build();
    }

    static ReferenceItem.Service decode(String id, ServiceCatalogueItem wire) {
        var service = new ServiceItem(
                new ServiceId(id),
                ServiceCategory.valueOf(wire.getCategory()),
                wire.getName(),
                wire.getAudiencesList().stream().map(Audience::valueOf).collect(Collectors.toUnmodifiableSet()),
                wire.getPrice().isEmpty() ? new Charge.Free() : new Charge.LowCost(wire.getPrice()),
                wire.getMaterialsList(),
                wire.hasLimitDays() ? OptionalInt.of(wire.getLimitDays()) : OptionalInt.empty(),
                letter(wire.getLetter()),
                new OpeningHours(wire.getShiftsList().stream()
                        .map(CatalogueCodec::decode)
                        .toList()),
                wire.getDailyCap(),
                Duration.ofSeconds(wire.getUsualSeconds()),
                wire.getSample(),
                wire.getStepsList());
        return new ReferenceItem.Service(service, new OrganizationId(wire.getOrganization()));
    }

    private static char letter(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("one letter");
        }
        return text.charAt(0);
    }

    private static OpeningHours.Shift decode(ServiceCatalogueItem.Shift wire) {
        return new OpeningHours.Shift(
                wire.getDaysList().stream().map(DayOfWeek::of).collect(Collectors.toUnmodifiableSet()),
                LocalTime.parse(wire.getFrom()),
                LocalTime.parse(wire.getTo()));
    }

    static QueuePlanItem encode(QueuePlan plan) {
        var rules = plan.rules();
        return QueuePlanItem.newBuilder()
                .addAllWindows(
                        plan.windows().stream().map(CatalogueCodec::encode).toList())
                .setMaxCalls(rules.maxCalls())
                .setReinsertAfter(rules.reinsertAfter())
                .setPreferredInARow(rules.preferredInARow())
                .addAllOtherDays(SiteCodec.encode(plan.calendar()))
                .addAllKiosks(plan.kiosks().stream().map(CatalogueCodec::encode).toList())
                .addAllAppointments(
                        plan.appointments().stream().map(CatalogueCodec::encode).toList())
                .build();
    }

    private static QueuePlanItem.AppointmentDay encode(AppointmentDay day) {
        return QueuePlanItem.AppointmentDay.newBuilder()
                .setId(day.id())
                .setService(day.service().value())
                .setDay(day.day().toString())
                .setFrom(day.from().toString())
                .setTo(day.to().toString())
                .setMinutes(day.minutes())
                .setPlaces(day.places())
                .setHost(day.host())
                .setCalledOff(day.calledOff().orElse(""))
                .build();
    }

    private static AppointmentDay decode(QueuePlanItem.AppointmentDay wire) {
        return new AppointmentDay(
                wire.getId(),
                new ServiceId(wire.getService()),
                LocalDate.parse(wire.getDay()),
                LocalTime.parse(wire.getFrom()),
                LocalTime.parse(wire.getTo()),
                wire.getMinutes(),
                wire.getPlaces(),
                wire.getHost(),
                Optional.of(wire.getCalledOff()).filter(why -> !why.isEmpty()));
    }

    private static QueuePlanItem.Window encode(Window window) {
        return QueuePlanItem.Window.newBuilder()
                .setNumber(window.number())
                .setName(window.name())
                .addAllServices(window.services().stream()
                        .map(ServiceId::value)
                        .sorted()
                        .toList())
                .build();
    }

    private static QueuePlanItem.Kiosk encode(CentreKiosk kiosk) {
        return QueuePlanItem.Kiosk.newBuilder()
                .setId(kiosk.id())
                .setDigit(kiosk.digit().orElse(0))
                .setAddress(kiosk.address())
                .setHost(kiosk.host())
                .build();
    }

    private static CentreKiosk decode(QueuePlanItem.Kiosk kiosk) {
        var digit = kiosk.getDigit() == 0 ? OptionalInt.empty() : OptionalInt.of(kiosk.getDigit());
        return new CentreKiosk(kiosk.getId(), digit, kiosk.getAddress(), kiosk.getHost());
    }

    static QueuePlan decode(String site, QueuePlanItem wire) {
        var windows = wire.getWindowsList().stream()
                .map(window -> new Window(
                        window.getNumber(),
                        window.getName(),
                        window.getServicesList().stream().map(ServiceId::new).collect(Collectors.toUnmodifiableSet())))
                .toList();
        var rules = new QueueRules(wire.getMaxCalls(), wire.getReinsertAfter(), wire.getPreferredInARow());
        var appointments =
                wire.getAppointmentsList().stream().map(CatalogueCodec::decode).toList();
        var kiosks = wire.getKiosksList().stream().map(CatalogueCodec::decode).toList();
        return new QueuePlan(site, windows, rules, SiteCodec.decode(wire.getOtherDaysList()), appointments, kiosks);
    }
}
