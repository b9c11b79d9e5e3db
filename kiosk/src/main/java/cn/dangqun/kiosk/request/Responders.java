package cn.dangqun.kiosk.request;

import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.staff.Rota;
import cn.dangqun.domain.staff.StaffAct;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// 首问负责人 of what is filed without anybody of the staff (OQ-34): who is on duty by the rota then; else whoever has
/// the next turn; else the first of those who sit at windows. The reference names no administrator of a centre.
/// Empty only while the street has sent no staff.
record Responders(ReferenceIndex index) {
    Optional<ReferenceItem.Staff> at(LocalDateTime now) {
        var rota = index.site().map(ReferenceItem.Site::rota).orElse(Rota.NONE);
        var staff = index.items(ReferenceItem.Staff.class).stream()
                .sorted(Comparator.comparing(ReferenceItem.Staff::id))
                .toList();
        return Stream.of(
                        of(rota.at(now), staff),
                        rota.nextAfter(now).stream().flatMap(next -> of(rota.at(next), staff)),
                        staff.stream().filter(each -> each.role().may(StaffAct.CALL_NUMBERS)),
                        staff.stream())
                .flatMap(each -> each)
                .findFirst();
    }

    /// Of several at once whoever sits at windows, where requests are seen to.
    private static Stream<ReferenceItem.Staff> of(List<Rota.Turn> turns, List<ReferenceItem.Staff> staff) {
        return turns.stream()
                .flatMap(turn -> staff.stream().filter(each -> each.id().equals(turn.staff())))
                .sorted(Comparator.comparing(each -> !each.role().may(StaffAct.CALL_NUMBERS)));
    }
}
